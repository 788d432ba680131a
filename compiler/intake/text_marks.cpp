#include "intake/text_marks.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "intake/wording.h"

namespace concord::intake {
namespace {

// Messages are answered, and answers quoted; nobody goes on so for longer.
constexpr int deepest_quotation = 10;
// A line between two bars may be anything; so many below one another are a table.
constexpr std::size_t fewest_rows = 3;

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (&line != &lines.front()) text += '\n';
    text += line;
  }
  return text;
}

bool are_quoted(const std::vector<std::string>& lines) {
  std::size_t all = 0;
  std::size_t quoted = 0;
  for (const std::string& line : lines) {
    if (trimmed(line).empty()) continue;
    ++all;
    quoted += line.starts_with('>') ? 1 : 0;
  }
  return all > fewest_rows && quoted * 10 >= all * 9;
}

void unquote(std::vector<std::string>& lines) {
  for (int depth = 0; depth < deepest_quotation && are_quoted(lines); ++depth)
    for (std::string& line : lines)
      if (line.starts_with('>')) line.erase(0, line.starts_with("> ") ? 2 : 1);
}

bool is_drawn_row(std::string_view line) {
  line = trimmed(line);
  return line.size() > 2 && line.starts_with('|') && line.ends_with('|');
}

// "+-----+-----+" and "|----|:---|".
bool is_drawn_rule(std::string_view line) {
  line = trimmed(line);
  return line.size() > 2 && (line[0] == '+' || line[0] == '|') &&
         line.find_first_not_of("+-=|: ") == std::string_view::npos &&
         line.find_first_of("-=") != std::string_view::npos;
}

std::vector<std::size_t> bars_of(std::string_view line) {
  std::vector<std::size_t> bars;
  std::size_t column = 0;
  for (const char c : line) {
    if (c == '|') bars.push_back(column);
    const bool goes_on = (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;  // of a UTF-8 character
    column += goes_on ? 0 : 1;
  }
  return bars;
}

// Cells of rows whose bars stand anywhere.
std::string with_tabs(std::string_view line) {
  line = trimmed(line);
  line = line.substr(1, line.size() - 2);
  std::string cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('|', at), line.size());
    if (at > 0) cells += '\t';
    cells += trimmed(line.substr(at, end - at));
    at = end + 1;
  }
  return cells;
}

void undraw_table(std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
  std::vector<std::vector<std::size_t>> bars;
  for (std::size_t i = begin; i < end; ++i)
    if (!is_drawn_rule(lines[i])) bars.push_back(bars_of(lines[i]));
  const bool aligned = std::ranges::adjacent_find(bars, std::ranges::not_equal_to()) == bars.end();
  for (std::size_t i = begin; i < end; ++i) {
    if (is_drawn_rule(lines[i])) {
      lines[i].clear();
    } else if (aligned) {
      std::ranges::replace(lines[i], '|', ' ');
    } else {
      lines[i] = with_tabs(lines[i]);
    }
  }
}

void undraw_tables(std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t end = i;
    while (end < lines.size() && (is_drawn_row(lines[end]) || is_drawn_rule(lines[end]))) ++end;
    if (end < i + fewest_rows) continue;
    undraw_table(lines, i, end);
    i = end - 1;
  }
}

}  // namespace

std::string without_drawn_marks(std::string text) {
  if (text.find('|') == std::string::npos && text.find('>') == std::string::npos) return text;
  std::vector<std::string> lines = split(text);
  unquote(lines);
  undraw_tables(lines);
  return joined(lines);
}

}  // namespace concord::intake
