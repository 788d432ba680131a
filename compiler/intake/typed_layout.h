// What people lay out by hand in a word processor: items behind line breaks of one paragraph,
// indents made of tabs, numbers typed and set apart by a tab.
#pragma once

#include <vector>

#include "intake/blocks.h"

namespace concord::intake {

// Takes tabs and spaces before the words as an indent; makes paragraphs of lines that open with a
// bullet or a number, that stand below an empty line, or that are the text below a line in bold;
// takes a number that a tab sets apart from its words as the paragraph's label. Tables, headings by
// style and what stands around the text stay as they are.
void read_typed_layout(std::vector<Block>& blocks);

}  // namespace concord::intake
