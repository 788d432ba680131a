// The tables of a paper as flat lists: those of one identifier joined, with their group as a
// column.
#pragma once

#include <string>
#include <vector>

#include "view/paper.h"

namespace concord::render {

struct FlatTable {
  std::string id;    // "changes"
  std::string name;  // "Changes"
  std::vector<view::PaperColumn> columns;
  std::vector<std::vector<std::string>> rows;  // plain words; lines parted by line breaks
};

// In the order in which the identifiers occur first.
std::vector<FlatTable> flat_tables(const view::Paper& paper);

}  // namespace concord::render
