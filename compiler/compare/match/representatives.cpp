// Leader clustering (Hartigan 1975) over an inverted index of each wording's rarest words. Wordings
// are taken in an order of their own, the most used first, so that leaders do not depend on the
// order of protocols; blocks of wordings ask the index together and then join or found a group one
// by one, so that they do not depend on threads either.
//
// MinHash over shingles (Broder 1997) was the plan. It finds near-copies as well, but a provision
// that a council shortened keeps few shingles, and candidates must be verified all the same; an
// index of rare words finds those too and needs no tuning of bands. The cost stays close to linear
// because the number of leaders grows with the number of provisions, not of councils.
#include "compare/match/representatives.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>

namespace concord::compare {
namespace {

constexpr double near_copy = 0.7;             // Dice coefficient of the words' information
constexpr std::size_t rare_terms = 8;         // of a wording, by which leaders are found
constexpr std::size_t longest_posting = 400;  // leaders asked for one term
constexpr std::size_t block = 4096;           // wordings that ask together

class Leaders {
 public:
  explicit Leaders(const Corpus& corpus) : corpus_(&corpus), postings_(corpus.forms.size()) {}

  // The leader that the wording is nearest to, or the wording itself where none is near.
  std::uint32_t nearest(std::uint32_t wording, std::size_t first_leader) const {
    const Wording& own = corpus_->wordings[wording];
    std::vector<std::uint32_t> asked;
    for (const std::uint32_t term : rarest(own)) {
      const auto& posting = postings_[term];
      const auto from = std::lower_bound(posting.begin(), posting.end(), first_leader);
      asked.insert(asked.end(), from, posting.end());
    }
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    std::uint32_t best = wording;
    double best_alike = near_copy;
    for (const std::uint32_t place : asked) {
      const double alike = likeness(own, corpus_->wordings[leaders_[place]]);
      if (alike > best_alike) {
        best_alike = alike;
        best = leaders_[place];
      }
    }
    return best;
  }

  void add(std::uint32_t wording) {
    const auto place = static_cast<std::uint32_t>(leaders_.size());
    leaders_.push_back(wording);
    for (const std::uint32_t term : rarest(corpus_->wordings[wording])) {
      if (postings_[term].size() < longest_posting) postings_[term].push_back(place);
    }
  }

  std::size_t size() const { return leaders_.size(); }

 private:
  std::vector<std::uint32_t> rarest(const Wording& wording) const {
    std::vector<std::uint32_t> terms = wording.terms;
    const std::size_t count = std::min(rare_terms, terms.size());
    std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count),
                      terms.end(), [&](std::uint32_t a, std::uint32_t b) {
                        const double x = corpus_->term_weight[a];
                        const double y = corpus_->term_weight[b];
                        return x != y ? x > y : a < b;
                      });
    terms.resize(count);
    return terms;
  }

  double likeness(const Wording& a, const Wording& b) const {
    if (opposed(a.lead_bearer, b.lead_bearer)) return 0;
    const bool both_duty =
        !a.segments.empty() && !b.segments.empty() && a.segments[0].duty && b.segments[0].duty;
    if (both_duty && opposed(a.segments[0].bearer, b.segments[0].bearer)) return 0;
    if (a.terms == b.terms) return 1;
    if (std::min(a.weight, b.weight) < near_copy / 2 * (a.weight + b.weight)) return 0;
    const double common = weight_in_common(a.terms, b.terms, corpus_->term_weight);
    return a.weight + b.weight > 0 ? 2 * common / (a.weight + b.weight) : 0;
  }

  const Corpus* corpus_;
  std::vector<std::uint32_t> leaders_;
  std::vector<std::vector<std::uint32_t>> postings_;  // term -> places in leaders_
};

// The most used first; of equals, by key.
std::vector<std::uint32_t> by_use(const Corpus& corpus) {
  std::vector<std::uint32_t> order(corpus.wordings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return corpus.wordings[a].protocols.size() > corpus.wordings[b].protocols.size();
  });
  return order;
}

}  // namespace

Representatives representatives(const Corpus& corpus) {
  Representatives found;
  found.of.resize(corpus.wordings.size());
  std::iota(found.of.begin(), found.of.end(), 0U);
  if (corpus.wordings.size() > most_wordings_alone) {
    Leaders leaders(corpus);
    // What has an owner is not gathered with others' words.
    const auto alone = [&](std::uint32_t wording) { return corpus.wordings[wording].owner != 0; };
    const std::vector<std::uint32_t> order = by_use(corpus);
    for (std::size_t begin = 0; begin < order.size(); begin += block) {
      const std::size_t end = std::min(begin + block, order.size());
      const std::size_t known = leaders.size();
      tbb::parallel_for(begin, end, [&](std::size_t i) {
        if (!alone(order[i])) found.of[order[i]] = leaders.nearest(order[i], 0);
      });
      for (std::size_t i = begin; i < end; ++i) {
        if (found.of[order[i]] != order[i] || alone(order[i])) continue;
        found.of[order[i]] = leaders.nearest(order[i], known);
        if (found.of[order[i]] == order[i]) leaders.add(order[i]);
      }
    }
  }
  for (std::uint32_t i = 0; i < found.of.size(); ++i) {
    if (found.of[i] == i) found.chosen.push_back(i);
  }
  return found;
}

}  // namespace concord::compare
