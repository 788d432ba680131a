#include "compare/effects/own_words.h"

#include <algorithm>

#include "compare/match/relation.h"

namespace concord::compare {
namespace {

constexpr double little = 0.28;  // mean Dice coefficient of linked wordings

}  // namespace

bool OwnWords::between(std::uint32_t a, std::uint32_t b) const {
  const auto [low, high] = std::minmax(a, b);
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = known_.find({low, high}); found != known_.end()) return found->second;
  }
  const bool own = shared(low, high) < little;
  const std::scoped_lock lock(mutex_);
  return known_.try_emplace({low, high}, own).first->second;
}

double OwnWords::shared(std::uint32_t a, std::uint32_t b) const {
  const Corpus& corpus = linked_.corpus;
  double sum = 0;
  std::size_t count = 0;
  const auto [begin, end] = linked_.clauses(a);
  for (std::uint32_t x = begin; x < end; ++x)
    linked_.counterparts(x, b, [&](std::uint32_t y, const WordingLink* by) {
      const auto& one = corpus.wordings[corpus.clauses[x].wording];
      const auto& other = corpus.wordings[corpus.clauses[y].wording];
      sum += by == nullptr ? 1 : overlap(corpus, one, other).dice;
      ++count;
    });
  return count == 0 ? 1 : sum / static_cast<double>(count);
}

}  // namespace concord::compare
