// Which clause of one council goes with which of another, when each may have one partner only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace concord::compare {

struct Candidate {
  std::uint32_t a = 0;  // of the first council
  std::uint32_t b = 0;  // of the second
  double score = 0;     // 0 to 1
};

// The candidates of the matching with the highest sum of scores, by index, ascending. Having no
// partner is free, so that a pair below `least` is never matched. The result depends on the
// candidates and their order only.
std::vector<std::uint32_t> assign(std::span<const Candidate> candidates, double least);

}  // namespace concord::compare
