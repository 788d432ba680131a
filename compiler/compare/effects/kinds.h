// What a difference of each kind needs to be true. Of two careful readers' reasons why a difference
// that was told is none, most are of a few kinds: the statements speak of two acts, a recital binds
// nobody, the same case or the same persons stand there in other words, "timely" sets no time. What
// these rules refuse is not told, whatever speaks for it; confidence.h weighs the rest.
#pragma once

#include "compare/effects/finding.h"

namespace concord::compare {

bool may_be_told(const Finding& finding, const StatedClause& a, const StatedClause& b,
                 const Lexicon& lexicon);

// What may be told and is not certain, however alike the rest: leave that is understood, an
// exception that the other clause may make in another statement, degrees ("overly"), lead-ins that
// name no act.
bool is_open_to_doubt(const Finding& finding, const StatedClause& a, const StatedClause& b,
                      const Lexicon& lexicon);

}  // namespace concord::compare
