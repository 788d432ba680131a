// Splits a sentence into clauses: which of its modals head a main clause, and where each begins.
//
// Clause identification (Tjong Kim Sang and Déjean 2001) by the heads: each modal opens a clause
// unless words before it (a relative pronoun, a subordinator, a condition) make its own a
// subordinate one, as in "what they must do". The clause of a head goes on to where that of the
// next one begins. Tried and given up: to split at every "and" before a verb, which makes clauses
// of nouns ("advice and support"); verbs that share a head are told apart later (coordination.h).
#pragma once

#include <span>
#include <vector>

#include "language/statements/sentence.h"

namespace concord::language {

struct Head {
  WordSpan words;
  Norm norm = Norm::fact;
  bool future = false;
  bool negated = false;
  bool bearer_behind = false;  // "it is important that members …"
};

// In order; two modals at once behind one another ("shall be entitled to") are one.
std::vector<Head> find_heads(const Sentence& s);

// Where the words before a head that may be its bearer begin.
Place bearer_begin(const Sentence& s, std::span<const Head> heads, std::size_t index);

// Where the clause of a head ends: before the next one's bearer, and the conjunction before that.
Place clause_end(const Sentence& s, std::span<const Head> heads, std::size_t index);

}  // namespace concord::language
