// The words of a PDF and where they stand, as poppler sees them.
#pragma once

#include <string>
#include <vector>

#include "intake/blocks.h"

namespace concord::intake {

struct PdfWord {
  std::string text;
  // In points from the left and the top of the page.
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;
};

// Runs pdftotext over the file. Throws Unreadable where it is encrypted, broken, too long, without
// words, or where pdftotext is missing or falls silent. What was read before the program stopped is
// kept, and `stopped` says so.
std::vector<PdfPage> words_of_pdf(const std::string& bytes, bool& stopped);

}  // namespace concord::intake
