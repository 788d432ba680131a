#include "draft/reasons.h"

#include <algorithm>

namespace concord::draft {

std::vector<std::string> said_anew(const Descent& descent, std::string_view name,
                                   const passes::Protocol& before, const passes::Protocol& after) {
  std::vector<std::string> all;
  for (const ClauseId clause : descent.after) {
    const std::string* now = after[clause].attributes.find(name);
    if (now == nullptr || std::ranges::find(all, *now) != all.end()) continue;
    const bool known = std::ranges::any_of(descent.before, [&](ClauseId origin) {
      const std::string* then = before[origin].attributes.find(name);
      return then != nullptr && *then == *now;
    });
    if (!known) all.push_back(*now);
  }
  return all;
}

std::string reason_of_deletion(const Descent& descent, const passes::Protocol& before,
                               const passes::Protocol& after) {
  if (!descent.deleted()) return "";
  const graph::Clause& gone = before[descent.before.front()];
  const auto& known = before.metadata().deleted;
  for (const syntax::Deletion& each : after.metadata().deleted)
    if ((each.clause == gone.key || each.clause == gone.full_number) &&
        std::ranges::find(known, each) == known.end())
      return each.reason;
  return "";
}

}  // namespace concord::draft
