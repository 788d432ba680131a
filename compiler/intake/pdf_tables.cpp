#include "intake/pdf_tables.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// In points: how exactly words stand at the edge of their column.
constexpr double slack = 2.5;
// How far down a table the line with the most columns is looked for.
constexpr std::size_t longest_look = 12;
// Lines of a cell are set alike to a hair; a row has at least its rule between it and the next.
constexpr double thinnest_rule = 0.3;
constexpr std::size_t fewest_lines = 3;
constexpr std::size_t longest_head = 12;  // words of a cell

using Edges = std::vector<double>;

// The left edges of what wide gaps part; none where the line opens with a number or a bullet.
Edges parts_of(const PdfLine& line) {
  if (line.furniture != Furniture::none) return {};
  Edges edges{line.words.front().left};
  std::size_t second = line.words.size();
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const PdfWord& word = line.words[i];
    if (word.left - line.words[i - 1].right <= word.height() * 1.2) continue;
    second = std::min(second, i);
    edges.push_back(word.left);
  }
  const std::string first = words_between(line, 0, second);
  const bool numbered = label_at(first).number.present() || bullet_length(first + " W") > 0;
  return edges.size() > 1 && !numbered ? edges : Edges{};
}

// By column, the words of a line; none where one stands across an edge, or a column's first word
// not at its own.
std::vector<std::string> cells_of(const PdfLine& line, const Edges& edges) {
  std::vector<std::string> cells(edges.size());
  for (const PdfWord& word : line.words) {
    const auto after = std::ranges::upper_bound(edges, word.left + slack);
    if (after == edges.begin()) return {};
    if (after != edges.end() && word.right > *after) return {};
    std::string& cell = cells[static_cast<std::size_t>(after - edges.begin()) - 1];
    if (cell.empty() && word.left > *(after - 1) + slack) return {};
    cell += (cell.empty() ? "" : " ") + word.text;
  }
  return cells;
}

std::size_t count_filled(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(
      std::ranges::count_if(cells, [](const std::string& cell) { return !cell.empty(); }));
}

class TableFinder {
 public:
  explicit TableFinder(const std::vector<PdfLine>& lines) : lines_(lines) {}

  std::vector<PdfTable> run() {
    std::vector<PdfTable> tables;
    std::size_t free = 0;  // of other tables
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Edges edges = edges_from(i);
      if (edges.empty()) continue;
      PdfTable table = table_around(i, free, edges);
      if (table.rows.empty()) continue;
      i = table.end - 1;
      free = table.end;
      tables.push_back(std::move(table));
    }
    return tables;
  }

 private:
  // Of the line with the most columns, this one or one that soon follows.
  Edges edges_from(std::size_t i) const {
    Edges most = parts_of(lines_[i]);
    if (most.empty()) return most;
    for (std::size_t j = i + 1; j < std::min(i + longest_look, lines_.size()); ++j) {
      if (lines_[j].page != lines_[i].page) break;
      Edges edges = parts_of(lines_[j]);
      if (edges.size() > most.size() && !cells_of(lines_[i], edges).empty())
        most = std::move(edges);
    }
    return most;
  }

  bool fits(std::size_t i, std::uint32_t page, const Edges& edges) const {
    return lines_[i].page == page && lines_[i].furniture == Furniture::none &&
           !cells_of(lines_[i], edges).empty();
  }

  PdfTable table_around(std::size_t i, std::size_t free, const Edges& edges) const {
    const std::uint32_t page = lines_[i].page;
    PdfTable table{i, i + 1, {}};
    while (table.begin > free && fits(table.begin - 1, page, edges)) --table.begin;
    while (table.end < lines_.size() && fits(table.end, page, edges)) ++table.end;
    if (table.end - table.begin < fewest_lines) return table;
    const Texts rows = rows_of(table, edges);
    if (rows.size() > 1 && rows.size() < table.end - table.begin && is_data(rows))
      table.rows = rows_with_head(rows, table);
    return table;
  }

  // A hyphen at the end of a line of the cell is taken for the word's own.
  static void add(const std::string& words, std::string& cell) {
    if (words.empty()) return;
    const bool broken = cell.ends_with('-') && !cell.ends_with(" -") && source::is_lower(words[0]);
    cell += (cell.empty() || broken ? "" : " ") + words;
  }

  double white_above(std::size_t i) const { return lines_[i].top - lines_[i - 1].bottom; }

  using Texts = std::vector<std::vector<std::string>>;  // of the cells of each row

  // The lines above the first row that has words in two columns, and below the last, are no part of
  // the table.
  Texts rows_of(PdfTable& table, const Edges& edges) const {
    double least = white_above(table.begin + 1);
    for (std::size_t i = table.begin + 1; i < table.end; ++i)
      least = std::min(least, white_above(i));
    Texts rows;
    std::vector<std::size_t> begins;
    for (std::size_t i = table.begin; i < table.end; ++i) {
      const std::vector<std::string> cells = cells_of(lines_[i], edges);
      if (i == table.begin || white_above(i) > least + thinnest_rule) {
        rows.emplace_back(cells.size());
        begins.push_back(i);
      }
      for (std::size_t k = 0; k < cells.size(); ++k) add(cells[k], rows.back()[k]);
    }
    begins.push_back(table.end);
    const auto is_row = [](const std::vector<std::string>& row) { return count_filled(row) > 1; };
    const auto first = std::ranges::find_if(rows, is_row) - rows.begin();
    const auto last = rows.rend() - std::find_if(rows.rbegin(), rows.rend(), is_row);
    if (first >= last) return {};
    table.begin = begins[static_cast<std::size_t>(first)];
    table.end = begins[static_cast<std::size_t>(last)];
    return {rows.begin() + first, rows.begin() + last};
  }

  // Words in two columns of each row or more, no numbers before paragraphs, no pages behind titles.
  static bool is_data(const Texts& rows) {
    const bool numbers = std::ranges::all_of(rows, [](const std::vector<std::string>& row) {
      return std::ranges::all_of(row.back(), source::is_digit);
    });
    return !numbers && std::ranges::all_of(rows, [](const std::vector<std::string>& row) {
      return count_filled(row) > 1 && !is_lone_label(row.front());
    });
  }

  static bool could_head(const std::vector<std::string>& row) {
    return std::ranges::all_of(row, [](const std::string& cell) {
      return !cell.empty() && tokens_of(cell).size() <= longest_head &&
             !ends_with_punctuation(cell) && opens_with_capital(cell);
    });
  }

  bool is_bold(std::size_t i) const {
    return std::ranges::all_of(lines_[i].words, [](const PdfWord& word) { return word.bold; });
  }

  // Two columns without a head in bold may be terms beside what they mean.
  std::vector<Row> rows_with_head(const Texts& texts, const PdfTable& table) const {
    const bool bold = is_bold(table.begin) && !is_bold(table.end - 1);
    if (texts.front().size() < 3 && !bold) return {};
    std::vector<Row> rows;
    rows.reserve(texts.size());
    for (const std::vector<std::string>& text : texts) {
      Row& row = rows.emplace_back();
      for (const std::string& cell : text) {
        Cell& made = row.cells.emplace_back();
        if (!cell.empty()) made.paragraphs.push_back({Run{cell}});
      }
    }
    rows.front().header = bold || could_head(words_of(rows.front()));
    return rows;
  }

  static std::vector<std::string> words_of(const Row& row) {
    std::vector<std::string> words;
    for (const Cell& cell : row.cells)
      words.push_back(cell.paragraphs.empty() ? "" : text_of(cell.paragraphs.front()));
    return words;
  }

  const std::vector<PdfLine>& lines_;
};

}  // namespace

std::vector<PdfTable> wrapped_tables(const std::vector<PdfLine>& lines) {
  return TableFinder(lines).run();
}

}  // namespace concord::intake
