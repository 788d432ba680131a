#include "view/comparison.h"

namespace concord::view {

std::vector<CouncilPair> pairs_of(std::size_t councils) {
  if (councils > most_councils_in_pairs) return {};
  std::vector<CouncilPair> pairs;
  for (std::uint32_t a = 0; a < councils; ++a) {
    for (std::uint32_t b = a + 1; b < councils; ++b) pairs.emplace_back(a, b);
  }
  return pairs;
}

void add_counterparts(const compare::Comparison& comparison,
                      std::span<const passes::Protocol> protocols, graph::Network& network) {
  const auto vertex = [&](compare::ClauseRef ref) {
    return network.find(protocols[ref.protocol].global_id(ref.clause));
  };
  for (const auto& [a, b] : pairs_of(protocols.size())) {
    for (const compare::Link& link : comparison.links(a, b)) {
      const auto from = vertex(link.a);
      const auto to = vertex(link.b);
      if (from && to) network.connect(*from, *to, graph::EdgeKind::counterpart);
    }
  }
}

}  // namespace concord::view
