#include "language/statements/adjuncts.h"

#include <algorithm>

#include "language/numbers.h"

namespace concord::language {
namespace {

constexpr std::size_t reach_of_deadline = 7;  // words from its opener to its unit of time

bool is_limit(CueKind kind) {
  return kind == CueKind::condition || kind == CueKind::exception;
}

bool opens_limit(const Sentence& s, Place at) {
  const Cue* cue = s.cue_at(at);
  return cue != nullptr && is_limit(cue->kind);
}

// A condition or exception goes on to the next one, or to the end.
Place limit_end(const Sentence& s, const Cue& cue, Place end) {
  const auto closes = [&](Place at) {
    return opens_limit(s, at) && (s.mark_before(at) || s.is_cue(at, CueKind::exception));
  };
  Place i = cue.words.end;
  while (i < end && !closes(i)) ++i;
  return i;
}

Place phrase_end(const Sentence& s, Place at, Place end) {
  const auto closes = [&](Place i) {
    const bool joins_verb = s.is_conjunction(i) && !s.is_role(i + 1) && !s.is_determiner(i + 1);
    return opens_limit(s, i) || s.mark_before(i) || joins_verb;
  };
  Place i = at + 1;
  while (i < end && !closes(i)) ++i;
  return i;
}

bool is_time_unit(const Sentence& s, Place at) {
  return s.is_of(s.lists().time_units, at) || s.is_month(at);
}

// The end of a deadline whose unit of time stands at the place: "days of the meeting", "June 2025".
Place end_behind_unit(const Sentence& s, Place unit, Place limit, Place end) {
  Place stop = unit + 1;
  while (stop < limit && s.starts_with_digit(stop) && !s.mark_before(stop)) ++stop;
  const bool goes_on = s.is_of(s.lists().deadline_prepositions, stop);
  return goes_on && stop < end && !s.mark_before(stop) ? phrase_end(s, stop, end) : stop;
}

// The end of the deadline that the words of the cue open; where they begin for none.
Place deadline_end(const Sentence& s, const Cue& cue, Place end) {
  const Place limit = std::min(end, cue.words.end + reach_of_deadline);
  for (Place i = cue.words.end; i < limit && !s.mark_before(i); ++i) {
    if (s.is_cue(i, CueKind::deadline_opener)) break;
    if (is_time_unit(s, i)) return end_behind_unit(s, i, limit, end);
  }
  const bool orders = s.is_any(cue.words.begin, {"before", "after", "until"});
  return orders ? phrase_end(s, cue.words.begin, end) : cue.words.begin;
}

// The adjunct that the cue opens; of no words for none.
Adjunct adjunct_of(const Sentence& s, const Cue& cue, Place end) {
  switch (cue.kind) {
    case CueKind::condition:
    case CueKind::exception:
      return {cue.kind, {cue.words.begin, limit_end(s, cue, end)}};
    case CueKind::deadline_opener:
      return {CueKind::deadline, {cue.words.begin, deadline_end(s, cue, end)}};
    case CueKind::deadline:
      return {CueKind::deadline, cue.words};
    default:
      return {};
  }
}

}  // namespace

std::vector<Adjunct> adjuncts_in(const Sentence& s, WordSpan region) {
  std::vector<Adjunct> adjuncts;
  for (Place at = region.begin; at < region.end; ++at) {
    const Cue* cue = s.cue_at(at);
    if (cue == nullptr) continue;
    const Adjunct adjunct = adjunct_of(s, *cue, region.end);
    if (adjunct.words.empty()) continue;
    adjuncts.push_back(adjunct);
    at = adjunct.words.end - 1;
  }
  return adjuncts;
}

Place main_end(const Sentence& s, const std::vector<Adjunct>& adjuncts, WordSpan region) {
  Place end = region.end;
  for (const Adjunct& each : adjuncts) {
    const bool in_passing = s.is_cue(each.words.begin, CueKind::deadline) &&
                            each.words.end < region.end && !s.mark_before(each.words.end);
    if (!in_passing) end = std::min(end, each.words.begin);
  }
  return end;
}

bool covers(const std::vector<Adjunct>& adjuncts, Place at) {
  return std::ranges::any_of(adjuncts,
                             [&](const Adjunct& each) { return each.words.contains(at); });
}

void add_adjuncts(const Sentence& s, const std::vector<Adjunct>& adjuncts, Statement& into) {
  for (const Adjunct& each : adjuncts) {
    auto& list = each.kind == CueKind::condition   ? into.conditions
                 : each.kind == CueKind::exception ? into.exceptions
                                                   : into.deadlines;
    list.push_back(s.filler(each.words));
  }
}

}  // namespace concord::language
