#include "passes/number_index.h"

#include <algorithm>
#include <optional>

#include "graph/numbers.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::ClauseId;

std::string name_of(const Clause& root) {
  return "#" + root.key;
}

// "3.1e" for 3.1(e).
std::optional<Parts> split_letter(const Parts& parts) {
  const std::string& last = parts.back();
  if (last.size() < 2 || last.back() < 'a') return std::nullopt;
  Parts split(parts.begin(), parts.end() - 1);
  split.push_back(last.substr(0, last.size() - 1));
  split.push_back(last.substr(last.size() - 1));
  return split;
}

Parts joined(Parts head, const Parts& tail) {
  head.insert(head.end(), tail.begin(), tail.end());
  return head;
}

}  // namespace

NumberIndex::NumberIndex(const graph::ClauseGraph& graph) : graph_(graph) {
  const auto size = static_cast<std::uint32_t>(graph.clauses.size());
  ends_.resize(size);
  for (std::uint32_t i = size; i-- > 0;) {
    const Clause& clause = graph.clauses[i];
    ends_[i] = clause.children.empty() ? i + 1 : ends_[graph::index(clause.children.back())];
  }
  for (const Clause& clause : graph.clauses) {
    if (clause.full_number.empty()) continue;
    by_parts_[key_of(clause)].push_back(clause.id);
    full_numbers_.push_back(clause.full_number);
  }
}

Holders NumberIndex::find(const Parts& parts, bool relative, const Clause& from) const {
  if (!relative) {
    if (const Holders found = exact(parts); !found.empty()) return nearest(parts, found, from);
    if (const auto split = split_letter(parts))
      if (const Holders found = exact(*split); !found.empty()) return nearest(parts, found, from);
  }
  return relative || parts.size() == 1 ? beside(parts, relative, from) : Holders();
}

Holders NumberIndex::find_in(const Clause& around, const Parts& parts) const {
  if (!around.full_number.empty())
    if (const Holders found = exact(joined(key_of(around), parts)); !found.empty())
      return within(found, around);
  if (const Holders found = within(exact(parts), around); !found.empty()) return found;
  return within(exact(joined({name_of(root_of(around))}, parts)), around);
}

Holders NumberIndex::within(Holders holders, const Clause& around) const {
  const ClauseId end{ends_[graph::index(around.id)]};
  const auto first = std::ranges::lower_bound(holders, around.id);
  const auto last = std::ranges::lower_bound(first, holders.end(), end);
  return {first, last};
}

// Letters without a number above them are known within their section only.
Parts NumberIndex::key_of(const Clause& clause) const {
  Parts parts = graph::parts_of(clause.full_number);
  if (clause.full_number.starts_with('(')) parts.insert(parts.begin(), name_of(root_of(clause)));
  return parts;
}

Holders NumberIndex::exact(const Parts& parts) const {
  const auto found = by_parts_.find(parts);
  return found == by_parts_.end() ? Holders() : Holders(found->second);
}

// Where numbers start again in each part, the nearest is meant: of those that share the innermost
// clause around. A 2.3 below 5 is out of place there and no nearer for it.
Holders NumberIndex::nearest(const Parts& parts, Holders holders, const Clause& from) const {
  const Clause* around = &from;
  while (holders.size() > 1) {
    const Parts above = graph::parts_of(around->full_number);
    const bool fits =
        !graph::is_decimal(around->number) ||
        (above.size() <= parts.size() && std::equal(above.begin(), above.end(), parts.begin()));
    const Holders near = fits ? within(holders, *around) : Holders();
    if (!near.empty()) return near;
    if (!around->parent) break;
    around = &graph_[*around->parent];
  }
  return holders;
}

// A number that is not relative is the one printed: "3" is never 2.3.
Holders NumberIndex::beside(const Parts& parts, bool relative, const Clause& from) const {
  const auto below = [&](const Parts& whole) {
    const Holders found = exact(joined(whole, parts));
    const bool printed = relative || (!found.empty() &&
                                      graph::parts_of(graph_[found.front()].number.label) == parts);
    return printed ? found : Holders();
  };
  const Clause* around = &from;
  for (;;) {
    if (!around->full_number.empty())
      if (const Holders found = below(key_of(*around)); !found.empty()) return found;
    if (!around->parent) break;
    around = &graph_[*around->parent];
  }
  return below({name_of(*around)});
}

const Clause& NumberIndex::root_of(const Clause& clause) const {
  const Clause* at = &clause;
  while (at->parent) at = &graph_[*at->parent];
  return *at;
}

}  // namespace concord::passes
