// The verbs of one predicate: behind which adverbs they begin, and where they end.
//
// Verb chunking (Abney 1991), with the coordination of verbs that share one object ("initiate,
// approve or certify a payment") and the particle that belongs to a verb ("deal with").
#pragma once

#include "language/statements/sentence.h"

namespace concord::language {

// A verb behind adverbs and negators, and whether these deny it.
struct VerbPlace {
  Place at = 0;
  bool denied = false;
};

// The verb that begins at the place or behind the adverbs there; of words that are no verb, the
// first that is neither adverb nor negator.
VerbPlace verb_behind_adverbs(const Sentence& s, Place at, Place end);

// The end of the verbs that begin at the place: "bully or harass", "seek to promote".
Place verbs_end(const Sentence& s, Place at, Place end);

// Nothing but verbs and what stands between them: "promptly notify".
bool only_verbs(const Sentence& s, WordSpan span);

}  // namespace concord::language
