#include "syntax/lines.h"

#include <algorithm>

#include "source/characters.h"

namespace concord::syntax {
namespace {

using source::is_blank;

// Length of a bullet or list number with the white space after it, or 0.
std::size_t list_marker(std::string_view text) {
  std::size_t length = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+')) {
    length = 1;
  } else {
    while (length < text.size() && length < 9 && source::is_digit(text[length])) ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) {
      return 0;
    }
    ++length;
  }
  if (length == text.size()) return length;
  return is_blank(text[length]) ? length + 1 : 0;
}

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

// A thematic break or the underline of a heading. What is longer than a page is wide is neither: so
// a line of ten million hyphens costs no more than any other.
bool is_rule(std::string_view text) {
  if (text.size() > 1000) return false;
  return all_of(text, "= ") || all_of(text, "- ") || all_of(text, "* ") || all_of(text, "_ ");
}

Fence fence_of(std::string_view text) {
  if (!text.starts_with("```") && !text.starts_with("~~~")) return {};
  const char mark = text.front();
  const std::size_t length = std::min(text.find_first_not_of(mark), text.size());
  const std::string_view info = trimmed(text.substr(length));
  if (mark == '`' && info.find('`') != std::string_view::npos) return {};  // code within a line
  return {mark, length, info.empty()};
}

void look_at(std::string_view text, Line& line) {
  std::size_t at = line.begin;
  const auto skip_space = [&] {
    while (at < line.end && is_blank(text[at])) ++at;
  };
  const auto rest = [&] { return trimmed(text.substr(at, line.end - at)); };
  skip_space();
  line.blank = true;  // until something other than quote marks is seen
  while (at < line.end && line.markers < most_markers) {
    std::size_t length = text[at] == '>' ? 1 : 0;
    if (length == 0) {
      line.blank = false;
      if (is_rule(rest())) break;
      length = list_marker(text.substr(at, line.end - at));
    }
    if (length == 0) break;
    line.in_item = text[at] != '>';
    ++line.markers;
    at += length;
    skip_space();
  }
  line.content = at;
  const std::string_view words = rest();
  line.opens_block = line.markers > 0 || is_rule(words) || fence_of(words).opens() ||
                     words.starts_with('#') || words.starts_with("[^") || words.starts_with('|');
}

Line look_at(std::string_view line) {
  Line read;
  read.end = line.size();
  look_at(line, read);
  return read;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && (is_blank(text[end - 1]) || text[end - 1] == '\n' || text[end - 1] == '\r')) {
    --end;
  }
  return text.substr(0, end);
}

std::size_t LineBreaks::next(std::size_t at) {
  if (line_feed_ < at) line_feed_ = find('\n', at);
  if (carriage_return_ < at) carriage_return_ = find('\r', at);
  return std::min(line_feed_, carriage_return_);
}

std::size_t LineBreaks::find(char sign, std::size_t from) const {
  return std::min(text_.find(sign, from), text_.size());
}

std::size_t break_length(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("\r\n") ? 2 : 1;
}

bool Fences::take(std::string_view content) {
  const Fence fence = fence_of(content);
  const bool in_code = open_.opens() || fence.opens();
  if (!open_.opens()) {
    open_ = fence;
  } else if (fence.closes(open_)) {
    open_ = {};
  }
  return in_code;
}

bool opens_block(std::string_view line) {
  return look_at(line).opens_block;
}

std::string_view content_of(std::string_view line) {
  return line.substr(look_at(line).content);
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  LineBreaks breaks(text);
  Fences fences;
  for (std::size_t begin = 0; begin < text.size();) {
    Line line;
    line.begin = begin;
    line.end = breaks.next(begin);
    look_at(text, line);
    line.in_code = fences.take(text.substr(line.content, line.end - line.content));
    lines.push_back(line);
    begin = line.end + break_length(text, line.end);
  }
  return lines;
}

}  // namespace concord::syntax
