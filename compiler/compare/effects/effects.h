// effects/: where two linked clauses bind differently.
//
// In: two linked clauses. Out: differences, each of a type (negation, modality, actor, scope,
// condition, threshold) with the deciding words of both sides. The tokens of both are aligned
// (match/align.h), what is residual on either side (residual.h) is searched for the cues of an
// effect (cues.h), and each type has its rule of what a cue must govern to count (divergences.h).
// How near the two texts are decides which differences can be told from mere rewording.
// word_diff.h is the same alignment for a reader's eye.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/effects/divergences.h"
#include "compare/match/match.h"

namespace concord::compare {

// Of two linked clauses, as indices in the corpus, by type. `link` is that of their wordings, or
// null where they share one.
std::vector<Difference> differences(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b,
                                    const WordingLink* link);

}  // namespace concord::compare
