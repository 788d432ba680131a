// In a large corpus, one wording that stands for many: near-copies are gathered around a leader,
// and only leaders are compared with one another.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/match/corpus.h"

namespace concord::compare {

struct Representatives {
  std::vector<std::uint32_t> of;      // by wording: the wording that stands for it
  std::vector<std::uint32_t> chosen;  // wordings that stand for themselves; sorted
};

// Up to this many wordings every wording stands for itself.
constexpr std::size_t most_wordings_alone = 2000;

// Gathers near-copies where the corpus has more wordings than that. Members on one side's
// duties never stand for members on the other's.
Representatives representatives(const Corpus& corpus);

}  // namespace concord::compare
