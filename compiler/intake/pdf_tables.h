// Tables of a PDF without a structure tree whose cells take several lines.
#pragma once

#include <cstddef>
#include <vector>

#include "intake/blocks.h"
#include "intake/pdf_lines.h"

namespace concord::intake {

// The lines from `begin` up to `end` are one table, but for headers and footers among them.
struct PdfTable {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Row> rows;
  std::vector<Removed> heads = {};  // its head once more, on each page that it goes on to
};

// In the order of the lines, none within another: lines whose words begin in the same columns, with
// more white above each row than within its cells. One may go on on the next page. Tables whose
// rows are a line each are left to recognition, and what has numbers in its first column is text,
// unless a head names three columns or more.
std::vector<PdfTable> wrapped_tables(const std::vector<PdfLine>& lines);

}  // namespace concord::intake
