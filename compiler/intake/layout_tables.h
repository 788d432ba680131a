// Tables of Word files and pages: those that hold data, and those that only lay a text out, with a
// number in one column and its words in the next.
#pragma once

#include <vector>

#include "intake/blocks.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// A cell as it was read; a paragraph of nothing but a number is a block with a label and no runs.
struct GridCell {
  std::vector<Block> blocks;
  bool merged = false;  // as in Cell
};

struct GridRow {
  std::vector<GridCell> cells;
  bool header = false;
};

using Grid = std::vector<GridRow>;

// True where no row says more than a text does: numbers, then words in one cell; or a heading, and
// beside it the paragraphs below it. A table of one column is a frame around a text.
bool lays_text_out(const Grid& grid, const ImportLists& lists);

// The text that such a table lays out. A number that was typed in its own cell is set before its
// words, with a tab between.
std::vector<Block> text_of_grid(Grid grid);

// The rows of a table; the number of a paragraph is set before its words. A table within a cell
// becomes paragraphs of the cell, one a row.
std::vector<Row> rows_of_grid(const Grid& grid);

// The bookmarks of all its cells.
std::vector<std::string> bookmarks_of_grid(const Grid& grid);

// Paragraphs as those of a cell or footnote.
std::vector<Runs> paragraphs_of(const std::vector<Block>& blocks);

}  // namespace concord::intake
