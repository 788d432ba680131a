// How alike segments are, and which pairs of wordings are worth scoring.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compare/match/corpus.h"
#include "compare/match/coverage.h"

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
double likeness_value(const ScatteredSegment& a, const Segment& b, double forward, double backward);

// Whose duty a segment states for certain: its lead-in's bearer, else its own if it lays down a
// duty. Segments whose certain bearers are opposed never carry a link.
Bearer certain_bearer(const Wording& wording, const Segment& segment);

// The segments of one protocol, to be measured against those of others. Borrows the corpus.
class ProtocolSegments {
 public:
  ProtocolSegments(const Corpus& corpus, std::uint32_t protocol);

  struct Numbered {
    const Segment* segment = nullptr;
    std::uint32_t wording = 0;
    std::uint32_t ordinal = 0;  // in the wording
    Bearer certain = Bearer::none;
  };

  std::uint32_t protocol() const { return protocol_; }
  // Of its wordings in turn.
  std::span<const Numbered> all() const { return all_; }
  // Those that have a share of this segment's information, by their places in all().
  std::vector<CoveredSegment> covering(const Segment& segment) const {
    return index_.covering(segment);
  }

 private:
  std::uint32_t protocol_;
  std::vector<Numbered> all_;
  SegmentIndex index_;
};

// The pair of segments that carries a pair of wordings, and its likeness.
struct Match {
  std::uint32_t wording = 0;  // the other wording
  std::uint32_t own_segment = 0;
  std::uint32_t segment = 0;  // of the other wording
  Likeness likeness;
};

// Likeness of every two wordings of two protocols that have something in common.
class LikenessTable {
 public:
  // Of two different protocols. The corpus is borrowed, the segments only while the table is made.
  LikenessTable(const Corpus& corpus, const ProtocolSegments& a, const ProtocolSegments& b);

  // The wordings of both protocols, sorted.
  std::span<const std::uint32_t> wordings() const { return wordings_; }
  // The other protocol's wordings like this one, by number: each with its best pair of segments.
  std::span<const Match> matches(std::uint32_t wording) const {
    return side(wording).matches[place(wording)];
  }

  // For one segment: every wording of the other protocol that is like it, with its best segment's
  // likeness value, by wording.
  struct Alike {
    std::uint32_t wording = 0;
    std::uint32_t segment = 0;
    float value = 0;
  };
  std::span<const Alike> alike(std::uint32_t wording, std::uint32_t segment) const {
    return side(wording).alike[number(wording, segment)];
  }

  // The same as alike() and matches(), the highest value first, and no more of them than a rank is
  // counted by.
  struct Ranked {
    double value = 0;
    std::uint32_t wording = 0;
  };
  static constexpr std::size_t most_ranked = 12;
  std::span<const Ranked> ranked_alike(std::uint32_t wording, std::uint32_t segment) const {
    return side(wording).ranked_alike[number(wording, segment)];
  }
  std::span<const Ranked> ranked_matches(std::uint32_t wording) const {
    return side(wording).ranked_matches[place(wording)];
  }

  // What one protocol's wordings have in common with the other's.
  struct Side {
    std::vector<std::vector<Match>> matches;          // by wording's place
    std::vector<std::vector<Ranked>> ranked_matches;  // by wording's place
    std::vector<std::size_t> first_segment;           // by wording's place: its number
    std::vector<std::vector<Alike>> alike;            // by segment's number
    std::vector<std::vector<Ranked>> ranked_alike;    // by segment's number
  };

 private:
  const Side& side(std::uint32_t wording) const {
    return sides_[corpus_->wordings[wording].protocol == second_ ? 1 : 0];
  }
  std::size_t place(std::uint32_t wording) const { return corpus_->wordings[wording].place; }
  std::size_t number(std::uint32_t wording, std::uint32_t segment) const {
    return side(wording).first_segment[place(wording)] + segment;
  }

  const Corpus* corpus_;
  std::uint32_t second_;  // the second protocol
  std::array<Side, 2> sides_;
  std::vector<std::uint32_t> wordings_;
};

}  // namespace concord::compare
