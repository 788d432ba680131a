// Where two statements differ in a slot.
#pragma once

#include <array>
#include <vector>

#include "compare/effects/confidence.h"
#include "compare/effects/stated_clause.h"

namespace concord::compare {

// A side of the two, 0 or 1.
using Side = std::size_t;

// What may be a difference, with what speaks for it.
struct Finding {
  DivergenceType type = DivergenceType::negation;
  std::array<const language::Statement*, 2> statements{};  // null: none in particular
  std::array<std::vector<language::Filler>, 2> deciding;   // empty: the other side adds it
  EvidenceVector evidence;
  bool in_doubt = false;  // whatever the evidence, never certain
  bool refused = false;   // lacks what a difference of its kind needs (kinds.h): never told
};

// Two statements that state the same.
struct StatementPair {
  std::size_t a = 0;  // index in the clause's statements
  std::size_t b = 0;
  double likeness = 0;  // 0 to 1: of predicate, object and recipient
  double lead = 0;      // over the next best pair that has either; below 0 where one is better
  bool mutual = true;   // neither is more like another one
};

// Each statement with the one that it is the most like. Ties abstain; two clauses of one statement
// each state the same.
std::vector<StatementPair> align_statements(const StatedClause& a, const StatedClause& b,
                                            const Lexicon& lexicon);

// Of these, the pairs in which both are so to each other.
std::vector<StatementPair> mutual(std::vector<StatementPair> pairs);

// "is to", "are to": readers take it for must or for should.
bool is_to(const StatedClause& clause, const language::Statement& statement);

// What the aligned statements seem to differ in, by slot.
std::vector<Finding> slot_differences(const StatedClause& a, const StatedClause& b,
                                      const std::vector<StatementPair>& pairs,
                                      const Lexicon& lexicon);

// Fills in what is known of two clauses and of the aligned statements, whatever the difference.
void weigh(const StatedClause& a, const StatedClause& b, const StatementPair* pair,
           const Lexicon& lexicon, Finding& finding);

}  // namespace concord::compare
