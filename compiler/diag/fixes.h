// Changing a text at several places at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace concord::diag {

struct Fixed {
  std::string text;
  std::size_t count = 0;  // fixes applied
};

// Applies the fixes, whose spans are all in this text. Of two that overlap the first in the text is
// applied and the other left for the next run.
Fixed apply(std::string_view text, std::vector<Fix> fixes);

}  // namespace concord::diag
