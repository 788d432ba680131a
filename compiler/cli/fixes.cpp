#include "cli/fixes.h"

#include <algorithm>

namespace concord::cli {

bool same_meaning(const passes::Protocol& before, const passes::Protocol& after) {
  const auto same_clause = [](const graph::Clause& a, const graph::Clause& b) {
    return a.key == b.key && a.kind == b.kind && a.full_number == b.full_number;
  };
  const auto same_goal = [](const passes::Reference& a, const passes::Reference& b) {
    return a.from == b.from && a.kind == b.kind && a.to == b.to && a.uri == b.uri;
  };
  return std::ranges::equal(before.clauses(), after.clauses(), same_clause) &&
         std::ranges::equal(before.references(), after.references(), same_goal);
}

}  // namespace concord::cli
