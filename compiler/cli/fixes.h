// Putting right, in the text itself, what a diagnostic offers to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "passes/protocol.h"

namespace concord::cli {

struct Fixed {
  std::string text;
  std::size_t count = 0;  // fixes applied
};

// Applies the fixes, whose spans are all in this text. Of two that overlap the first in the text is
// applied and the other left for the next run.
Fixed apply(std::string_view text, std::vector<diag::Fix> fixes);

// Whether a text means after its fixes what it meant before: it has the same clauses, and each
// reference leads where it led.
bool same_meaning(const passes::Protocol& before, const passes::Protocol& after);

}  // namespace concord::cli
