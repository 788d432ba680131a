// The last touch on a PDF that Typst made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concord::render {

// Where a clause begins: its identifier becomes a named destination, so that protocol.pdf#5.4.ii
// opens at the same clause as index.html#5.4.ii.
struct PdfPlace {
  std::string id;
  std::size_t page = 1;  // from 1
  double x = 0;          // points from the left edge
  double y = 0;          // points from the top edge
};

// Adds to a PDF/UA-1 file what PDF/A-2a asks for beyond it (the declaration in the XMP metadata and
// the schema of the PDF/UA one), names the places, and writes it anew with an identifier that
// depends on the content alone. Throws std::runtime_error where the bytes are not a PDF.
std::string stamp(std::string_view pdf, const std::vector<PdfPlace>& places);

}  // namespace concord::render
