// Which statements of two clauses state the same.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/effects/stated_clause.h"

namespace concord::compare {

// Two statements that state the same.
struct StatementPair {
  std::size_t a = 0;  // index in the clause's statements
  std::size_t b = 0;
  double likeness = 0;  // 0 to 1: of predicate, object and recipient
  double lead = 0;      // over the next best pair that has either; below 0 where one is better
  bool mutual = true;   // neither is more like another one
};

// How alike two statements are in what is done, to what and for whom: 0 to 1.
double likeness(const StatementTerms& a, const StatementTerms& b);

// Each statement with the one that it is the most like. Ties abstain; two clauses of one statement
// each state the same.
std::vector<StatementPair> align_statements(const StatedClause& a, const StatedClause& b);

// Of these, the pairs in which both are so to each other.
std::vector<StatementPair> mutual(std::vector<StatementPair> pairs);

}  // namespace concord::compare
