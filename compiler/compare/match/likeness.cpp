// Likeness is measured from soft coverage in both directions (coverage.h): the weaker one asks
// whether two segments say the same, the stronger one whether one is part of the other.
#include "compare/match/likeness.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "compare/match/coverage.h"
#include "compare/match/representatives.h"
#include "compare/match/sparse_accumulator.h"

namespace concord::compare {
namespace {

// Segments that share no more than this say little by it.
constexpr double little_information = 3;
constexpr double direction_credit = 0.05;
constexpr float least_value = 0.02F;

int direction_of(Bearer a, Bearer b) {
  if (opposed(a, b)) return -1;
  return a == b && (a == Bearer::member || a == Bearer::officer) ? 1 : 0;
}

double combined(double forward, double backward, double phrases, double shared, int direction) {
  const double weaker = std::min(forward, backward);
  const double alike = 0.5 * std::sqrt(forward * backward) + 0.35 * weaker + 0.15 * phrases;
  return alike * shared / (shared + little_information) + direction_credit * direction;
}

// A segment scattered, to be measured against many.
struct ScatteredSegment {
  const Segment* segment = nullptr;
  SparseAccumulator terms;
  SparseAccumulator pairs;

  void scatter(const Segment& own, const Corpus& corpus) {
    segment = &own;
    terms.scatter(own.terms, corpus.term_weight);
    pairs.scatter(own.pairs, corpus.pair_weight);
  }
};

// `forward` and `backward`: coverage of a by b, and of b by a.
Likeness likeness_of(const ScatteredSegment& scattered, const Segment& b, double forward,
                     double backward) {
  const Segment& a = *scattered.segment;
  Likeness likeness;
  likeness.forward = forward;
  likeness.backward = backward;
  likeness.shared = std::min(forward * a.weight, backward * b.weight);
  likeness.overlap = 2 * scattered.terms.sum_at(b.terms) / (a.weight + b.weight);
  const double pairs = a.pair_weight + b.pair_weight;
  if (pairs > 0) likeness.phrases = 2 * scattered.pairs.sum_at(b.pairs) / pairs;
  likeness.direction = direction_of(a.bearer, b.bearer);
  likeness.value =
      combined(forward, backward, likeness.phrases, likeness.shared, likeness.direction);
  return likeness;
}

Likeness mirrored(Likeness likeness) {
  std::swap(likeness.forward, likeness.backward);
  return likeness;
}

// The element of that segment in a list sorted by segment, or null.
template <typename Element>
const Element* find(const std::vector<Element>& row, std::uint32_t segment) {
  const auto place = std::lower_bound(
      row.begin(), row.end(), segment,
      [](const Element& element, std::uint32_t key) { return element.segment < key; });
  return place != row.end() && place->segment == segment ? &*place : nullptr;
}

void rank(std::vector<LikenessTable::Ranked>& list) {
  std::sort(list.begin(), list.end(),
            [](const LikenessTable::Ranked& a, const LikenessTable::Ranked& b) {
              return a.value != b.value ? a.value > b.value : a.wording < b.wording;
            });
}

// The best pair of segments of each other wording, by wording; of equals, the first.
void keep_best(std::vector<Match>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Match& a, const Match& b) {
    return a.wording != b.wording ? a.wording < b.wording : a.likeness.value > b.likeness.value;
  });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Match& a, const Match& b) { return a.wording == b.wording; }),
            all.end());
  all.shrink_to_fit();
}

// A chosen wording's segment, with what is known of it.
struct NumberedSegment {
  const Segment* segment = nullptr;
  std::uint32_t wording = 0;
  std::uint32_t ordinal = 0;  // in the wording
  Bearer certain = Bearer::none;
  std::uint64_t owner = 0;
};

std::vector<NumberedSegment> number_segments(const Corpus& corpus,
                                             std::span<const std::uint32_t> chosen) {
  std::vector<NumberedSegment> numbered;
  for (const std::uint32_t w : chosen) {
    const Wording& wording = corpus.wordings[w];
    for (std::uint32_t s = 0; s < wording.segments.size(); ++s) {
      const Segment& segment = wording.segments[s];
      numbered.push_back({&segment, w, s, certain_bearer(wording, segment), wording.owner});
    }
  }
  return numbered;
}

bool never_alike(const NumberedSegment& a, const NumberedSegment& b) {
  const bool one_owner = a.owner != 0 && a.owner == b.owner;
  return a.wording == b.wording || one_owner || opposed(a.certain, b.certain);
}

// A segment measured against another.
struct Measured {
  std::uint32_t segment = 0;  // the other
  Likeness likeness;
};

// For each segment those after it that it has something in common with, by number.
std::vector<std::vector<Measured>> measure_after(std::span<const NumberedSegment> numbered,
                                                 const Corpus& corpus, Search search) {
  std::vector<const Segment*> segments;
  segments.reserve(numbered.size());
  for (const NumberedSegment& each : numbered) segments.push_back(each.segment);
  const auto covered = find_covered(segments, corpus.term_weight, search);
  std::vector<std::vector<Measured>> after(segments.size());
  tbb::enumerable_thread_specific<ScatteredSegment> scattered;
  tbb::parallel_for(std::size_t{0}, segments.size(), [&](std::size_t i) {
    scattered.local().scatter(*segments[i], corpus);
    for (const CoveredSegment& other : covered[i]) {
      if (other.segment <= i || never_alike(numbered[i], numbered[other.segment])) continue;
      const CoveredSegment* back = find(covered[other.segment], static_cast<std::uint32_t>(i));
      if (back == nullptr) continue;
      const Likeness likeness =
          likeness_of(scattered.local(), *segments[other.segment], other.share, back->share);
      if (static_cast<float>(likeness.value) < least_value) continue;
      after[i].push_back({other.segment, likeness});
    }
  });
  return after;
}

// For each segment all others that it has something in common with, by number. Each two are
// measured once: likeness is the same from both sides but for its direction.
std::vector<std::vector<Measured>> measure(std::span<const NumberedSegment> numbered,
                                           const Corpus& corpus, Search search) {
  const std::vector<std::vector<Measured>> after = measure_after(numbered, corpus, search);
  std::vector<std::vector<Measured>> all(after.size());
  for (std::uint32_t i = 0; i < after.size(); ++i) {
    for (const Measured& other : after[i]) {
      all[other.segment].push_back({i, mirrored(other.likeness)});
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    all[i].insert(all[i].end(), after[i].begin(), after[i].end());
  }
  return all;
}

// Keeps the best segment of each wording; segments come by number, and so by wording.
void add_alike(std::vector<LikenessTable::Alike>& alike, const LikenessTable::Alike& next) {
  if (alike.empty() || alike.back().wording != next.wording) {
    alike.push_back(next);
  } else if (next.value > alike.back().value) {
    alike.back() = next;
  }
}

void add_match(std::vector<Match>& matches, const Match& next) {
  if (matches.empty() || matches.back().wording != next.wording) {
    matches.push_back(next);
  } else if (next.likeness.value > matches.back().likeness.value) {
    matches.back() = next;
  }
}

double self_value_of(const Segment& segment) {
  return combined(1, 1, 1, segment.weight, direction_of(segment.bearer, segment.bearer));
}

}  // namespace

double likeness_value(const Segment& a, const Segment& b, double forward, double backward,
                      const Corpus& corpus) {
  const double pairs = a.pair_weight + b.pair_weight;
  const double common = weight_in_common(a.pairs, b.pairs, corpus.pair_weight);
  return combined(forward, backward, pairs > 0 ? 2 * common / pairs : 0,
                  std::min(forward * a.weight, backward * b.weight),
                  direction_of(a.bearer, b.bearer));
}

Bearer certain_bearer(const Wording& wording, const Segment& segment) {
  if (wording.lead_bearer != Bearer::none) return wording.lead_bearer;
  return segment.duty ? segment.bearer : Bearer::none;
}

LikenessTable::LikenessTable(const Corpus& corpus, std::span<const std::uint32_t> chosen)
    : chosen_(chosen.begin(), chosen.end()),
      slot_(corpus.wordings.size(), not_chosen),
      matches_(chosen.size()),
      ranked_matches_(chosen.size()) {
  const std::vector<NumberedSegment> numbered = number_segments(corpus, chosen);
  const bool large = chosen.size() > most_wordings_alone;
  const auto measured = measure(numbered, corpus, large ? Search::promising : Search::all);
  first_segment_.push_back(0);
  for (std::uint32_t slot = 0; slot < chosen_.size(); ++slot) {
    slot_[chosen_[slot]] = slot;
    const std::size_t count = corpus.wordings[chosen_[slot]].segments.size();
    first_segment_.push_back(first_segment_.back() + static_cast<std::uint32_t>(count));
  }
  for (const NumberedSegment& each : numbered) self_value_.push_back(self_value_of(*each.segment));
  alike_.resize(numbered.size());
  ranked_alike_.resize(numbered.size());
  tbb::parallel_for(std::size_t{0}, chosen_.size(), [&](std::size_t slot) {
    for (std::size_t i = first_segment_[slot]; i < first_segment_[slot + 1]; ++i) {
      for (const auto& [segment, likeness] : measured[i]) {
        const NumberedSegment& other = numbered[segment];
        add_alike(alike_[i], {other.wording, other.ordinal, static_cast<float>(likeness.value)});
        add_match(matches_[slot], {other.wording, numbered[i].ordinal, other.ordinal, likeness});
      }
      for (const Alike& alike : alike_[i]) {
        ranked_alike_[i].push_back({alike.value, alike.wording, alike.segment});
      }
      rank(ranked_alike_[i]);
    }
    keep_best(matches_[slot]);
    for (const Match& match : matches_[slot]) {
      ranked_matches_[slot].push_back({match.likeness.value, match.wording, 0});
    }
    rank(ranked_matches_[slot]);
  });
}

std::span<const LikenessTable::Alike> LikenessTable::alike(std::uint32_t wording,
                                                           std::uint32_t segment) const {
  return alike_[segment_number(wording, segment)];
}

std::span<const LikenessTable::Ranked> LikenessTable::ranked_alike(std::uint32_t wording,
                                                                   std::uint32_t segment) const {
  return ranked_alike_[segment_number(wording, segment)];
}

}  // namespace concord::compare
