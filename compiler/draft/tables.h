// What became of a table, row by row and cell by cell.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "draft/wording.h"
#include "syntax/document.h"

namespace concord::draft {

struct RowChange {
  enum class Fate : std::uint8_t { kept, changed, deleted, inserted };

  Fate fate = Fate::kept;
  // By column of either table, in order; without pieces where the cell is empty or its table has no
  // such column.
  std::vector<std::vector<Piece>> cells;
};
std::string_view name_of(RowChange::Fate fate);  // "kept", …

struct TableChange {
  RowChange header;             // no cells where neither table has a header
  std::vector<RowChange> rows;  // in the order of the later table
};

// The pieces that turn one text of a cell into another.
using CellDiff = std::function<std::vector<Piece>(std::string_view before, std::string_view after)>;

// Rows and columns are paired in order, so that the pairs are as alike as can be; a row that
// changed its place went and came anew. An empty table (no cells at all) makes the other new, or
// gone.
TableChange table_change(const syntax::Table& before, const syntax::Table& after,
                         const CellDiff& diff);

}  // namespace concord::draft
