// How alike segments are, and which pairs of wordings are worth scoring.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compare/match/corpus.h"

namespace concord::compare {

// Two segments measured against one another. Shares and likeness are 0 to 1.
struct Likeness {
  double forward = 0;   // share of the first's information found in the second, by word or meaning
  double backward = 0;  // and the other way round
  double overlap = 0;   // Dice coefficient of the words' information
  double phrases = 0;   // the same of neighbouring words
  double shared = 0;    // information in common
  int direction = 0;    // +1 one side's duty, -1 opposed sides, 0 unknown
  double value = 0;     // all of it in one figure
};

// The figure alone, of segments whose coverage by one another is known.
double likeness_value(const Segment& a, const Segment& b, double forward, double backward,
                      const Corpus& corpus);

// Whose duty a segment states for certain: its lead-in's bearer, else its own if it lays down a
// duty. Segments whose certain bearers are opposed never carry a link.
Bearer certain_bearer(const Wording& wording, const Segment& segment);

// The pair of segments that carries a pair of wordings, and its likeness.
struct Match {
  std::uint32_t wording = 0;  // the other wording
  std::uint32_t own_segment = 0;
  std::uint32_t segment = 0;  // of the other wording
  Likeness likeness;
};

// Likeness of every two wordings of a set that have something in common, but not of one owner.
class LikenessTable {
 public:
  // `chosen`: wordings of the corpus to look at; sorted. Neither is needed afterwards.
  LikenessTable(const Corpus& corpus, std::span<const std::uint32_t> chosen);

  std::span<const std::uint32_t> chosen() const { return chosen_; }
  // The wordings like this one, by number: each with its best pair of segments.
  std::span<const Match> matches(std::uint32_t wording) const { return matches_[slot(wording)]; }
  bool has(std::uint32_t wording) const { return slot_[wording] != not_chosen; }

  // The chosen wordings' segments are numbered, from 0 to segments().
  std::uint32_t segment_number(std::uint32_t wording, std::uint32_t segment) const {
    return first_segment_[slot(wording)] + segment;
  }
  std::size_t segments() const { return alike_.size(); }

  // For one segment: every wording with its best segment's likeness value, by wording.
  struct Alike {
    std::uint32_t wording = 0;
    std::uint32_t segment = 0;
    float value = 0;
  };
  std::span<const Alike> alike(std::uint32_t wording, std::uint32_t segment) const;

  // The same as alike() and matches(), the highest value first, so that whoever looks for the best
  // can stop early; a match has no segment of its own here (0).
  struct Ranked {
    double value = 0;
    std::uint32_t wording = 0;
    std::uint32_t segment = 0;
  };
  std::span<const Ranked> ranked_alike(std::uint32_t wording, std::uint32_t segment) const;
  std::span<const Ranked> ranked_matches(std::uint32_t wording) const {
    return ranked_matches_[slot(wording)];
  }

  // The value that a segment has with itself.
  double self_value(std::uint32_t wording, std::uint32_t segment) const {
    return self_value_[segment_number(wording, segment)];
  }

 private:
  static constexpr std::uint32_t not_chosen = UINT32_MAX;

  std::size_t slot(std::uint32_t wording) const { return slot_[wording]; }

  std::vector<std::uint32_t> chosen_;
  std::vector<std::uint32_t> slot_;           // by wording: index in chosen_, or not_chosen
  std::vector<std::uint32_t> first_segment_;  // by slot: its number, and the end of the last
  std::vector<double> self_value_;            // by segment
  std::vector<std::vector<Match>> matches_;   // by slot
  std::vector<std::vector<Alike>> alike_;     // by segment: the best segment of each other wording
  std::vector<std::vector<Ranked>> ranked_matches_;  // by slot
  std::vector<std::vector<Ranked>> ranked_alike_;    // by segment
};

}  // namespace concord::compare
