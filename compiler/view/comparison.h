// Counterparts in the graph files, and the pairs of councils that files speak of.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "graph/graphml.h"
#include "graph/network.h"

namespace concord::view {

// Pairs grow with the square of the councils: with more than this, what is said pair by pair would
// fill the disk, and a list would be nearly all absent councils. Rows hold the same judgements.
inline constexpr std::size_t most_councils_in_pairs = 100;

// Each pair of so many councils, the earlier one first, in order; none for more than
// most_councils_in_pairs.
using CouncilPair = std::pair<std::uint32_t, std::uint32_t>;
std::vector<CouncilPair> pairs_of(std::size_t councils);

// Adds an edge between the clauses of each link, from the council that was given first, and its
// score and relation to the facts; none for more than most_councils_in_pairs.
void add_counterparts(const compare::Comparison& comparison,
                      std::span<const passes::Protocol> protocols, graph::Network& network,
                      graph::NetworkFacts& facts);

// What is known of the clauses in the network.
graph::NetworkFacts clause_facts(std::span<const passes::Protocol> protocols,
                                 const graph::Network& network);

}  // namespace concord::view
