// Why something changes between two versions, in the words of the later one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/lineage.h"
#include "passes/protocol.h"

namespace concord::draft {

// What the later clauses say under the name of an attribute ("reason", "from") and their origins
// did not: each once. What stood there before is about an earlier change.
std::vector<std::string> said_anew(const Descent& descent, std::string_view name,
                                   const passes::Protocol& before, const passes::Protocol& after);

// Of a deleted clause, what the later front matter says of it and the earlier one did not; else
// empty.
std::string reason_of_deletion(const Descent& descent, const passes::Protocol& before,
                               const passes::Protocol& after);

}  // namespace concord::draft
