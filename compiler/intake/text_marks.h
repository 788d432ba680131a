// Signs that programs draw around the lines of a plain text: before each line of a quoted message,
// around the cells of a table.
#pragma once

#include <string>

namespace concord::intake {

// The text without them, with as many lines. Where nearly every line opens with ">" that is gone;
// bars that stand in the same columns of lines below one another become blanks, other bars around
// cells become tabs, and a line that is only drawn is empty.
std::string without_drawn_marks(std::string text);

}  // namespace concord::intake
