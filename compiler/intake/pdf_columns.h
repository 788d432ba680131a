// Pages whose text stands in two columns, and texts whose headings stand beside them.
#pragma once

#include <vector>

#include "intake/pdf_lines.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// By page: its lines in order of reading, those left of the white between two columns first; a line
// across both ends what stands above it. Headers and footers are told already.
void put_in_order(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines,
                  const ImportLists& lists);

}  // namespace concord::intake
