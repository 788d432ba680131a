#include "syntax/table_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"

namespace concord::syntax {
namespace {

using diag::Code;

constexpr auto nowhere = std::string_view::npos;

// Where the strokes of a row stand that end a cell, and those that are words of one.
struct Strokes {
  std::vector<std::size_t> ends;
  std::vector<std::size_t> in_code;
  std::vector<std::size_t> in_addresses;
};

// The end of the code that begins with the backticks at `at`; `at` where it is not closed.
std::size_t code_end(std::string_view row, std::size_t at) {
  const std::size_t open = std::min(row.find_first_not_of('`', at), row.size());
  for (std::size_t close = row.find('`', open); close != nowhere; close = row.find('`', close)) {
    const std::size_t end = std::min(row.find_first_not_of('`', close), row.size());
    if (end - close == open - at) return end;
    close = end;
  }
  return at;
}

// No address is longer than this.
constexpr std::size_t longest_address = 500;

bool is_within_address(std::string_view row, std::size_t at) {
  const std::size_t from = at > longest_address ? at - longest_address : 0;
  const std::size_t before = row.substr(from, at - from).find_last_of(" \t");
  const std::size_t begin = before == nowhere ? from : from + before + 1;
  const std::size_t sign = row.substr(begin, at - begin).find("://");
  const bool goes_on = at + 1 < row.size() && row[at + 1] != ' ' && row[at + 1] != '\t';
  return sign != nowhere && goes_on;
}

Strokes strokes_of(std::string_view row) {
  Strokes strokes;
  std::size_t code = 0;      // the end of the code that the byte stands in
  std::size_t unclosed = 0;  // backticks before this byte open nothing
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '`' && at >= code && at >= unclosed) {
      code = code_end(row, at);
      if (code == at) unclosed = row.size();
      at = std::min(row.find_first_not_of('`', at), row.size()) - 1;
    } else if (row[at] == '|') {
      const bool address =
          at >= code && strokes.in_addresses.size() < most_columns && is_within_address(row, at);
      (at < code ? strokes.in_code : address ? strokes.in_addresses : strokes.ends).push_back(at);
    }
  }
  return strokes;
}

// One row of a table: its words, and its cells that are not empty at the end.
struct Row {
  std::size_t begin = 0;
  std::string_view words;
  Strokes strokes;

  bool is_closed() const {
    return !strokes.ends.empty() && strokes.ends.back() + 1 == words.size();
  }
  std::size_t cells() const {
    const bool opened = words.starts_with('|');
    return strokes.ends.size() + 1 - (opened ? 1 : 0) - (is_closed() ? 1 : 0);
  }
  // Where cell `index` begins.
  std::size_t cell(std::size_t index) const {
    const std::size_t stroke = index - (words.starts_with('|') ? 0 : 1);
    return index == 0 && !words.starts_with('|') ? 0 : strokes.ends[stroke] + 1;
  }
  // The cells up to the last that has words.
  std::size_t width() const {
    std::size_t width = cells();
    while (width > 0) {
      const std::size_t first = cell(width - 1);
      const std::size_t last = width < cells() ? cell(width) - 1 : words.size();
      if (words.substr(first, last - first).find_first_not_of(" \t|") != nowhere) break;
      --width;
    }
    return width;
  }
};

class TableMender {
 public:
  TableMender(std::string_view body, const std::vector<Line>& lines, const Places& places,
              Reporter& reporter, std::vector<Edit>& edits)
      : body_(body), lines_(lines), places_(places), reporter_(reporter), edits_(edits) {}

  std::vector<bool> run() {
    std::vector<bool> in_table(lines_.size(), false);
    for (std::size_t i = 0; i + 1 < lines_.size();) {
      if (!is_head(i)) {
        ++i;
        continue;
      }
      std::size_t end = i + 2;
      while (end < lines_.size() && is_row(end)) ++end;
      mend(i, end);
      std::fill(in_table.begin() + static_cast<std::ptrdiff_t>(i),
                in_table.begin() + static_cast<std::ptrdiff_t>(end), true);
      i = end;
    }
    return in_table;
  }

 private:
  std::string_view words(std::size_t line) const {
    return trimmed(body_.substr(lines_[line].content, lines_[line].end - lines_[line].content));
  }

  bool is_head(std::size_t line) const {
    const bool readable = !lines_[line].blank && !lines_[line].in_code && !lines_[line + 1].in_code;
    return readable && words(line).find('|') != nowhere && !is_table_rule(words(line)) &&
           words(line + 1).find('|') != nowhere && is_table_rule(words(line + 1));
  }

  bool is_row(std::size_t line) const {
    const Line& row = lines_[line];
    return !row.blank && !row.in_code && (!row.opens_block || words(line).starts_with('|'));
  }

  Row row(std::size_t line) const {
    return {lines_[line].content, words(line), strokes_of(words(line))};
  }

  void mend(std::size_t head_line, std::size_t end) {
    Row head = row(head_line);
    const Row rule = row(head_line + 1);
    if (rule.cells() > most_columns) return;
    keep_in_code(head);
    take_addresses(head, 0);
    const std::size_t own = head.cells();
    std::size_t width = own;
    for (std::size_t line = head_line + 2; line < end; ++line) {
      Row each = row(line);
      keep_in_code(each);
      take_addresses(each, own);
      const std::size_t cells = std::min(each.width(), most_columns);
      if (cells > own) report_wide(each, own);
      width = std::max(width, cells);
    }
    if (rule.cells() != own) report_rule(rule, own);
    if (width > own) widen(head, width - own);
    if (rule.cells() != width) redraw(rule, width);
  }

  void escape(const Row& row, const std::vector<std::size_t>& strokes, const char* message) {
    if (strokes.empty()) return;
    std::vector<diag::Fix> fixes;
    for (const std::size_t at : strokes) {
      const std::size_t place = row.begin + at;
      edits_.push_back({place, place, "\\"});
      fixes.push_back({diag::SYN019::escape_bar, places_(place, place), "\\", true});
    }
    const std::size_t first = row.begin + strokes.front();
    reporter_.report({Code::SYN019, places_(first, first + 1), message, {}, std::move(fixes)});
  }

  void keep_in_code(const Row& row) { escape(row, row.strokes.in_code, diag::SYN019::bar_in_code); }

  // A stroke in an address ends no cell where the row would be too long with it.
  void take_addresses(Row& row, std::size_t columns) {
    auto& strokes = row.strokes;
    if (strokes.in_addresses.empty()) return;
    Row split = row;
    auto& ends = split.strokes.ends;
    ends.insert(ends.end(), strokes.in_addresses.begin(), strokes.in_addresses.end());
    std::sort(ends.begin(), ends.end());
    if (split.cells() > columns) {
      escape(row, strokes.in_addresses, diag::SYN019::bar_in_address);
    } else {
      strokes.ends = std::move(ends);
    }
  }

  void report_wide(const Row& row, std::size_t columns) {
    const std::size_t begin = row.begin + row.cell(columns);
    reporter_.report({Code::SYN019, places_(begin, row.begin + row.words.size()),
                      fmt::format(diag::SYN019::wide_row, row.width(), columns)});
  }

  void report_rule(const Row& rule, std::size_t columns) {
    reporter_.report(
        {Code::SYN019,
         places_(rule.begin, rule.begin + rule.words.size()),
         fmt::format(diag::SYN019::uneven_rule, columns, rule.cells()),
         {},
         {{diag::SYN019::rule_columns, places_(rule.begin, rule.begin + rule.words.size()),
           drawn(columns), true}}});
  }

  void widen(const Row& head, std::size_t columns) {
    const std::size_t end = head.begin + head.words.size();
    std::string cells = head.is_closed() ? "" : " |";
    for (std::size_t i = 0; i < columns; ++i) cells += " |";
    edits_.push_back({end, end, std::move(cells)});
  }

  static std::string drawn(std::size_t columns) {
    std::string rule = "|";
    for (std::size_t i = 0; i < columns; ++i) rule += "---|";
    return rule;
  }

  void redraw(const Row& rule, std::size_t columns) {
    edits_.push_back({rule.begin, rule.begin + rule.words.size(), drawn(columns)});
  }

  std::string_view body_;
  const std::vector<Line>& lines_;
  const Places& places_;
  Reporter& reporter_;
  std::vector<Edit>& edits_;
};

}  // namespace

bool is_table_rule(std::string_view line) {
  return line.find('-') != nowhere && line.find_first_not_of("|:- \t") == nowhere;
}

std::vector<bool> mend_tables(std::string_view body, const std::vector<Line>& lines,
                              const Places& places, Reporter& reporter, std::vector<Edit>& edits) {
  return TableMender(body, lines, places, reporter, edits).run();
}

}  // namespace concord::syntax
