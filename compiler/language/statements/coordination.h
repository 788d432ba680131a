// Verb phrases that share a subject and a modal, each as a statement of its own.
//
// Undoes conjunction reduction: "must notify the Clerk and provide any papers" states two duties.
// Only a verb of the first one's form with an object of its own opens another statement; without
// one it may as well be a noun ("advice and support").
#pragma once

#include <vector>

#include "language/statements/sentence.h"

namespace concord::language {

// A clause whose subject and modal are read: what its verb phrases share, and the words that are
// left.
struct OpenClause {
  Statement shared;
  WordSpan subject;
  WordSpan region;  // behind the modal
  VerbForm form = VerbForm::base;
  Place begin = 0;  // of its first statement's words
};

// The statements of its verb phrases, at least one. What is denied stays so behind "or" and "and",
// not behind "but".
std::vector<Statement> conjuncts_of(const Sentence& s, const OpenClause& clause);

}  // namespace concord::language
