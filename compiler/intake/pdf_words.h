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
  // Where its line is so from end to end (pdf_fonts.h).
  bool bold = false;
  bool slanted = false;
  std::string note = {};  // the mark of the footnote that it calls (pdf_notes.h)

  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;
};

// Headers and footers stand within this part of a page, above and below.
inline constexpr double margin_part = 0.13;

// Further pages are not read.
inline constexpr std::size_t most_pages = 1500;

struct PdfWords {
  std::vector<PdfPage> pages;
  bool broke_off = false;   // pdftotext could not read on
  bool more_pages = false;  // than are read
};

// Runs pdftotext over the file. Throws Unreadable where it is encrypted, broken, too large or takes
// too long, and where pdftotext is missing. What was read before the program broke off is kept.
PdfWords words_of_pdf(const std::string& bytes);

}  // namespace concord::intake
