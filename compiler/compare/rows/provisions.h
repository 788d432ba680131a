// Provisions: segments of many councils that state one thing, gathered from the links of two.
#pragma once

#include <cstdint>
#include <span>
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
std::vector<std::vector<SegmentRef>> cluster(std::span<const WordingLink> links,
                                             const Decisions& decisions = {});

struct Provision {
  std::vector<std::uint32_t> wordings;  // that state it: representatives, sorted
  std::vector<SegmentRef> segments;     // that state it, sorted; empty where it is whole texts
};

// Every provision once: none that is wholly part of another, and every clause that no other
// council's is linked to as one of its own. Those of most wordings first.
std::vector<Provision> find_provisions(const LinkedCorpus& linked);

}  // namespace concord::compare
