// What a tagged PDF says of the parts of its text: the structure tree, as poppler prints it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace concord::intake {

struct PdfElement {
  std::string type;  // "P", "H1", "LBody"; empty: words
  std::string text;  // of words, as printed: they end where a line of the page does, or before
  int columns = 1;   // of a cell: how many it spans
  std::vector<PdfElement> children;

  bool is_words() const { return type.empty(); }
};

// The tree below an element without words, or nothing where the PDF is not tagged. `bytes` is the
// whole file. Throws Unreadable where poppler takes too long over it or says too much.
std::optional<PdfElement> structure_of_pdf(const std::string& bytes);

}  // namespace concord::intake
