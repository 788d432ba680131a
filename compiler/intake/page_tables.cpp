#include "intake/page_tables.h"

#include <algorithm>
#include <string_view>

#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

void gather_rows(const PageNode& node, std::vector<const PageNode*>& rows, int depth) {
  if (depth > 3) return;
  for (const PageNode& child : node.children) {
    if (child.is("tr")) {
      rows.push_back(&child);
    } else if (!child.is_words()) {
      gather_rows(child, rows, depth + 1);
    }
  }
}

bool is_before(const Cell& cell) {
  const std::string words = words_of(cell);
  return words.empty() || is_lone_label(words);
}

bool has_side_headings(const std::vector<Row>& rows, const ImportLists& lists) {
  std::vector<SideRow> sides;
  for (const Row& row : rows) {
    const std::size_t columns = row.cells.size();
    if (columns < 2 || columns > 3) return false;
    if (columns == 3 && !is_before(row.cells.front())) return false;
    SideRow& side = sides.emplace_back();
    side.heading = words_of(row.cells[columns - 2]);
    for (const Runs& runs : row.cells.back().paragraphs)
      side.paragraphs.push_back(std::string(trimmed(text_of(runs))));
  }
  return are_side_headings(sides, lists);
}

}  // namespace

std::vector<const PageNode*> rows_of_table(const PageNode& table) {
  std::vector<const PageNode*> rows;
  gather_rows(table, rows, 0);
  return rows;
}

std::string words_of(const Cell& cell) {
  std::string words;
  for (const Runs& runs : cell.paragraphs) words += text_of(runs) + " ";
  return std::string(trimmed(words));
}

bool lays_text_out(const std::vector<Row>& rows, const ImportLists& lists) {
  const bool narrow =
      std::ranges::all_of(rows, [](const Row& row) { return row.cells.size() == 1; });
  const bool parted = std::ranges::all_of(rows, [](const Row& row) {
    return row.cells.size() <= 3 && std::all_of(row.cells.begin(), row.cells.end() - 1,
                                                [](const Cell& cell) { return is_before(cell); });
  });
  return narrow || parted || has_side_headings(rows, lists);
}

bool could_head_columns(const Row& row) {
  return std::ranges::all_of(row.cells, [](const Cell& cell) {
    const std::string words = words_of(cell);
    return !words.empty() && tokens_of(words).size() <= 5 && !ends_with_punctuation(words) &&
           std::ranges::none_of(words, source::is_digit);
  });
}

}  // namespace concord::intake
