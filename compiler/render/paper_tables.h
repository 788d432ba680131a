// The tables of a paper as flat lists: those of one name joined, with their group as a column.
#pragma once

#include <string>
#include <vector>

#include "view/paper.h"

namespace concord::render {

struct FlatTable {
  std::string name;
  std::vector<view::PaperColumn> columns;
  std::vector<std::vector<std::string>> rows;  // plain words; lines parted by line breaks
};

// In the order in which the names occur first.
std::vector<FlatTable> flat_tables(const view::Paper& paper);

}  // namespace concord::render
