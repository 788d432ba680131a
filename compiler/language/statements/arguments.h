// What stands behind a head, by its part in the statement: predicate, object, recipient, agent.
//
// Shallow semantic role labelling (Gildea and Jurafsky 2002) by rule: the verb's own object is the
// theme, a person behind "to", "with" or "for", or straight behind a verb of telling, the
// recipient, and in the passive voice the agent stands behind "by" and the subject is what the verb
// lands on.
#pragma once

#include "language/statements/sentence.h"

namespace concord::language {

// Fills the slots from the words behind the head. `subject`: the words before it, which a passive
// verb moves from the bearer to the object.
void read_predicate(const Sentence& s, WordSpan subject, WordSpan region, Statement& into);

}  // namespace concord::language
