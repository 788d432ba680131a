// The lines of a page: words that stand beside one another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "intake/blocks.h"
#include "intake/pdf_words.h"

namespace concord::intake {

struct PdfLine {
  std::vector<PdfWord> words;  // from left to right
  std::uint32_t page = 0;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double height = 0;        // of most of its words
  double column_right = 0;  // the edge of its column
  bool first_of_page = false;
  Furniture furniture = Furniture::none;
};

double median_of(std::vector<double> values);

// Lines from above to below.
std::vector<PdfLine> lines_of(std::vector<PdfWord> words);

// Sets the line's edges by its words, of which there is one at least.
void measure(PdfLine& line);

// Smaller than the line and above its middle.
bool is_raised(const PdfLine& line, const PdfWord& word);

// The words from `begin` up to `end`, with a space between them.
std::string words_between(const PdfLine& line, std::size_t begin, std::size_t end);
std::string words_of(const PdfLine& line);

}  // namespace concord::intake
