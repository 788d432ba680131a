// Tables of a saved page: those that hold data, and those that only lay text out.
#pragma once

#include <string>
#include <vector>

#include "intake/blocks.h"
#include "intake/page_tree.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// The rows of a table, those of its parts included.
std::vector<const PageNode*> rows_of_table(const PageNode& table);

std::string words_of(const Cell& cell);

// A table that only puts words at their places: one column, or numbers beside their paragraphs.
// Each row has a cell.
bool lays_text_out(const std::vector<Row>& rows, const ImportLists& lists);

// Names of columns: a few words each, no figures.
bool could_head_columns(const Row& row);

}  // namespace concord::intake
