// Who the words before a head name: the bearer, without what stands in front of it or restricts it.
//
// The subject as agent (Gildea and Jurafsky 2002), once a fronted adjunct ("If a member objects,
// the Leader must") and a restrictive relative clause ("a member who objects must") are taken off
// it: both say when the norm holds, and become conditions.
#pragma once

#include <span>

#include "language/statements/heads.h"
#include "language/statements/sentence.h"

namespace concord::language {

// The subject of the head of that index; the conditions, exceptions and deadlines round it go into
// the statement.
WordSpan subject_before(const Sentence& s, std::span<const Head> heads, std::size_t index,
                        Statement& into);

// Fills the bearer; "no member", "nobody" deny.
void set_bearer(const Sentence& s, WordSpan subject, Statement& into);

}  // namespace concord::language
