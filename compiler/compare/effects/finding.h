// What may be a difference of two clauses, with what speaks for it.
#pragma once

#include <array>
#include <vector>

#include "compare/effects/aligned_statements.h"
#include "compare/effects/confidence.h"

namespace concord::compare {

// A side of the two, 0 or 1.
using Side = std::size_t;

struct Finding {
  DivergenceType type = DivergenceType::negation;
  std::array<const language::Statement*, 2> statements{};  // null: none in particular
  std::array<std::vector<language::Filler>, 2> deciding;   // empty: the other side adds it
  EvidenceVector evidence;
  bool in_doubt = false;  // whatever the evidence, never certain
  bool refused = false;   // lacks what a difference of its kind needs (kinds.h): never told
};

// Fills in what is known of two clauses and of the aligned statements, whatever the difference.
void weigh(const StatedClause& a, const StatedClause& b, const StatementPair* pair,
           const Lexicon& lexicon, Finding& finding);

}  // namespace concord::compare
