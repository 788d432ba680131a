// Noun phrases and the verbs between them, told apart without a grammar.
//
// Chunking (Abney 1991): where a phrase begins is told by the words that open one (determiners,
// roles), where it cannot go on by those that open another (signs, conjunctions, subordinators).
// That a word with two readings ("support", "advice and notice") is a verb is told by its
// neighbours.
#pragma once

#include "language/statements/sentence.h"

namespace concord::language {

// Where the noun phrase that ends before the modal begins, as far as the words before it tell: a
// person, a pronoun, a noun with its determiner. The sentence's start for none.
Place last_subject(const Sentence& s, Place modal);

// Whether the word is a finite verb, in a sentence without a modal.
bool is_finite(const Sentence& s, Place at);
// The first such word behind the first; the sentence's end for none.
Place finite_verb(const Sentence& s);

// Whether a verb that may be finite stands among the words: "who joins by video" has its own.
bool has_verb(const Sentence& s, WordSpan span);

// Whether the conjunction stands within one subject: between two roles ("Members and officers"),
// and in the sentence's first subject behind whatever is no role.
bool joins_subjects(const Sentence& s, Place conjunction, bool in_first);

}  // namespace concord::language
