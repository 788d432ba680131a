#include "view/comparison.h"

#include <algorithm>
#include <utility>

#include "language/words.h"

namespace concord::view {

void add_counterparts(const compare::Comparison& comparison,
                      std::span<const compare::CouncilPair> pairs,
                      std::span<const passes::Protocol> protocols, graph::Network& network,
                      graph::NetworkFacts& facts) {
  const auto vertex = [&](compare::ClauseRef ref) {
    return network.find(protocols[ref.protocol].global_id(ref.clause));
  };
  for (const auto& [a, b] : pairs) {
    for (const compare::Link& link : comparison.links(a, b)) {
      const auto from = vertex(link.a);
      const auto to = vertex(link.b);
      if (!from || !to) continue;
      network.connect(*from, *to, graph::EdgeKind::counterpart);
      facts.links.push_back({*from, *to, link.score, compare::name_of(link.relation)});
    }
  }
  std::ranges::sort(facts.links, {},
                    [](const graph::LinkFacts& link) { return std::pair(link.from, link.to); });
}

graph::NetworkFacts clause_facts(std::span<const passes::Protocol> protocols,
                                 const graph::Network& network) {
  graph::NetworkFacts facts;
  facts.clauses.resize(network.vertices().size());
  for (const passes::Protocol& protocol : protocols) {
    for (const graph::Clause& clause : protocol.clauses()) {
      const auto vertex = network.find(protocol.global_id(clause.id));
      if (!vertex) continue;
      const std::string& text = clause.words().text;
      facts.clauses[*vertex] = {protocol.metadata().id, graph::name_of(clause.kind),
                                protocol.topic(clause.id),
                                static_cast<std::uint32_t>(language::Words(text).size()), text};
    }
  }
  return facts;
}

}  // namespace concord::view
