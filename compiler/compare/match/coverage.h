// Which segments of a corpus have something in common, and how much: the candidates of the
// comparison, found through an inverted index (what record linkage calls blocking).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/match/corpus.h"

namespace concord::compare {

// A segment that has part of another's information.
struct CoveredSegment {
  std::uint32_t segment = 0;  // index in the span given
  float share = 0;            // 0 to 1: of the other's information
};

enum class Search : std::uint8_t {
  all,        // every segment that has anything in common
  promising,  // those that look the most alike by their rarest terms: for large corpora
};

// For each segment those that have a share of its information worth counting, by number; the
// segment itself among them.
std::vector<std::vector<CoveredSegment>> find_covered(std::span<const Segment* const> segments,
                                                      const std::vector<double>& term_weight,
                                                      Search search);

}  // namespace concord::compare
