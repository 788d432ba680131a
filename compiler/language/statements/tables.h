// What the registers' lists become for those who read statements: made once, looked up in for each
// word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/citing_nouns.h"
#include "language/modals.h"
#include "language/phrases.h"
#include "language/statements.h"
#include "language/verbs.h"
#include "syntax/word_lists.h"

namespace concord::language {

// What words say of the phrase that they open. The term is that of negation detection (Chapman and
// others 2001): a cue has a scope, which here is the adjunct that it opens (adjuncts.h).
enum class CueKind : std::uint8_t {
  expectation,      // "can expect"
  condition,        // "if"
  exception,        // "unless"
  deadline,         // "promptly": a time by itself
  deadline_opener,  // "within": a time where one of its units follows
  opener,           // "in addition": of the sentence, and of no statement
};

struct StatementReader::Tables {
  explicit Tables(const syntax::WordLists& from);

  void add(const std::vector<std::string>& words, CueKind kind);

  const syntax::WordLists& lists;
  Modals modals;
  Modals phrases;  // "is responsible for", "it is important that"
  Verbs verbs;
  CitingNouns nouns;
  Phrases cues;
};

}  // namespace concord::language
