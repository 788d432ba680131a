// The rows of the tables of a saved page.
#pragma once

#include <vector>

#include "intake/blocks.h"
#include "intake/page_tree.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// The rows of a table, those of its parts included.
std::vector<const PageNode*> rows_of_table(const PageNode& table);

// Names of columns: a few words each, no figures.
bool could_head_columns(const Row& row);

}  // namespace concord::intake
