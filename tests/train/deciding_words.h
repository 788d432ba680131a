// Whether what is told is the difference that a reader recorded: the kind alone does not say so,
// for two clauses often have several statements, and another pair of them may seem to differ in
// the same way.
#pragma once

#include <string_view>

#include "compare/effects/effects.h"

namespace concord::training {

// `recorded`: the reader's words, quoted (`'should' v 'must'`) or put beside one another and
// explained (`should / must: advice became a duty`). True where both statements hold most of them
// and the deciding words are among them; what records no words is taken to mean these.
bool shows(const compare::Difference& told, std::string_view recorded,
           const compare::Lexicon& lexicon);

}  // namespace concord::training
