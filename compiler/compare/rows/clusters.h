// Segments of many councils that state one thing, gathered from the links of two.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/match/match.h"

namespace concord::compare {

// A segment of a wording.
struct SegmentRef {
  std::uint32_t wording = 0;
  std::uint32_t segment = 0;

  friend auto operator<=>(const SegmentRef&, const SegmentRef&) = default;
};

// The segments that the links carry, clustered: each list sorted, the lists sorted, every segment
// in exactly one. A list of one is a segment whose links are all too weak to hold. What people have
// decided to be one or not to be one is kept together or apart.
std::vector<std::vector<SegmentRef>> cluster(const LinkedCorpus& linked);

}  // namespace concord::compare
