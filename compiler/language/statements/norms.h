// What a statement does to its bearer, and what a negator makes of it.
//
// Deontic operators, and how negation turns one into another: a duty or a permission denied forbids
// (von Wright 1951), and freedom from a duty is no duty to the contrary.
#pragma once

#include "language/statements.h"
#include "syntax/word_lists.h"

namespace concord::language {

Norm norm_of(syntax::Force force, bool negated);

// Denies the statement; twice is not at all, but leaves the norm as it was denied.
void deny(Statement& statement);

// "must not … but will": what the head denied holds no longer.
void affirm(Statement& statement);

}  // namespace concord::language
