#include "intake/layout_tables.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"
#include "syntax/document.h"

namespace concord::intake {
namespace {

// "9.2", "(a)", "3", "iv)", "•": nothing but what stands before a paragraph.
bool is_only_label(const Block& block) {
  if (block.kind != BlockKind::paragraph) return false;
  const std::string text = text_of(block.runs);
  const std::string_view words = trimmed(text);
  if (words.empty()) return !block.label.empty();
  if (!block.label.empty()) return false;
  return is_lone_label(words);
}

bool is_label(const GridCell& cell) {
  return cell.blocks.size() == 1 && is_only_label(cell.blocks.front());
}

bool has_label(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), is_label);
}

// Labels and gaps first, words in one cell at most. A number names no column.
bool is_text(const GridRow& row) {
  bool words = false;
  for (const GridCell& cell : row.cells) {
    if (cell.blocks.empty()) continue;
    if (words) return false;
    words = !is_label(cell);
  }
  return !row.header || has_label(row);
}

bool has_one_column(const Grid& grid) {
  return std::all_of(grid.begin(), grid.end(),
                     [](const GridRow& row) { return row.cells.size() == 1; });
}

// Several rows, and words in the last column alone.
bool is_indented(const Grid& grid) {
  return grid.size() > 1 && std::all_of(grid.begin(), grid.end(), [](const GridRow& row) {
           return !row.header && !row.cells.empty() && !row.cells.back().blocks.empty() &&
                  std::all_of(row.cells.begin(), row.cells.end() - 1,
                              [](const GridCell& cell) { return cell.blocks.empty(); });
         });
}

std::string words_of(const GridCell& cell) {
  std::string words;
  for (const Block& block : cell.blocks) words += (words.empty() ? "" : " ") + text_of(block.runs);
  return std::string(trimmed(words));
}

bool has_side_headings(const Grid& grid, const ImportLists& lists) {
  std::vector<SideRow> rows;
  for (const GridRow& row : grid) {
    const std::size_t columns = row.cells.size();
    if (columns < 2 || columns > 3 || row.header) return false;
    if (columns == 3 && !row.cells.front().blocks.empty() && !is_label(row.cells.front()))
      return false;
    SideRow& side = rows.emplace_back();
    side.heading = words_of(row.cells[columns - 2]);
    for (const Block& block : row.cells.back().blocks)
      side.paragraphs.push_back((block.label.empty() ? "" : block.label + " ") +
                                text_of(block.runs));
  }
  return are_side_headings(rows, lists);
}

Run plain(std::string text) {
  Run run;
  run.text = std::move(text);
  return run;
}

// The label's own block goes into the first paragraph that has no number of its own.
void put_before(std::vector<Block> labels, std::vector<Block>& blocks) {
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    const bool takes = !blocks.empty() && blocks.front().kind == BlockKind::paragraph;
    const bool automatic = label->runs.empty();
    if (!takes || (automatic && !blocks.front().label.empty())) {
      blocks.insert(blocks.begin(), std::move(*label));
    } else if (automatic) {
      blocks.front().label = label->label;
      blocks.front().bullet = label->bullet;
      blocks.front().list_level = label->list_level;
    } else {
      Runs& runs = blocks.front().runs;
      runs.insert(runs.begin(), plain("\t"));
      runs.insert(runs.begin(), label->runs.begin(), label->runs.end());
    }
  }
}

void add_row(GridRow row, std::vector<Block>& text) {
  std::vector<Block> labels, words;
  for (GridCell& cell : row.cells) {
    auto& into = is_label(cell) && words.empty() ? labels : words;
    std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(into));
  }
  put_before(std::move(labels), words);
  std::move(words.begin(), words.end(), std::back_inserter(text));
}

void join(Runs& whole, const Runs& runs) {
  if (!whole.empty()) whole.push_back(plain("\t"));
  whole.insert(whole.end(), runs.begin(), runs.end());
}

Runs with_label(const Block& block) {
  Runs runs = block.runs;
  if (!block.label.empty()) {
    runs.insert(runs.begin(), plain(runs.empty() ? block.label : block.label + "\t"));
  }
  return runs;
}

}  // namespace

bool lays_text_out(const Grid& grid, const ImportLists& lists) {
  if (has_one_column(grid) || is_indented(grid) || has_side_headings(grid, lists)) return true;
  return std::all_of(grid.begin(), grid.end(), is_text) &&
         std::any_of(grid.begin(), grid.end(), has_label);
}

std::vector<Block> text_of_grid(Grid grid) {
  std::vector<Block> text;
  for (GridRow& row : grid) add_row(std::move(row), text);
  return text;
}

std::vector<Row> rows_of_grid(const Grid& grid) {
  std::vector<Row> rows;
  for (const GridRow& from : grid) {
    Row& row = rows.emplace_back();
    row.header = from.header;
    for (const GridCell& cell : from.cells) {
      row.cells.push_back({paragraphs_of(cell.blocks), cell.merged});
    }
  }
  return rows;
}

std::vector<std::string> bookmarks_of_grid(const Grid& grid) {
  std::vector<std::string> bookmarks;
  for (const GridRow& row : grid) {
    for (const GridCell& cell : row.cells) {
      for (const Block& block : cell.blocks) {
        bookmarks.insert(bookmarks.end(), block.bookmarks.begin(), block.bookmarks.end());
      }
    }
  }
  return bookmarks;
}

std::vector<Runs> paragraphs_of(const std::vector<Block>& blocks) {
  std::vector<Runs> paragraphs;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::table) {
      paragraphs.push_back(with_label(block));
      continue;
    }
    for (const Row& row : block.rows) {
      Runs whole;
      for (const Cell& cell : row.cells) {
        for (const Runs& runs : cell.paragraphs) join(whole, runs);
      }
      if (!whole.empty()) paragraphs.push_back(std::move(whole));
    }
  }
  return paragraphs;
}

}  // namespace concord::intake
