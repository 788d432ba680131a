// Documents whose every paragraph is a printed line, as programs that read scans or PDFs write
// them.
#pragma once

#include <vector>

#include "intake/blocks.h"

namespace concord::intake {

// Where paragraphs break off and go on in the next as the lines of a page do, all become lines.
void find_printed_lines(std::vector<Block>& blocks);

}  // namespace concord::intake
