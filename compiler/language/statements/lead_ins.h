// The items of a list as statements: what its lead-in says, said of each.
//
// "Members must not: … instruct an officer" is one norm in two clauses, which drafting manuals call
// a tabulated provision. The item inherits every slot of its lead-in's last statement and fills
// what is open: with a verb, the predicate and what follows; else it is what the lead-in's verb
// lands on.
#pragma once

#include <span>
#include <vector>

#include "language/statements/heads.h"
#include "language/statements/sentence.h"

namespace concord::language {

// Whether the item goes on with its lead-in's sentence, though it may have modals of its own.
bool continues_lead_in(const Sentence& s, std::span<const Head> heads);

// Whether it goes on with a verb, and not with a noun that looks like one ("support for").
bool continues_with_verb(const Sentence& s);

std::vector<Statement> item_statements(const Sentence& s, const Statement& lead);

}  // namespace concord::language
