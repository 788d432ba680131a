// Tables whose lines do not have as many cells as one another.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/edits.h"
#include "syntax/lines.h"
#include "syntax/reporter.h"

namespace concord::syntax {

// More columns than this are no table: to cmark-gfm 0.29 they would cost quadratic time.
inline constexpr std::size_t most_columns = 100;

// True where the line holds only strokes, hyphens and colons, as the rule below a table's head.
bool is_table_rule(std::string_view line);

// Markdown drops the cells of a row beyond its head, takes no table for one where head and rule
// differ, and ends a cell at a stroke within code. Head and rule are made as wide as the widest
// row, strokes within code and addresses get their backslash, and each is reported (SYN019).
// Returns, by line, whether it belongs to a table.
std::vector<bool> mend_tables(std::string_view body, const std::vector<Line>& lines,
                              const Places& places, Reporter& reporter, std::vector<Edit>& edits);

}  // namespace concord::syntax
