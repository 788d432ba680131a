// Which words of a PDF are bold or italic, by the names of their fonts: a heading is often set so
// and in no larger letters than the text.
#pragma once

#include <string>
#include <vector>

#include "intake/pdf_words.h"

namespace concord::intake {

// Runs pdftohtml over the file, which knows fonts where pdftotext knows better places, and marks
// the words of lines that are bold or italic from end to end. Pages that are shown turned get the
// size that they are shown in. What it does not come to is left as it is: a heading can be told
// without.
void mark_fonts(const std::string& bytes, std::vector<PdfPage>& pages);

}  // namespace concord::intake
