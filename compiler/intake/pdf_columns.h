// Pages whose text stands in two columns, and texts whose headings stand beside them.
#pragma once

#include <vector>

#include "intake/pdf_lines.h"
#include "syntax/import_lists.h"

namespace concord::intake {

struct PdfColumns {
  double edge = 0;              // of a text whose headings stand left of it; 0: it has none there
  std::vector<double> gutters;  // by page, the middle of the white between two columns; 0: none
};

// Finds the columns, and makes anew the lines, by page, that were made across a gutter: those of
// two columns need not be level.
PdfColumns make_columns(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines,
                        const ImportLists& lists);

// By page: its lines in order of reading, those left of the white between two columns first; a line
// across both ends what stands above it. Headers and footers are told already.
void put_in_order(const PdfColumns& columns, std::vector<std::vector<PdfLine>>& lines);

}  // namespace concord::intake
