// Where two texts that are word for word the same, or nearly, differ in effect.
#pragma once

#include <vector>

#include "compare/effects/finding.h"
#include "compare/effects/residual.h"

namespace concord::compare {

// What the words that only one side has, or that changed places, do to the effect: each kind once,
// by kind. `a` and `b` are of the clauses. Words for one role are no difference, whatever the
// title.
std::vector<Finding> word_differences(const StatedClause& of_a, const PassageText& a,
                                      const StatedClause& of_b, const PassageText& b,
                                      const std::vector<StatementPair>& pairs,
                                      const Lexicon& lexicon);

}  // namespace concord::compare
