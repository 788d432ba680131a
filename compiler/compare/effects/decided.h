// Where two linked clauses differ in effect: what the comparison found, as people have decided.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/effects/effects.h"

namespace concord::compare {

struct DecidedDifference {
  Difference difference;
  std::string because;  // a person's reason; empty where nobody decided
};

// Those of effects.h, by type: none where the clauses were decided to be the same, and
// one of the kind that was decided. Its words are the deciding ones where the comparison found that
// kind too, else the passages that carry the link.
std::vector<DecidedDifference> decided_differences(const LinkedCorpus& linked, std::uint32_t a,
                                                   std::uint32_t b, const WordingLink* link);

}  // namespace concord::compare
