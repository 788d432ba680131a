#include "syntax/source_edits.h"

#include <fmt/format.h>

#include <algorithm>

#include "syntax/drafting_notes.h"
#include "syntax/front_matter.h"
#include "syntax/lines.h"

namespace concord::syntax {
namespace {

struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::size_t after_line(std::string_view text, std::size_t at) {
  const std::size_t line_break = text.find('\n', at);
  return line_break == std::string_view::npos ? text.size() : line_break + 1;
}

bool is_key(std::string_view line, std::string_view key) {
  return line.starts_with(key) && line.substr(key.size()).starts_with(':');
}

// What goes on with an entry: a line further in, or an item of its list.
bool carries_on(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t') || line.starts_with("- ") ||
         trimmed(line) == "-";
}

// Blank, or a comment at the margin: it stands within an entry that goes on behind it, else between
// two.
bool is_between(std::string_view line) {
  return line.starts_with('#') || trimmed(line).empty();
}

// `at` is behind the entry's first line.
std::size_t end_of_entry(std::string_view source, std::size_t at, std::size_t last) {
  std::size_t end = at;
  while (at < last) {
    const std::size_t next = after_line(source, at);
    const std::string_view line = source.substr(at, next - at);
    if (carries_on(line)) {
      end = next;
    } else if (!is_between(line)) {
      break;
    }
    at = next;
  }
  return end;
}

// Where the entry stands among the lines of the front matter; empty, at their end, where it has
// none.
Place place_of(std::string_view source, std::string_view key, Place lines) {
  for (std::size_t at = lines.begin; at < lines.end;) {
    const std::size_t next = after_line(source, at);
    if (is_key(source.substr(at), key)) return {at, end_of_entry(source, next, lines.end)};
    at = next;
  }
  return {lines.end, lines.end};
}

}  // namespace

std::string with_breaks_of(std::string_view source, std::string_view lines) {
  const std::size_t first = source.find('\n');
  const bool carriage_returns =
      first != std::string_view::npos && first > 0 && source[first - 1] == '\r';
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines.substr(i).starts_with("\r\n")) continue;
    if (lines[i] == '\n' && carriage_returns) out += '\r';
    out += lines[i];
  }
  return out;
}

std::string with_entry(std::string_view source, std::string_view key, std::string_view lines) {
  const FrontMatterPlace front = front_matter_place(source);
  if (!front.present) return fmt::format("---\n{}---\n\n{}", lines, source);
  const Place at = place_of(source, key, {front.begin, front.end});
  std::string out(source.substr(0, at.begin));
  out += with_breaks_of(source, lines);
  out += source.substr(at.end);
  return out;
}

namespace {

bool ends_with_blank_line(std::string_view text) {
  return text.ends_with("\n\n") || text.ends_with("\n\r\n");
}

std::size_t past_breaks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '\n' || text[at] == '\r')) at += break_length(text, at);
  return at;
}

}  // namespace

std::string without_notes(std::string_view source) {
  const FrontMatterPlace front = front_matter_place(source);
  std::string out;
  std::size_t copied = 0;
  for (const NotePlace& each : note_places(source, front.body)) {
    out += source.substr(copied, std::max(copied, each.begin) - copied);
    copied = std::max(copied, each.end);
    // A note between two blank lines leaves one.
    if (ends_with_blank_line(out)) copied = past_breaks(source, copied);
  }
  out += source.substr(copied);
  return out;
}

}  // namespace concord::syntax
