// The statements of clauses with a modal: who must, may or need not do what.
#pragma once

#include <span>
#include <vector>

#include "language/statements/heads.h"
#include "language/statements/sentence.h"

namespace concord::language {

// Those of all heads, in order. A clause without a subject has the bearer of the one before it:
// what that lands on where a relative pronoun links the two.
std::vector<Statement> modal_clauses(const Sentence& s, std::span<const Head> heads);

}  // namespace concord::language
