#include "language/statements/amounts.h"

#include <algorithm>

namespace concord::language {
namespace {

bool is_measure(const Sentence& s, Place at) {
  return s.is_of(s.lists().amount_words, at);
}

// How many words of an amount begin at the place; 0 for none.
std::size_t amount_words(const Sentence& s, Place at) {
  if (at >= s.end() || s.is(at, "all") || s.is_cited(at)) return 0;
  const std::size_t number = s.number_words(at);
  return number == 0 && is_measure(s, at) ? 1 : number;
}

// "at least", "within": a bound where a number follows.
bool is_bound(const Sentence& s, Place at) {
  return std::ranges::any_of(s.cues(), [&](const Cue& each) {
    return each.kind == CueKind::deadline_opener && each.words.contains(at);
  });
}

WordSpan amount_at(const Sentence& s, Place at, WordSpan region) {
  WordSpan amount{at, at + amount_words(s, at)};
  while (amount.begin > region.begin && is_bound(s, amount.begin - 1)) --amount.begin;
  while (amount.end < region.end && amount_words(s, amount.end) > 0)
    amount.end += amount_words(s, amount.end);
  amount.end = std::min(amount.end, region.end);
  const bool unit =
      amount.end < region.end && !s.mark_before(amount.end) && is_measure(s, amount.end);
  if (unit) ++amount.end;
  return amount;
}

}  // namespace

void add_amounts(const Sentence& s, WordSpan region, const std::vector<Adjunct>& adjuncts,
                 Statement& into) {
  for (Place at = region.begin; at < region.end; ++at) {
    if (amount_words(s, at) == 0 || covers(adjuncts, at)) continue;
    const WordSpan amount = amount_at(s, at, region);
    into.amounts.push_back(s.with_currency(s.filler(amount)));
    at = amount.end;
  }
}

}  // namespace concord::language
