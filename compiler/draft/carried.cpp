#include "draft/carried.h"

#include <map>
#include <string>
#include <utility>

namespace concord::draft {
namespace {

using passes::Reference;

struct Citation {
  std::string words;
  std::vector<std::size_t> references;
};

// By citing clause, in order. The references of one range are one citation.
std::vector<std::vector<Citation>> citations_of(const passes::Protocol& protocol) {
  std::vector<std::vector<Citation>> all(protocol.clauses().size());
  const Reference* last = nullptr;
  for (std::size_t i = 0; i < protocol.references().size(); ++i) {
    const Reference& each = protocol.references()[i];
    auto& of_clause = all[graph::index(each.from)];
    const bool goes_on = last != nullptr && last->from == each.from && last->range == each.range;
    last = &each;
    if (goes_on) {
      of_clause.back().references.push_back(i);
    } else {
      const bool link = each.target.starts_with('#');
      of_clause.push_back({each.text + (link ? each.target : std::string()), {i}});
    }
  }
  return all;
}

}  // namespace

std::vector<CarriedCitation> carried_citations(const passes::Protocol& before,
                                               const passes::Protocol& after,
                                               const Revision& revision) {
  const auto earlier = citations_of(before);
  const auto later = citations_of(after);
  std::vector<CarriedCitation> carried;
  for (std::size_t clause = 0; clause < later.size(); ++clause) {
    if (later[clause].empty()) continue;
    std::multimap<std::string_view, const Citation*> known;  // equal words stay in their order
    for (const ClauseId origin : revision.origins(static_cast<ClauseId>(clause)))
      for (const Citation& each : earlier[graph::index(origin)]) known.emplace(each.words, &each);
    for (const Citation& each : later[clause]) {
      const auto found = known.lower_bound(each.words);
      if (found == known.end() || found->first != each.words) continue;
      carried.push_back({found->second->references, each.references});
      known.erase(found);
    }
  }
  return carried;
}

std::vector<RedirectedCitation> redirected_citations(const passes::Protocol& before,
                                                     const passes::Protocol& after,
                                                     const Revision& revision) {
  std::vector<RedirectedCitation> all;
  const auto look = [&](std::size_t earlier, std::size_t later, bool range) {
    const Reference& then = before.references()[earlier];
    const Reference& now = after.references()[later];
    if (then.kind != passes::ReferenceKind::internal || !then.to) return;
    const auto heirs = revision.successors(*then.to);
    const bool follows = now.to && std::ranges::find(heirs, *now.to) != heirs.end();
    if (follows || (range && heirs.empty())) return;
    all.push_back({now.from, {now.text, *then.to, now.to}});
  };
  for (const CarriedCitation& each : carried_citations(before, after, revision)) {
    const bool range = each.before.size() > 1 || each.after.size() > 1;
    look(each.before.front(), each.after.front(), range);
    if (range) look(each.before.back(), each.after.back(), range);
  }
  return all;
}

}  // namespace concord::draft
