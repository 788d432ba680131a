// The formats in which a build writes a protocol: the one table that the command line, the names of
// the files and what a page offers go by. A new format is a line here, its renderer, and its link
// in templates/html (cover.tpl, protocol_entry.tpl).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace concord::view {

enum class Format : std::uint8_t { html, pdf, docx, xml, json, markdown };

enum class MadeOf : std::uint8_t {
  page,  // what there is to show (model.h)
  text,  // the protocol itself, and says what it says
};

struct FormatInfo {
  Format format;
  std::string_view name;  // as --formats has it
  std::string_view file;  // in the protocol's folder
  const char* section;    // of the templates that offer it; empty for the pages themselves
  MadeOf made_of;
  bool compares;  // shows a comparison, too
};

// In the order in which help and messages list them.
inline constexpr std::array formats = std::to_array<FormatInfo>({
    {.format = Format::html,
     .name = "html",
     .file = "index.html",
     .section = "",
     .made_of = MadeOf::page,
     .compares = true},
    {.format = Format::pdf,
     .name = "pdf",
     .file = "protocol.pdf",
     .section = "pdf",
     .made_of = MadeOf::page,
     .compares = true},
    {.format = Format::docx,
     .name = "docx",
     .file = "protocol.docx",
     .section = "docx",
     .made_of = MadeOf::page,
     .compares = false},
    {.format = Format::xml,
     .name = "xml",
     .file = "protocol.xml",
     .section = "xml",
     .made_of = MadeOf::page,
     .compares = false},
    {.format = Format::json,
     .name = "json",
     .file = "protocol.json",
     .section = "json",
     .made_of = MadeOf::text,
     .compares = true},
    {.format = Format::markdown,
     .name = "md",
     .file = "protocol.md",
     .section = "markdown",
     .made_of = MadeOf::text,
     .compares = false},
});

constexpr const FormatInfo& info(Format format) {
  return *std::ranges::find(formats, format, &FormatInfo::format);
}

// Nothing where no format has the name.
constexpr std::optional<Format> format_named(std::string_view name) {
  const auto* found = std::ranges::find(formats, name, &FormatInfo::name);
  return found == formats.end() ? std::nullopt : std::optional(found->format);
}

inline std::set<Format> all_formats() {
  std::set<Format> all;
  for (const FormatInfo& each : formats) all.insert(each.format);
  return all;
}

}  // namespace concord::view
