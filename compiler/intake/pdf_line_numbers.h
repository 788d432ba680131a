// Numbers of lines in the margin of a PDF, as drafts and reports to committees have them.
#pragma once

#include <vector>

#include "intake/blocks.h"
#include "intake/pdf_words.h"

namespace concord::intake {

// Takes them out of the pages, and lists those of each page. They stand left of every other word
// and count by a fixed step: by more than one, as no clauses do, or beside nearly every line.
std::vector<Removed> take_line_numbers(std::vector<PdfPage>& pages);

}  // namespace concord::intake
