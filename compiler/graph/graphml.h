// GraphML (graphml.graphdrawing.org) with what programs such as Gephi colour, size and weigh by.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/network.h"

namespace concord::graph {

// What is known of a clause beyond its name.
struct ClauseFacts {
  std::string council;  // id of its protocol
  std::string kind;     // "item": graph::name_of(Kind)
  std::string topic;    // id in the register; empty for none
  std::uint32_t words = 0;
  std::string text;
};

// What is known of two clauses that state the same provision.
struct LinkFacts {
  double score = 0;  // 0 to 1; also the edge's weight
  std::string_view relation;
};

struct NetworkFacts {
  std::map<std::uint32_t, ClauseFacts> clauses;                        // by vertex
  std::map<std::pair<std::uint32_t, std::uint32_t>, LinkFacts> links;  // by the ends of the edge
  std::string made_of = {};  // what the file says of itself, as its description; or empty
};

// The keys of to_graphml(network), and for clauses council, clause_kind, topic, words and text; for
// edges weight (1 where there is no score), and score and relation of the links.
std::string to_graphml(const Network& network, const NetworkFacts& facts);

}  // namespace concord::graph
