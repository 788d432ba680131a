// Differences in legal effect one by one, for tables.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compare/peers.h"
#include "view/compared.h"

namespace concord::view {

// What one side of a difference says.
struct ListedStatement {
  std::string council;  // its name
  std::string clause;   // what a reader calls it: "5.4(ii)"
  std::string text;     // the whole statement, behind the lead-in that it continues
  std::string words;    // that decide; empty where the other side adds them
};

struct ListedDifference {
  compare::Certainty certainty = compare::Certainty::likely;
  compare::DivergenceType type = compare::DivergenceType::negation;
  ListedStatement a;
  ListedStatement b;
  std::string because;  // a person's reason; empty where nobody has decided
};

// Those between the two councils of each pair, pair by pair, by the first council's clauses.
std::vector<ListedDifference> difference_list(const Compared& texts,
                                              std::span<const compare::CouncilPair> pairs);

}  // namespace concord::view
