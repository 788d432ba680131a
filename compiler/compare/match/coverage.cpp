// Soft coverage: the share of a segment's information that the other has, by the same word or, at a
// discount, by a word or phrase of the same meaning (after Mihalcea, Corley and Strapparava,
// "Corpus-based and knowledge-based measures of text semantic similarity", 2006, with groups of a
// thesaurus in place of WordNet's paths).
//
// An inverted index adds coverage up, a term at a time: for each term of a segment, the segments
// that have it, then those that have its meaning. Segments that share nothing are never looked at.
// Measuring every pair word by word gave the same figures in forty times the time.
//
// In a large corpus that is quadratic after all: its segments have the common words of the language
// in common. There the index is asked for the rarest terms and meanings alone, the most promising
// segments are measured word by word, and what one of two segments chose, the other keeps too.
#include "compare/match/coverage.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace concord::compare {
namespace {

constexpr double meaning_credit = 0.8;  // for a term met by meaning only
// Below it in either direction, two segments have nothing in common.
constexpr double least_coverage = 0.08;

// Of a search for the promising ones.
constexpr std::size_t most_postings = 4000;  // entries of the index looked at for one segment
constexpr std::size_t most_promising = 64;   // segments measured for one segment

using Postings = std::vector<std::vector<std::uint32_t>>;

void post(Postings& postings, std::uint32_t key, std::uint32_t segment) {
  if (postings.size() <= key) postings.resize(key + 1);
  postings[key].push_back(segment);
}

std::span<const std::uint32_t> at(const Postings& postings, std::uint32_t key) {
  return key < postings.size() ? std::span<const std::uint32_t>(postings[key])
                               : std::span<const std::uint32_t>();
}

// By segment: the weight in common so far. Working memory of one thread.
struct Accumulators {
  std::vector<float> weight;
  std::vector<std::uint32_t> last_term;  // last credited: its place among the terms, from 1
  std::vector<std::uint32_t> touched;
};

bool by_number(const CoveredSegment& a, const CoveredSegment& b) {
  return a.segment < b.segment;
}

}  // namespace

float coverage(const Segment& a, const Segment& b, const std::vector<double>& weights) {
  if (a.weight <= 0) return 0;
  double sum = 0;
  auto meaning = a.meanings.begin();
  auto word = b.terms.begin();
  for (const std::uint32_t term : a.terms) {
    while (meaning != a.meanings.end() && meaning->term < term) ++meaning;
    while (word != b.terms.end() && *word < term) ++word;
    if (word != b.terms.end() && *word == term) {
      sum += weights[term];
      continue;
    }
    for (auto m = meaning; m != a.meanings.end() && m->term == term; ++m) {
      if (!std::binary_search(b.groups.begin(), b.groups.end(), m->group)) continue;
      sum += meaning_credit * weights[term];
      break;
    }
  }
  return static_cast<float>(sum / a.weight);
}

class InvertedIndex {
 public:
  InvertedIndex(std::span<const Segment* const> segments, const std::vector<double>& weights)
      : segments_(segments), weights_(&weights) {
    for (std::uint32_t i = 0; i < segments.size(); ++i) {
      for (const std::uint32_t term : segments[i]->terms) post(terms_, term, i);
      for (const std::uint32_t group : segments[i]->groups) post(groups_, group, i);
    }
  }

  // The segments that have a share of this one, by number.
  std::vector<CoveredSegment> all(const Segment& own, Accumulators& sums) const {
    sums.weight.resize(segments_.size(), 0);
    sums.last_term.resize(segments_.size(), 0);
    std::uint32_t place = 0;
    auto meaning = own.meanings.begin();
    for (const std::uint32_t term : own.terms) {
      ++place;
      const double weight = (*weights_)[term];
      credit(at(terms_, term), static_cast<float>(weight), place, sums);
      while (meaning != own.meanings.end() && meaning->term < term) ++meaning;
      for (; meaning != own.meanings.end() && meaning->term == term; ++meaning) {
        credit(at(groups_, meaning->group), static_cast<float>(meaning_credit * weight), place,
               sums);
      }
    }
    return collect(own, sums);
  }

  // The same of the most promising segments only.
  std::vector<CoveredSegment> promising(std::uint32_t segment, Accumulators& sums) const {
    sums.weight.resize(segments_.size(), 0);
    const Segment& own = *segments_[segment];
    std::size_t looked_at = 0;
    for (const auto& [posting, weight] : rarest_first(own)) {
      if (looked_at > 0 && looked_at + posting.size() > most_postings) break;
      looked_at += posting.size();
      for (const std::uint32_t other : posting) {
        if (sums.weight[other] == 0) sums.touched.push_back(other);
        sums.weight[other] += weight;
      }
    }
    std::vector<CoveredSegment> found;
    for (const std::uint32_t other : most_in_common(sums)) {
      const float share = coverage(own, *segments_[other], *weights_);
      if (share >= least_coverage) found.push_back({other, share});
    }
    for (const std::uint32_t other : sums.touched) sums.weight[other] = 0;
    sums.touched.clear();
    return found;
  }

 private:
  struct WeightedPosting {
    std::span<const std::uint32_t> posting;
    float weight = 0;
  };

  // The postings of a segment's terms and meanings, the shortest first.
  std::vector<WeightedPosting> rarest_first(const Segment& own) const {
    std::vector<WeightedPosting> postings;
    for (const std::uint32_t term : own.terms) {
      postings.push_back({at(terms_, term), static_cast<float>((*weights_)[term])});
    }
    for (const TermMeaning& meaning : own.meanings) {
      const double weight = meaning_credit * (*weights_)[meaning.term];
      postings.push_back({at(groups_, meaning.group), static_cast<float>(weight)});
    }
    std::stable_sort(postings.begin(), postings.end(),
                     [](const WeightedPosting& a, const WeightedPosting& b) {
                       return a.posting.size() < b.posting.size();
                     });
    return postings;
  }

  // Of the segments touched, those that have most in common for their length; sorted.
  std::vector<std::uint32_t> most_in_common(const Accumulators& sums) const {
    std::vector<std::pair<float, std::uint32_t>> order;
    for (const std::uint32_t other : sums.touched) {
      const auto weight = static_cast<float>(segments_[other]->weight);
      order.emplace_back(-sums.weight[other] * sums.weight[other] / weight, other);
    }
    const std::size_t count = std::min(most_promising, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end());
    std::vector<std::uint32_t> best;
    for (std::size_t i = 0; i < count; ++i) best.push_back(order[i].second);
    std::sort(best.begin(), best.end());
    return best;
  }

  static void credit(std::span<const std::uint32_t> segments, float amount, std::uint32_t place,
                     Accumulators& sums) {
    for (const std::uint32_t other : segments) {
      if (sums.last_term[other] == place) continue;
      if (sums.last_term[other] == 0) sums.touched.push_back(other);
      sums.last_term[other] = place;
      sums.weight[other] += amount;
    }
  }

  static std::vector<CoveredSegment> collect(const Segment& own, Accumulators& sums) {
    std::vector<CoveredSegment> found;
    const auto floor = static_cast<float>(least_coverage * own.weight);
    for (const std::uint32_t other : sums.touched) {
      if (sums.weight[other] >= floor && own.weight > 0) {
        found.push_back({other, static_cast<float>(sums.weight[other] / own.weight)});
      }
      sums.weight[other] = 0;
      sums.last_term[other] = 0;
    }
    sums.touched.clear();
    std::sort(found.begin(), found.end(), by_number);
    return found;
  }

  std::span<const Segment* const> segments_;
  const std::vector<double>* weights_;
  Postings terms_;
  Postings groups_;
};

namespace {

// What one segment chose, the other keeps too.
void make_mutual(std::vector<std::vector<CoveredSegment>>& covered,
                 std::span<const Segment* const> segments, const std::vector<double>& weights) {
  std::vector<std::vector<std::uint32_t>> chosen_by(covered.size());
  for (std::uint32_t i = 0; i < covered.size(); ++i) {
    for (const CoveredSegment& other : covered[i]) chosen_by[other.segment].push_back(i);
  }
  tbb::parallel_for(std::size_t{0}, covered.size(), [&](std::size_t i) {
    const std::size_t own = covered[i].size();
    for (const std::uint32_t other : chosen_by[i]) {
      const auto end = covered[i].begin() + static_cast<std::ptrdiff_t>(own);
      if (std::binary_search(covered[i].begin(), end, CoveredSegment{other, 0}, by_number)) {
        continue;
      }
      const float share = coverage(*segments[i], *segments[other], weights);
      if (share >= least_coverage) covered[i].push_back({other, share});
    }
    std::sort(covered[i].begin(), covered[i].end(), by_number);
  });
}

}  // namespace

std::vector<std::vector<CoveredSegment>> find_covered(std::span<const Segment* const> segments,
                                                      const std::vector<double>& term_weight,
                                                      Search search) {
  const InvertedIndex index(segments, term_weight);
  std::vector<std::vector<CoveredSegment>> covered(segments.size());
  tbb::enumerable_thread_specific<Accumulators> sums;
  tbb::parallel_for(std::size_t{0}, segments.size(), [&](std::size_t i) {
    const auto segment = static_cast<std::uint32_t>(i);
    covered[i] = search == Search::promising ? index.promising(segment, sums.local())
                                             : index.all(*segments[i], sums.local());
  });
  if (search == Search::promising) make_mutual(covered, segments, term_weight);
  return covered;
}

SegmentIndex::SegmentIndex(std::span<const Segment* const> segments,
                           const std::vector<double>& term_weight)
    : index_(std::make_unique<InvertedIndex>(segments, term_weight)) {}
SegmentIndex::~SegmentIndex() = default;

std::vector<CoveredSegment> SegmentIndex::covering(const Segment& segment) const {
  static thread_local Accumulators sums;
  return index_->all(segment, sums);
}

}  // namespace concord::compare
