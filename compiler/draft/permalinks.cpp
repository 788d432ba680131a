#include "draft/permalinks.h"

#include <algorithm>
#include <iterator>

namespace concord::draft {

using graph::FormerKey;

std::vector<FormerKey> permalinks(const passes::Protocol& first) {
  return graph::lasting_keys(first.graph(), graph::former_keys(first.graph()));
}

std::vector<FormerKey> permalinks(const Step& step) {
  std::vector<FormerKey> all = graph::former_keys(step.after.graph(), step.before.graph());
  const auto inherit = [&](const std::string& key, ClauseId earlier) {
    const Descent& descent = step.revision.of_earlier(earlier).descent;
    if (!descent.deleted() && !descent.ambiguous)
      all.push_back({key, descent.after.front(), false});
  };
  for (const graph::Clause& clause : step.before.clauses()) inherit(clause.key, clause.id);
  for (const FormerKey& each : step.before_keys) inherit(each.key, each.clause);
  // What it says of versions that are not at hand.
  std::ranges::move(graph::former_keys(step.after.graph()), std::back_inserter(all));
  return graph::lasting_keys(step.after.graph(), all);
}

}  // namespace concord::draft
