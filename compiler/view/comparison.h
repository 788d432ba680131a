// Counterparts in the graph files, and what is known of each clause there.
#pragma once

#include <span>

#include "compare/comparison.h"
#include "compare/peers.h"
#include "graph/graphml.h"
#include "graph/network.h"

namespace concord::view {

// Adds an edge between the clauses of each link of the pairs, from the council that was given
// first, and its score and relation to the facts.
void add_counterparts(const compare::Comparison& comparison,
                      std::span<const compare::CouncilPair> pairs,
                      std::span<const passes::Protocol> protocols, graph::Network& network,
                      graph::NetworkFacts& facts);

// What is known of the clauses in the network.
graph::NetworkFacts clause_facts(std::span<const passes::Protocol> protocols,
                                 const graph::Network& network);

}  // namespace concord::view
