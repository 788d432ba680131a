// How strongly a statement binds.
#pragma once

#include "compare/effects/confidence.h"
#include "compare/effects/stated_clause.h"

namespace concord::compare {

// A ladder from what binds nobody (0) to must and must not (5); equal numbers bind equally.
int strength(language::Norm norm);

// Whether the norm is that of at least one of the two.
bool either(const language::Statement& s, const language::Statement& t, language::Norm norm);

// "is to", "are to": readers take it for must or for should.
bool is_to(const StatedClause& clause, const language::Statement& statement);

// "Staff who answer a journalist keep to the facts": somebody does something, in a text that states
// its rules so.
bool is_plain_rule(const StatedClause& clause, const language::Statement& statement,
                   const Lexicon& lexicon);

// Which norms the two statements set against each other.
void weigh_norms(const StatedClause& a, const language::Statement& s, const StatedClause& b,
                 const language::Statement& t, const Lexicon& lexicon, EvidenceVector& evidence);

}  // namespace concord::compare
