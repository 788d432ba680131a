#include "intake/pdf_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "diag/messages.h"
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
      PdfTable table = table_around(i, free, edges, true);
      if (table.rows.empty()) table = table_around(i, free, edges, false);
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
      const Edges edges = parts_of(lines_[j]);
      if (edges.size() > most.size() && !cells_of(lines_[i], edges).empty()) most = edges;
    }
    return most;
  }

  bool is_furniture(std::size_t i) const { return lines_[i].furniture != Furniture::none; }

  bool fits(std::size_t i, const Edges& edges) const {
    return !is_furniture(i) && !cells_of(lines_[i], edges).empty();
  }

  // Headers and footers passed over.
  std::size_t next_of(std::size_t i) const {
    do ++i;
    while (i < lines_.size() && is_furniture(i));
    return i;
  }

  // `over`: where it may go on over the ends of pages.
  PdfTable table_around(std::size_t i, std::size_t free, const Edges& edges, bool over) const {
    const std::uint32_t page = lines_[i].page;
    PdfTable table{i, i + 1, {}};
    while (table.begin > free && lines_[table.begin - 1].page == page &&
           fits(table.begin - 1, edges))
      --table.begin;
    std::size_t count = i - table.begin;
    const auto goes_on = [&](std::size_t j) {
      return j < lines_.size() && (over || lines_[j].page == page) && fits(j, edges);
    };
    for (std::size_t j = i; goes_on(j); j = next_of(j), ++count) table.end = j + 1;
    if (count < fewest_lines) return table;
    const Texts rows = rows_of(table, edges);
    if (rows.size() > 1 && rows.size() < count && is_data(rows))
      table.rows = rows_with_head(rows, table);
    if (table.rows.empty() || table.rows.front().header || table.begin == free) return table;
    if (Row head = centred_head(table.begin - 1, edges);
        head.header && lines_[table.begin - 1].page == page) {
      table.rows.insert(table.rows.begin(), std::move(head));
      --table.begin;
    }
    return table;
  }

  // A hyphen at the end of a line of the cell is taken for the word's own.
  static void add(const std::string& words, std::string& cell) {
    if (words.empty()) return;
    const bool broken = cell.ends_with('-') && !cell.ends_with(" -") && source::is_lower(words[0]);
    cell += (cell.empty() || broken ? "" : " ") + words;
  }

  // The least white between two lines of a cell. Lines of cells that are centred stand at heights
  // of their own.
  double white_within(const PdfTable& table, const Edges& edges) const {
    double least = 1e9;
    std::vector<const PdfLine*> above(edges.size(), nullptr);
    for (std::size_t i = table.begin; i < table.end; i = next_of(i)) {
      const std::vector<std::string> cells = cells_of(lines_[i], edges);
      for (std::size_t k = 0; k < cells.size(); ++k) {
        if (cells[k].empty()) continue;
        if (above[k] != nullptr && above[k]->page == lines_[i].page)
          least = std::min(least, lines_[i].top - above[k]->bottom);
        above[k] = &lines_[i];
      }
    }
    return least;
  }

  using Texts = std::vector<std::vector<std::string>>;  // of the cells of each row

  // The rows that are whole so far, and the line that the last one has come to.
  struct Rows {
    Texts texts;
    std::vector<std::size_t> begins;
    double bottom = 0;
  };

  // A row that the end of a page cut in two goes on with nothing in its first cell.
  bool opens_row(std::size_t i, const std::vector<std::string>& cells, const Rows& rows,
                 double white) const {
    if (rows.texts.empty()) return true;
    if (lines_[i].first_of_page || lines_[i].top < lines_[rows.begins.back()].top)
      return !cells.front().empty();
    return lines_[i].top - rows.bottom > white + thinnest_rule;
  }

  // The lines above the first row that has words in two columns, and below the last, are no part of
  // the table; nor is its head, where it stands once more.
  Texts rows_of(PdfTable& table, const Edges& edges) const {
    const double white = white_within(table, edges);
    Rows made;
    auto& [rows, begins, bottom] = made;
    for (std::size_t i = table.begin; i < table.end; i = next_of(i)) {
      const std::vector<std::string> cells = cells_of(lines_[i], edges);
      if (opens_row(i, cells, made, white)) {
        rows.emplace_back(cells.size());
        begins.push_back(i);
        bottom = 0;
      }
      const bool page = i > table.begin && lines_[i].top < lines_[begins.back()].top;
      bottom = page ? lines_[i].bottom : std::max(bottom, lines_[i].bottom);
      for (std::size_t k = 0; k < cells.size(); ++k) add(cells[k], rows.back()[k]);
    }
    begins.push_back(table.end);
    const auto is_row = [](const std::vector<std::string>& row) { return count_filled(row) > 1; };
    const auto first = std::ranges::find_if(rows, is_row) - rows.begin();
    const auto last = rows.rend() - std::find_if(rows.rbegin(), rows.rend(), is_row);
    if (first >= last) return {};
    table.begin = begins[static_cast<std::size_t>(first)];
    table.end = begins[static_cast<std::size_t>(last)];
    Texts kept;
    for (auto k = static_cast<std::size_t>(first); k < static_cast<std::size_t>(last); ++k) {
      const bool again = !kept.empty() && rows[k] == kept.front() &&
                         lines_[begins[k]].page > lines_[table.begin].page;
      if (again) {
        table.heads.push_back({{lines_[begins[k]].page},
                               fmt::to_string(fmt::join(rows[k], " ")),
                               diag::IMP015::on_pages});
      } else {
        kept.push_back(std::move(rows[k]));
      }
    }
    return kept;
  }

  // Words in two columns of each row or more, no numbers before paragraphs, no pages behind titles.
  // Numbers stand in a column of a table that has a name for each.
  static bool is_data(const Texts& rows) {
    const bool numbers = std::ranges::all_of(rows, [](const std::vector<std::string>& row) {
      return std::ranges::all_of(row.back(), source::is_digit);
    });
    const bool named = rows.front().size() > 2 && could_head(rows.front());
    return !numbers && std::ranges::all_of(rows, [named](const std::vector<std::string>& row) {
      const std::size_t filled = count_filled(row);
      return filled > 1 && (!is_lone_label(row.front()) || (named && filled > 2));
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
    for (const std::vector<std::string>& text : texts) rows.push_back(row_of(text, false));
    rows.front().header = bold || could_head(words_of(rows.front()));
    return rows;
  }

  // The line above the first row, in bold, where it has a name in the middle of each column.
  Row centred_head(std::size_t i, const Edges& edges) const {
    std::vector<std::string> cells(edges.size());
    double end = 0;
    std::size_t last = edges.size();
    for (const PdfWord& word : lines_[i].words) {
      const auto after = std::ranges::upper_bound(edges, word.left + word.height());
      if (after == edges.begin() || (after != edges.end() && word.right > *after)) return {};
      const auto column = static_cast<std::size_t>(after - edges.begin()) - 1;
      if (column != last && word.left - end < word.height() * 0.7) return {};
      cells[column] += (cells[column].empty() ? "" : " ") + word.text;
      end = word.right;
      last = column;
    }
    if (is_furniture(i) || !is_bold(i) || !could_head(cells)) return {};
    return row_of(cells, true);
  }

  static Row row_of(const std::vector<std::string>& cells, bool header) {
    Row row;
    row.header = header;
    for (const std::string& cell : cells) {
      Cell& made = row.cells.emplace_back();
      if (!cell.empty()) made.paragraphs.push_back({Run{cell}});
    }
    return row;
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
