// When, unless what and by when: the phrases round a verb that limit it.
//
// Adjuncts in the sense of PropBank's ARGM-ADV and ARGM-TMP (Palmer and others 2005), found as the
// scopes of cues, as negation detection finds a negator's (Chapman and others 2001): a cue opens
// its phrase, and a sign, a conjunction or the next cue closes it. "within" and its like open a
// deadline only where a unit of time follows ("within five days").
#pragma once

#include <vector>

#include "language/statements/sentence.h"

namespace concord::language {

struct Adjunct {
  CueKind kind = CueKind::condition;  // a condition, an exception or a deadline
  WordSpan words;                     // with its cue
};

// In order, none overlapping another.
std::vector<Adjunct> adjuncts_in(const Sentence& s, WordSpan region);

// Where what the verb lands on ends: at the first adjunct, but for a time said in passing ("comply
// at all times with", "promptly notify").
Place main_end(const Sentence& s, const std::vector<Adjunct>& adjuncts, WordSpan region);

bool covers(const std::vector<Adjunct>& adjuncts, Place at);

void add_adjuncts(const Sentence& s, const std::vector<Adjunct>& adjuncts, Statement& into);

}  // namespace concord::language
