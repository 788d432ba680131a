// How much: the quantities that a statement sets.
//
// Quantity extraction by number and unit (Roy and others 2015): a number in digits or words, what
// stands before it as a bound ("at least"), and the unit behind it. A number that cites a place
// ("paragraph 5") measures nothing.
#pragma once

#include <vector>

#include "language/statements/adjuncts.h"
#include "language/statements/sentence.h"

namespace concord::language {

// Adds those of the region that stand in none of its adjuncts.
void add_amounts(const Sentence& s, WordSpan region, const std::vector<Adjunct>& adjuncts,
                 Statement& into);

}  // namespace concord::language
