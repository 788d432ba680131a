// The footnotes of a PDF without a structure tree.
#pragma once

#include <vector>

#include "intake/pdf_lines.h"

namespace concord::intake {

// Takes out of the lines, in order of reading, the notes that stand at the foot of a page in
// smaller letters than the text, each with the number that a raised one in the text above calls;
// the words that call them get their marks (PdfWord::note).
std::vector<Note> take_notes(std::vector<PdfLine>& lines, double usual_height);

}  // namespace concord::intake
