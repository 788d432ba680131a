// Tables of a Word file: widths by what the columns have to say, a header row that each page
// repeats, and a name for who cannot see them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/xml_tree.h"
#include "view/model.h"

namespace concord::render {

struct DocxTable {
  std::vector<view::Runs> header;  // none where no cell of it says anything
  std::vector<std::vector<view::Runs>> rows;
  std::string name;  // for who cannot see it
  int left = 0;      // from the margin, in twentieths of a point
};

// `write` fills the paragraph of a cell.
using WriteCell = std::function<void(const XmlElement& paragraph, const view::Runs&)>;

void write_table(const XmlElement& parent, const DocxTable& table, const WriteCell& write);

}  // namespace concord::render
