// Headers and footers of a PDF: what stands at the same place on two pages or more.
#pragma once

#include <vector>

#include "intake/pdf_lines.h"

namespace concord::intake {

// Tells the lines of each page that are furniture; a numbered clause never is.
void find_margins(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines);

}  // namespace concord::intake
