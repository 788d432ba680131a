// A redline as a terminal shows it.
#pragma once

#include <string>

#include "view/redline.h"

namespace concord::cli {

// What changed clause by clause, the summary first. With `colour` words that came and went are
// green and red, otherwise signs stand around them.
std::string redline_text(const view::Redline& redline, bool colour);

}  // namespace concord::cli
