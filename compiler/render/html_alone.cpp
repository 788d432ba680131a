#include "render/html_alone.h"

namespace concord::render {

std::string_view asset(const Templates& templates, const std::string& path) {
  const auto at = templates.files.find(path);
  return at == templates.files.end() ? std::string_view() : std::string_view(at->second);
}

std::string styles_alone(const Templates& templates, const std::string& path) {
  std::string_view all = asset(templates, "assets/concord.css");
  std::string made;
  constexpr std::string_view face = "@font-face {";
  for (std::size_t at = all.find(face); at != all.npos; at = all.find(face)) {
    made += all.substr(0, at);
    const std::size_t end = all.find('}', at);
    all.remove_prefix(end == all.npos ? all.size() : end + 1);
  }
  made += all;
  made += asset(templates, path);
  return made;
}

}  // namespace concord::render
