// What the permalinks of all earlier versions have become.
#pragma once

#include <vector>

#include "draft/revision.h"
#include "graph/former_keys.h"

namespace concord::draft {

// One version and what it was made from.
struct Step {
  const passes::Protocol& after;
  const Revision& revision;  // of the version before and `after`
  const passes::Protocol& before;
  const std::vector<graph::FormerKey>& before_keys;  // permalinks() of the version before
};

// The identifiers by which earlier texts called the clauses of this one: those that `formerly=`
// tells, then, with the version before at hand, those of each clause that has a successor beyond
// doubt, and those by which that version was reached. Only what no clause is called now.
std::vector<graph::FormerKey> permalinks(const passes::Protocol& first);
std::vector<graph::FormerKey> permalinks(const Step& step);

}  // namespace concord::draft
