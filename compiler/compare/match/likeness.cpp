// Likeness is measured from soft coverage in both directions (coverage.h): the weaker one asks
// whether two segments say the same, the stronger one whether one is part of the other.
#include "compare/match/likeness.h"

#include <algorithm>
#include <cmath>
#include <iterator>

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

// `forward` and `backward`: coverage of a by b, and of b by a.
Likeness likeness_of(const ScatteredSegment& scattered, const Segment& b, double forward,
                     double backward) {
  const Segment& a = scattered.segment();
  Likeness likeness;
  likeness.forward = forward;
  likeness.backward = backward;
  likeness.shared = std::min(forward * a.weight, backward * b.weight);
  likeness.overlap = scattered.overlap(b);
  likeness.phrases = scattered.phrases(b);
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

// Keeps the first few by value.
void keep_highest(std::vector<LikenessTable::Ranked>& list) {
  const std::size_t count = std::min(LikenessTable::most_ranked, list.size());
  const auto end = list.begin() + static_cast<std::ptrdiff_t>(count);
  std::partial_sort(list.begin(), end, list.end(),
                    [](const LikenessTable::Ranked& a, const LikenessTable::Ranked& b) {
                      return a.value != b.value ? a.value > b.value : a.wording < b.wording;
                    });
  list.resize(count);
}

// The best pair of segments of each other wording, by wording; of equals, the first.
void keep_best(std::vector<Match>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Match& a, const Match& b) {
    return a.wording != b.wording ? a.wording < b.wording : a.likeness.value > b.likeness.value;
  });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Match& a, const Match& b) { return a.wording == b.wording; }),
            all.end());
}

std::vector<ProtocolSegments::Numbered> number_segments(const Corpus& corpus,
                                                        std::uint32_t protocol) {
  std::vector<ProtocolSegments::Numbered> numbered;
  for (const std::uint32_t w : corpus.of(protocol)) {
    const Wording& wording = corpus.wordings[w];
    for (std::uint32_t s = 0; s < wording.segments.size(); ++s) {
      const Segment& segment = wording.segments[s];
      numbered.push_back({&segment, w, s, certain_bearer(wording, segment)});
    }
  }
  return numbered;
}

std::vector<const Segment*> segments_of(std::span<const ProtocolSegments::Numbered> numbered) {
  std::vector<const Segment*> segments;
  segments.reserve(numbered.size());
  for (const auto& each : numbered) segments.push_back(each.segment);
  return segments;
}

// A segment measured against another.
struct Measured {
  std::uint32_t segment = 0;  // the other
  Likeness likeness;
};

// By segment: those of the other protocol that it has something in common with, by number.
struct MeasuredSegments {
  std::vector<std::vector<Measured>> of_a;
  std::vector<std::vector<Measured>> of_b;
};

// Each two are measured once: likeness is the same from both sides but for its direction.
MeasuredSegments measure(const Corpus& corpus, const ProtocolSegments& a,
                         const ProtocolSegments& b) {
  static thread_local ScatteredSegment scattered;
  std::vector<std::vector<CoveredSegment>> by_a(b.all().size());
  for (std::size_t j = 0; j < by_a.size(); ++j) by_a[j] = a.covering(*b.all()[j].segment);
  MeasuredSegments measured{std::vector<std::vector<Measured>>(a.all().size()),
                            std::vector<std::vector<Measured>>(b.all().size())};
  for (std::uint32_t i = 0; i < a.all().size(); ++i) {
    const ProtocolSegments::Numbered& own = a.all()[i];
    scattered.scatter(*own.segment, corpus);
    for (const CoveredSegment& other : b.covering(*own.segment)) {
      const ProtocolSegments::Numbered& theirs = b.all()[other.segment];
      if (opposed(own.certain, theirs.certain)) continue;
      const CoveredSegment* back = find(by_a[other.segment], i);
      if (back == nullptr) continue;
      const Likeness likeness = likeness_of(scattered, *theirs.segment, other.share, back->share);
      if (static_cast<float>(likeness.value) < least_value) continue;
      measured.of_a[i].push_back({other.segment, likeness});
      measured.of_b[other.segment].push_back({i, mirrored(likeness)});
    }
  }
  return measured;
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

std::vector<LikenessTable::Ranked> ranked(std::span<const LikenessTable::Alike> alike) {
  std::vector<LikenessTable::Ranked> list;
  list.reserve(alike.size());
  for (const LikenessTable::Alike& each : alike) list.push_back({each.value, each.wording});
  keep_highest(list);
  return list;
}

std::vector<LikenessTable::Ranked> ranked(std::span<const Match> matches) {
  std::vector<LikenessTable::Ranked> list;
  list.reserve(matches.size());
  for (const Match& each : matches) list.push_back({each.likeness.value, each.wording});
  keep_highest(list);
  return list;
}

LikenessTable::Side side_of(const Corpus& corpus, const ProtocolSegments& own,
                            const ProtocolSegments& others,
                            std::span<const std::vector<Measured>> measured) {
  LikenessTable::Side side;
  side.matches.resize(corpus.of(own.protocol()).size());
  side.alike.resize(measured.size());
  for (std::size_t i = 0; i < measured.size(); ++i) {
    const ProtocolSegments::Numbered& segment = own.all()[i];
    const std::uint32_t place = corpus.wordings[segment.wording].place;
    while (side.first_segment.size() <= place) side.first_segment.push_back(i);
    for (const auto& [number, likeness] : measured[i]) {
      const ProtocolSegments::Numbered& other = others.all()[number];
      add_alike(side.alike[i], {other.wording, other.ordinal, static_cast<float>(likeness.value)});
      add_match(side.matches[place], {other.wording, segment.ordinal, other.ordinal, likeness});
    }
    side.ranked_alike.push_back(ranked(side.alike[i]));
  }
  for (std::vector<Match>& matches : side.matches) {
    keep_best(matches);
    side.ranked_matches.push_back(ranked(matches));
  }
  return side;
}

}  // namespace

double likeness_value(const ScatteredSegment& a, const Segment& b, double forward,
                      double backward) {
  const double shared = std::min(forward * a.segment().weight, backward * b.weight);
  return combined(forward, backward, a.phrases(b), shared,
                  direction_of(a.segment().bearer, b.bearer));
}

Bearer certain_bearer(const Wording& wording, const Segment& segment) {
  if (wording.lead_bearer != Bearer::none) return wording.lead_bearer;
  return segment.duty ? segment.bearer : Bearer::none;
}

ProtocolSegments::ProtocolSegments(const Corpus& corpus, std::uint32_t protocol)
    : protocol_(protocol),
      all_(number_segments(corpus, protocol)),
      index_(segments_of(all_), corpus.term_weight) {}

LikenessTable::LikenessTable(const Corpus& corpus, const ProtocolSegments& a,
                             const ProtocolSegments& b)
    : corpus_(&corpus), second_(b.protocol()) {
  const MeasuredSegments measured = measure(corpus, a, b);
  sides_ = {side_of(corpus, a, b, measured.of_a), side_of(corpus, b, a, measured.of_b)};
  std::ranges::merge(corpus.of(a.protocol()), corpus.of(b.protocol()),
                     std::back_inserter(wordings_));
}

}  // namespace concord::compare
