// Soft coverage: the share of a segment's information that the other has, by the same word or, at a
// discount, by a word or phrase of the same meaning (after Mihalcea, Corley and Strapparava,
// "Corpus-based and knowledge-based measures of text semantic similarity", 2006, with groups of a
// thesaurus in place of WordNet's paths).
//
// An inverted index adds coverage up, a term at a time: for each term of a segment, the segments
// that have it, then those that have its meaning. Segments that share nothing are never looked at.
// Measuring every pair word by word gave the same figures in forty times the time.
#include "compare/match/coverage.h"

#include <algorithm>

namespace concord::compare {
namespace {

constexpr double meaning_credit = 0.8;  // for a term met by meaning only
// Below it in either direction, two segments have nothing in common.
constexpr double least_coverage = 0.08;

// Which segments have a key. Looked up by halving: an array by key would be as long as all the
// words of all the protocols, for each of them.
class Postings {
 public:
  void add(std::uint32_t key, std::uint32_t segment) { entries_.emplace_back(key, segment); }

  // To be called once, before at().
  void finish() {
    std::sort(entries_.begin(), entries_.end());
    for (const auto& [key, segment] : entries_) {
      if (keys_.empty() || keys_.back() != key) {
        keys_.push_back(key);
        first_.push_back(static_cast<std::uint32_t>(segments_.size()));
      }
      segments_.push_back(segment);
    }
    first_.push_back(static_cast<std::uint32_t>(segments_.size()));
    entries_ = {};
  }

  std::span<const std::uint32_t> at(std::uint32_t key) const {
    const auto place = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (place == keys_.end() || *place != key) return {};
    const auto i = static_cast<std::size_t>(place - keys_.begin());
    return std::span(segments_).subspan(first_[i], first_[i + 1] - first_[i]);
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries_;  // until finish()
  std::vector<std::uint32_t> keys_;
  std::vector<std::uint32_t> first_;  // by key: its place in segments_, and the end of the last
  std::vector<std::uint32_t> segments_;
};

// By segment: the weight in common so far. Working memory of one thread.
struct Accumulators {
  std::vector<float> weight;
  std::vector<std::uint32_t> last_term;  // last credited: its place among the terms, from 1
};

}  // namespace

void ScatteredSegment::scatter(const Segment& segment, const Corpus& corpus) {
  segment_ = &segment;
  term_weight_ = &corpus.term_weight;
  terms_.scatter(segment.terms, corpus.term_weight);
  pairs_.scatter(segment.pairs, corpus.pair_weight);
  groups_.clear(segment.groups.empty() ? 0 : segment.groups.back() + 1);
  for (const std::uint32_t group : segment.groups) groups_.raise(group, 1);
}

float ScatteredSegment::share_of(const Segment& other) const {
  if (other.weight <= 0) return 0;
  double sum = 0;
  auto meaning = other.meanings.begin();
  for (const std::uint32_t term : other.terms) {
    bool meant = false;
    while (meaning != other.meanings.end() && meaning->term < term) ++meaning;
    const double weight = terms_[term];
    for (; meaning != other.meanings.end() && meaning->term == term; ++meaning)
      meant = meant || (weight == 0 && groups_.has(meaning->group));
    sum += meant ? meaning_credit * (*term_weight_)[term] : weight;
  }
  return static_cast<float>(sum / other.weight);
}

double ScatteredSegment::overlap(const Segment& other) const {
  return 2 * terms_.sum_at(other.terms) / (segment_->weight + other.weight);
}

double ScatteredSegment::phrases(const Segment& other) const {
  const double all = segment_->pair_weight + other.pair_weight;
  return all > 0 ? 2 * pairs_.sum_at(other.pairs) / all : 0;
}

class InvertedIndex {
 public:
  InvertedIndex(std::span<const Segment* const> segments, const std::vector<double>& weights)
      : size_(segments.size()), weights_(&weights) {
    for (std::uint32_t i = 0; i < segments.size(); ++i) {
      for (const std::uint32_t term : segments[i]->terms) terms_.add(term, i);
      for (const std::uint32_t group : segments[i]->groups) groups_.add(group, i);
    }
    terms_.finish();
    groups_.finish();
  }

  // The segments that have a share of this one, by number.
  std::vector<CoveredSegment> all(const Segment& own, Accumulators& sums) const {
    sums.weight.resize(size_, 0);
    sums.last_term.resize(size_, 0);
    std::uint32_t place = 0;
    auto meaning = own.meanings.begin();
    for (const std::uint32_t term : own.terms) {
      ++place;
      const double weight = (*weights_)[term];
      credit(terms_.at(term), static_cast<float>(weight), place, sums);
      while (meaning != own.meanings.end() && meaning->term < term) ++meaning;
      for (; meaning != own.meanings.end() && meaning->term == term; ++meaning) {
        credit(groups_.at(meaning->group), static_cast<float>(meaning_credit * weight), place,
               sums);
      }
    }
    return collect(own, sums);
  }

 private:
  static void credit(std::span<const std::uint32_t> segments, float amount, std::uint32_t place,
                     Accumulators& sums) {
    for (const std::uint32_t other : segments) {
      if (sums.last_term[other] == place) continue;
      sums.last_term[other] = place;
      sums.weight[other] += amount;
    }
  }

  std::vector<CoveredSegment> collect(const Segment& own, Accumulators& sums) const {
    std::vector<CoveredSegment> found;
    const auto floor = static_cast<float>(least_coverage * own.weight);
    for (std::uint32_t other = 0; other < size_; ++other) {
      if (sums.last_term[other] == 0) continue;
      if (sums.weight[other] >= floor && own.weight > 0) {
        found.push_back({other, static_cast<float>(sums.weight[other] / own.weight)});
      }
      sums.weight[other] = 0;
      sums.last_term[other] = 0;
    }
    return found;
  }

  std::size_t size_;  // segments
  const std::vector<double>* weights_;
  Postings terms_;
  Postings groups_;
};

SegmentIndex::SegmentIndex(std::span<const Segment* const> segments,
                           const std::vector<double>& term_weight)
    : index_(std::make_unique<InvertedIndex>(segments, term_weight)) {}
SegmentIndex::~SegmentIndex() = default;
SegmentIndex::SegmentIndex(SegmentIndex&&) noexcept = default;

std::vector<CoveredSegment> SegmentIndex::covering(const Segment& segment) const {
  static thread_local Accumulators sums;
  return index_->all(segment, sums);
}

}  // namespace concord::compare
