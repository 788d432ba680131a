// Whether a repair left the meaning of a text alone.
#pragma once

#include "passes/protocol.h"

namespace concord::cli {

// Whether a text means after its fixes what it meant before: it has the same clauses, and each
// reference leads where it led.
bool same_meaning(const passes::Protocol& before, const passes::Protocol& after);

}  // namespace concord::cli
