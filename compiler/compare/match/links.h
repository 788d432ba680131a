// From scored pairs of wordings to links.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/match/candidates.h"

namespace concord::compare {

// Two segments that carry a link.
struct SegmentLink {
  std::uint32_t a = 0;  // ordinal in the wording
  std::uint32_t b = 0;
  float coverage = 0;  // 0 to 1: share of each found in the other, the lower one
};

// A link between two representatives, given once with a < b.
struct WordingLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double score = 0;  // 0 to 1
  FoundBy found_by = FoundBy::support;
  std::vector<SegmentLink> segments;  // the best first

  // The other end of the link; `wording` is one of the two.
  std::uint32_t partner_of(std::uint32_t wording) const { return a == wording ? b : a; }
};

// The pairs that are sure enough, by a, then b. `protocols`: how many are compared.
std::vector<WordingLink> link_wordings(const Candidates& candidates, std::size_t protocols);

}  // namespace concord::compare
