// The statements of sentences without a modal: facts, and orders given by the bare verb.
#pragma once

#include <vector>

#include "language/statements/sentence.h"

namespace concord::language {

// "Members are accountable to the public, whereas officers are …": a statement or more for each
// clause with a subject and a verb of its own; none where no verb is found. `verb`: the place of
// the first one's. `headless`: no modal stands anywhere in the sentence.
std::vector<Statement> facts(const Sentence& s, Place verb, bool headless);

// "Treat others with respect." binds as "must" does.
bool is_imperative(const Sentence& s);
std::vector<Statement> imperatives(const Sentence& s);

}  // namespace concord::language
