// Acts that members do in one text and officers in another.
//
// What members may expect of officers is not what officers may expect of members, so sentences of
// opposed bearers never carry a link by their likeness. But where the words are the same to the
// last, but for who acts, and neither text says it of the other side as well, the two state one
// provision, and who acts is the difference between them.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compare/match/corpus.h"

namespace concord::compare {

// Such pairs of the wordings of two protocols, each of one sentence that lays down a duty or a
// right and stands in no list, with a < b; sorted.
std::vector<std::pair<std::uint32_t, std::uint32_t>> of_other_bearers(
    const Corpus& corpus, std::span<const std::uint32_t> of_two);

}  // namespace concord::compare
