// Which segments have something in common, and how much: the candidates of the comparison, found
// through an inverted index (what record linkage calls blocking).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "compare/match/corpus.h"
#include "compare/match/sparse_accumulator.h"

namespace concord::compare {

// A segment that has part of another's information.
struct CoveredSegment {
  std::uint32_t segment = 0;  // index in the span given
  float share = 0;            // 0 to 1: of the other's information
};

// A segment laid out so that others can be measured against it, one after the other.
class ScatteredSegment {
 public:
  // Instead of the one before it. Both are borrowed.
  void scatter(const Segment& segment, const Corpus& corpus);

  const Segment& segment() const { return *segment_; }
  // The share of the other's information that this has, by word or meaning: 0 to 1.
  float share_of(const Segment& other) const;
  // Dice coefficients of the words' information, and of neighbouring words': 0 to 1.
  double overlap(const Segment& other) const;
  double phrases(const Segment& other) const;

 private:
  const Segment* segment_ = nullptr;
  const std::vector<double>* term_weight_ = nullptr;
  SparseAccumulator terms_;
  SparseAccumulator groups_;  // 1 at those that it has
  SparseAccumulator pairs_;
};

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
