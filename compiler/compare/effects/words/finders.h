// What the residual words of two aligned clauses do to the effect: one finder for each kind.
//
// Each reads cues off the tokens (cues.h) and gives the difference that they make, or nothing.
// Where a comment names a method, it stands in the finder's own file.
#pragma once

#include <optional>
#include <vector>

#include "compare/effects/words/aligned_clauses.h"

namespace concord::compare {

// A condition or an exception that one side lacks, or puts in other words. Assigns the words added
// with it to it, so it comes before all others.
std::optional<Finding> limit_of_words(AlignedClauses& clauses);

// "not" on one side: the same is stated and denied.
std::optional<Finding> negation_of_words(const AlignedClauses& clauses);

// "may" against "must".
std::optional<Finding> force_of_words(const AlignedClauses& clauses);

// "the Chair" against "the Leader", as who acts or to whom; at most one for each side.
std::vector<Finding> persons_of_words(const AlignedClauses& clauses);

// "five days" against "ten days", "at least" against "at most".
std::optional<Finding> measure_of_words(const AlignedClauses& clauses);

// "and" in a list that has "or" in the other: all of them, or one of them.
std::optional<Finding> joining_of_words(const AlignedClauses& clauses);

// "senior officers" against "officers": which of a kind are meant.
std::optional<Finding> class_of_words(const AlignedClauses& clauses);

}  // namespace concord::compare
