#include "draft/tables.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "draft/texts.h"
#include "language/words.h"

namespace concord::draft {
namespace {

using syntax::Cell;
using syntax::Table;

constexpr double least_alike = 0.4;          // Dice coefficient of the words of two rows
constexpr std::size_t most_pairs = 400'000;  // of rows that are weighed against one another
constexpr double same_first_cell = 0.5;      // what names a row most often stands there

struct Line {
  std::vector<std::string_view> cells;
  std::vector<std::string> words;
};
using Lines = std::vector<Line>;

std::vector<std::string> sorted_words(const std::vector<std::string_view>& cells) {
  std::vector<std::string> all;
  for (const std::string_view cell : cells)
    for (const language::Word& word : language::Words(cell)) all.emplace_back(word.folded);
  std::sort(all.begin(), all.end());
  return all;
}

Line line_of(std::vector<std::string_view> cells) {
  std::vector<std::string> words = sorted_words(cells);
  return {std::move(cells), std::move(words)};
}

Line line_of(const std::vector<Cell>& row) {
  std::vector<std::string_view> cells;
  cells.reserve(row.size());
  for (const Cell& cell : row) cells.push_back(cell.prose.text);
  return line_of(std::move(cells));
}

Lines rows_of(const Table& table) {
  Lines lines;
  for (const auto& row : table.rows) lines.push_back(line_of(row));
  return lines;
}

// A column is named by its header; without one by its place.
Lines columns_of(const Table& table) {
  std::size_t count = table.header.size();
  for (const auto& row : table.rows) count = std::max(count, row.size());
  Lines lines(count);
  for (std::size_t i = 0; i < std::min(count, table.header.size()); ++i)
    lines[i] = line_of({std::string_view(table.header[i].prose.text)});
  return lines;
}

bool is_empty(const Line& line) {
  return std::all_of(line.cells.begin(), line.cells.end(),
                     [](std::string_view cell) { return cell.empty(); });
}

// 0 to 1; 0 for what is too unlike to be one row.
double alike(const Line& a, const Line& b) {
  if (a.cells == b.cells) return 1;
  std::vector<std::string> both;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                        std::back_inserter(both));
  const std::size_t count = a.words.size() + b.words.size();
  const double dice =
      count == 0 ? 0 : 2 * static_cast<double>(both.size()) / static_cast<double>(count);
  const bool named = !a.cells.empty() && !b.cells.empty() && !a.cells.front().empty() &&
                     a.cells.front() == b.cells.front();
  return std::max(dice >= least_alike ? dice : 0, named ? same_first_cell : 0);
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// The pairs, in the order of both, with the greatest sum of likeness (Needleman and Wunsch 1970,
// without a cost for gaps) of what lies from `first` on, to the end.
Pairs best_pairs(const Lines& before, std::size_t before_end, const Lines& after,
                 std::size_t after_end, std::size_t first) {
  const std::size_t rows = before_end - first;
  const std::size_t columns = after_end - first;
  Pairs pairs;
  if (rows == 0 || columns == 0 || rows * columns > most_pairs) return pairs;
  std::vector<double> worth((rows + 1) * (columns + 1));
  const auto at = [&](std::size_t i, std::size_t j) -> double& {
    return worth[i * (columns + 1) + j];
  };
  const auto like = [&](std::size_t i, std::size_t j) {
    return alike(before[first + i], after[first + j]);
  };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      const double own = like(i, j);
      at(i, j) = std::max({at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0});
    }
  }
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    const double own = like(i, j);
    if (own > 0 && own + at(i + 1, j + 1) >= at(i, j)) {
      pairs.emplace_back(first + i++, first + j++);
    } else {
      (at(i + 1, j) >= at(i, j + 1) ? i : j) += 1;
    }
  }
  return pairs;
}

// What is the same at the beginning and the end is paired at sight.
Pairs pairs_of(const Lines& before, const Lines& after) {
  std::size_t first = 0;
  std::size_t before_end = before.size();
  std::size_t after_end = after.size();
  Pairs pairs;
  while (first < std::min(before_end, after_end) && before[first].cells == after[first].cells) {
    pairs.emplace_back(first, first);
    ++first;
  }
  while (before_end > first && after_end > first &&
         before[before_end - 1].cells == after[after_end - 1].cells) {
    --before_end;
    --after_end;
  }
  const Pairs middle = best_pairs(before, before_end, after, after_end, first);
  pairs.insert(pairs.end(), middle.begin(), middle.end());
  for (; before_end < before.size(); ++before_end, ++after_end)
    pairs.emplace_back(before_end, after_end);
  return pairs;
}

// One of either side or of both, in the order of the later one; what went stands before what came.
struct Both {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
};

std::vector<Both> in_order(const Pairs& pairs, std::size_t before_count, std::size_t after_count) {
  std::vector<Both> all;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto up_to = [&](std::size_t before, std::size_t after) {
    while (i < before) all.push_back({i++, {}});
    while (j < after) all.push_back({{}, j++});
  };
  for (const auto& [before, after] : pairs) {
    up_to(before, after);
    all.push_back({i++, j++});
  }
  up_to(before_count, after_count);
  return all;
}

std::string_view cell_at(const std::vector<Cell>* row, std::optional<std::size_t> column) {
  return row != nullptr && column && *column < row->size()
             ? std::string_view((*row)[*column].prose.text)
             : std::string_view();
}

RowChange row_change(const std::vector<Cell>* before, const std::vector<Cell>* after,
                     const std::vector<Both>& columns, const CellDiff& diff) {
  RowChange row;
  bool kept = true;
  for (const Both& column : columns) {
    const std::string_view then = cell_at(before, column.before);
    const std::string_view now = cell_at(after, column.after);
    kept = kept && then == now;
    row.cells.push_back(diff(then, now));
  }
  row.fate = before == nullptr  ? RowChange::Fate::inserted
             : after == nullptr ? RowChange::Fate::deleted
             : kept             ? RowChange::Fate::kept
                                : RowChange::Fate::changed;
  return row;
}

// Columns without headers correspond by their places.
std::vector<Both> columns_of(const Table& before, const Table& after) {
  const Lines then = columns_of(before);
  const Lines now = columns_of(after);
  const bool headed = std::none_of(then.begin(), then.end(), is_empty) &&
                      std::none_of(now.begin(), now.end(), is_empty);
  Pairs pairs;
  if (headed && then.size() != now.size()) {
    pairs = pairs_of(then, now);
  } else {
    for (std::size_t i = 0; i < std::min(then.size(), now.size()); ++i) pairs.emplace_back(i, i);
  }
  return in_order(pairs, then.size(), now.size());
}

}  // namespace

std::string_view name_of(RowChange::Fate fate) {
  static constexpr std::array<std::string_view, 4> names = {"kept", "changed", "deleted",
                                                            "inserted"};
  return names[static_cast<std::size_t>(fate)];
}

TableChange table_change(const Table& before, const Table& after, const CellDiff& diff) {
  const std::vector<Both> columns = columns_of(before, after);
  TableChange table;
  if (!is_empty(line_of(before.header)) || !is_empty(line_of(after.header)))
    table.header = row_change(&before.header, &after.header, columns, diff);
  const Lines then = rows_of(before);
  const Lines now = rows_of(after);
  for (const Both& row : in_order(pairs_of(then, now), then.size(), now.size()))
    table.rows.push_back(row_change(row.before ? &before.rows[*row.before] : nullptr,
                                    row.after ? &after.rows[*row.after] : nullptr, columns, diff));
  return table;
}

}  // namespace concord::draft
