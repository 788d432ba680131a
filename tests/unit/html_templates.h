// The project's own HTML templates, words and assets.
#pragma once

#include <filesystem>
#include <string>

#include "render/html_template.h"
#include "source/source_map.h"

namespace concord::test {

inline const render::Templates& templates() {
  static const render::Templates read = [] {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(CONCORD_SOURCE_DIR) / "templates";
    render::Templates into;
    for (const char* part : {"html", "assets", "docx"}) {
      for (const auto& entry : fs::recursive_directory_iterator(folder / part)) {
        if (!entry.is_regular_file()) continue;
        into.files[entry.path().lexically_relative(folder).generic_string()] =
            source::read_file(entry.path());
      }
    }
    return into;
  }();
  return read;
}

inline const render::HtmlTemplates& html_templates() {
  static const render::HtmlTemplates parsed(templates());
  return parsed;
}

inline std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

}  // namespace concord::test
