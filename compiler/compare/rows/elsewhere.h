// Where a council says that it deals with a matter elsewhere.
#pragma once

#include <span>
#include <vector>

#include "compare/match/match.h"

namespace concord::compare {

// Adds a cell to each row for each council that has no clause of its own there and refers out of
// its protocol, in a clause on the row's topic, to something that the row's title names.
void add_elsewhere(std::span<const passes::Protocol> protocols, const LinkedCorpus& linked,
                   std::vector<Row>& rows);

}  // namespace concord::compare
