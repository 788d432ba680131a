// Office Open XML workbooks: sheets ready to filter, every text written as a string, which no
// program runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace concord::render {

struct SheetColumn {
  std::string heading;
  double width = 12;    // in characters
  bool number = false;  // its cells are numbers where they can be read as such
};

struct SheetCell {
  std::string text;               // lines parted by line breaks
  std::uint32_t fill = 0xFFFFFF;  // RGB, pale enough for black text
  bool strong = false;
};

struct Sheet {
  std::string name;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;
  std::size_t held_columns = 0;  // that stay in view
  bool filter = false;           // rows can be chosen; printed wide, the heading on each page
};

// The rows of one sheet that a workbook holds, the heading aside.
extern const std::size_t most_sheet_rows;

// What a workbook says of itself in its properties.
struct WorkbookProperties {
  std::string title;
  std::string comments;  // or empty
  std::string day;       // ISO, or empty: stands for the moment of making, which would make each
                         // file differ from the last
};

// The bytes, the same for the same sheets. Rows beyond most_sheet_rows are left out. Throws
// std::runtime_error where it cannot be made (no room for its temporary files or no memory).
std::string workbook(const WorkbookProperties& about, const std::vector<Sheet>& sheets);

}  // namespace concord::render
