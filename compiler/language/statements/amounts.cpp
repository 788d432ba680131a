#include "language/statements/amounts.h"

#include <fmt/format.h>

#include <algorithm>

namespace concord::language {
namespace {

// "rule 5", "standing order 5"
bool is_cited(const Sentence& s, Place at) {
  const Place first = s.words().begin;
  if (at == first) return false;
  const auto cites = [&](std::string_view words) { return s.tables().nouns.contains(words); };
  return cites(s.word(at - 1)) ||
         (at > first + 1 && cites(fmt::format("{} {}", s.word(at - 2), s.word(at - 1))));
}

bool is_measure(const Sentence& s, Place at) {
  return s.is_of(s.lists().amount_words, at);
}

bool is_amount(const Sentence& s, Place at) {
  if (s.word(at).empty() || s.is(at, "all") || is_cited(s, at)) return false;
  const bool spelled = !s.is(at, "one") && s.lists().number_words.contains(s.word(at));
  return s.starts_with_digit(at) || spelled || is_measure(s, at);
}

// "at least", "within": a bound where a number follows.
bool is_bound(const Sentence& s, Place at) {
  return std::ranges::any_of(s.cues(), [&](const Cue& each) {
    return each.kind == CueKind::deadline_opener && each.words.contains(at);
  });
}

WordSpan amount_at(const Sentence& s, Place at, WordSpan region) {
  WordSpan amount{at, at + 1};
  while (amount.begin > region.begin && is_bound(s, amount.begin - 1)) --amount.begin;
  while (amount.end < region.end && is_amount(s, amount.end)) ++amount.end;
  const bool unit =
      amount.end < region.end && !s.mark_before(amount.end) && is_measure(s, amount.end);
  if (unit) ++amount.end;
  return amount;
}

}  // namespace

void add_amounts(const Sentence& s, WordSpan region, const std::vector<Adjunct>& adjuncts,
                 Statement& into) {
  for (Place at = region.begin; at < region.end; ++at) {
    if (!is_amount(s, at) || covers(adjuncts, at)) continue;
    const WordSpan amount = amount_at(s, at, region);
    into.amounts.push_back(s.with_currency(s.filler(amount)));
    at = amount.end;
  }
}

}  // namespace concord::language
