// Pages that face one another, with their text further to the left on one of them.
#pragma once

#include <vector>

#include "intake/pdf_words.h"

namespace concord::intake {

// Moves the words of every second page so that the text of all pages has one left edge.
void align_facing_pages(std::vector<PdfPage>& pages);

}  // namespace concord::intake
