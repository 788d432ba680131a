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

// A link between wordings of two protocols, given once with a < b.
struct WordingLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double score = 0;  // 0 to 1
  FoundBy found_by = FoundBy::support;
  std::vector<SegmentLink> segments;  // the best first

  // The other end of the link; `wording` is one of the two.
  std::uint32_t partner_of(std::uint32_t wording) const { return a == wording ? b : a; }
};

// The candidates that are sure enough, by a, then b. They are of protocols that were read so.
std::vector<WordingLink> link_wordings(const ReadProtocols& read, const Candidates& candidates);

// The same of protocols that have the same wordings throughout: each with its twin.
std::vector<WordingLink> link_copies(const Corpus& corpus, CouncilPair copies);

}  // namespace concord::compare
