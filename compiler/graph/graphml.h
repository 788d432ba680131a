// GraphML (graphml.graphdrawing.org) with what programs such as Gephi colour, size and weigh by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/network.h"
#include "source/publication.h"

namespace concord::graph {

// What is known of a clause beyond its name. Borrowed.
struct ClauseFacts {
  std::string_view council;  // id of its protocol; empty for a vertex that is no clause
  std::string_view kind;     // "item": graph::name_of(Kind)
  std::string_view topic;    // id in the register; empty for none
  std::uint32_t words = 0;
  std::string_view text;
};

// What is known of two clauses that state the same provision.
struct LinkFacts {
  std::uint32_t from = 0;  // the ends of the edge
  std::uint32_t to = 0;
  double score = 0;  // 0 to 1; also the edge's weight
  std::string_view relation;
};

struct NetworkFacts {
  std::vector<ClauseFacts> clauses;  // by vertex
  std::vector<LinkFacts> links;      // by the ends of the edge
  std::string made_of = {};          // what the file says of itself, as its description; or empty
};

// Writes the keys of to_graphml(network), and for clauses council, clause_kind, topic, words and
// text; for edges weight (1 where there is no score), and score and relation of the links.
void write_graphml(const Network& network, const NetworkFacts& facts, const source::Write& write);

}  // namespace concord::graph
