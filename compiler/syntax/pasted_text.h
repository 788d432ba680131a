// The lines of a pasted text with what is done to them, for those who mend them (pasted_lines.h).
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/edits.h"
#include "syntax/lines.h"
#include "syntax/pasted_words.h"
#include "syntax/reporter.h"

namespace concord::syntax {

enum class LineKind : std::uint8_t {
  words,
  native,  // "1." or "1)", a list's marker to Markdown
  bullet,
  foreign,  // "•"
  other     // a heading, a quote, a table, a rule
};

// One line of a stretch without blank lines.
struct Entry {
  std::size_t line = 0;
  std::size_t head = 0;  // of its first sign that is no white space
  LineKind kind = LineKind::words;
  std::string_view words;  // from there on
  std::optional<Opening> opening = std::nullopt;
  bool linked = false;  // its number goes on from one above it
  bool opens = false;   // begins a block

  bool opens_clause() const { return linked && opens; }
  // Markdown lets a list interrupt a paragraph where it begins with 1.
  bool opening_is_one() const { return opening && opening->number.path == std::vector{1U}; }
};

// How many fixes one report carries.
inline constexpr std::size_t most_fixes = 100;

// All of it outlives those who hold it.
struct PastedText {
  std::string_view body;
  const std::vector<Line>& lines;
  const Places& places;
  Reporter& reporter;
  std::vector<Edit>& edits;
};

// The line above ends in a backslash, which keeps the two together.
bool is_broken(const std::vector<Entry>& stretch, const Entry& each);

// ", and so are 3 more lines"; nothing where there are none.
std::string more(std::size_t lines, const char* one, fmt::format_string<std::size_t&> several);

}  // namespace concord::syntax
