// Which segments have something in common, and how much: the candidates of the comparison, found
// through an inverted index (what record linkage calls blocking).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "compare/match/corpus.h"

namespace concord::compare {

// A segment that has part of another's information.
struct CoveredSegment {
  std::uint32_t segment = 0;  // index in the span given
  float share = 0;            // 0 to 1: of the other's information
};

// The share of a's information that b has, by word or meaning: 0 to 1.
float coverage(const Segment& a, const Segment& b, const std::vector<double>& term_weight);

// Segments to be asked for, a segment at a time. What it is made from is borrowed.
class InvertedIndex;
class SegmentIndex {
 public:
  SegmentIndex(std::span<const Segment* const> segments, const std::vector<double>& term_weight);
  ~SegmentIndex();
  SegmentIndex(SegmentIndex&&) noexcept;

  // Those that have a share of this segment's information worth counting, by number. Safe to call
  // from several threads.
  std::vector<CoveredSegment> covering(const Segment& segment) const;

 private:
  std::unique_ptr<const InvertedIndex> index_;
};

}  // namespace concord::compare
