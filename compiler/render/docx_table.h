// Tables of a Word file: widths by what the columns have to say, a header row that each page
// repeats, and a name for who cannot see them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "render/xml_tree.h"
#include "view/model.h"

namespace concord::render {

enum class RowState : std::uint8_t { kept, inserted, deleted };

// The width of A4 without its margins, upright and turned, in twentieths of a point.
inline constexpr int upright_room = 9072;
inline constexpr int turned_room = 14004;

struct DocxTable {
  std::vector<view::Runs> header;  // none where no cell of it says anything
  std::vector<std::vector<view::Runs>> rows;
  std::string name;                   // for who cannot see it
  int left = 0;                       // from the margin, in twentieths of a point
  int room = upright_room;            // between the margins of the page
  std::vector<int> shares = {};       // of the columns in the room; none: by what they have to say
  std::vector<RowState> states = {};  // of the header and the rows; none where nothing is tracked
};

// Where a cell stands: its row, the header's being 0 where there is one, and its column.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

// `write` fills the paragraph of a cell; `mark` says of a row's properties, or a paragraph's mark,
// that it came or went.
using WriteCell =
    std::function<void(const XmlElement& paragraph, const view::Runs&, const CellPlace&)>;
using MarkRow = std::function<void(const XmlElement& properties, RowState)>;

void write_table(const XmlElement& parent, const DocxTable& table, const WriteCell& write,
                 const MarkRow& mark = {});

}  // namespace concord::render
