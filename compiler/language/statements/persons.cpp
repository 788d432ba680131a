#include "language/statements/persons.h"

#include <algorithm>

namespace concord::language {
namespace {

constexpr std::size_t least_of_party = 2;  // capitals in a row

bool is_document(const Sentence& s, Place at) {
  return s.tables().nouns.contains(s.singular(at));
}

Place behind_determiners(const Sentence& s, Place at, Place end) {
  while (at < end && s.is_determiner(at)) ++at;
  return at;
}

// Behind the capitals in a row, up to the next sign; the last one may stand before it.
Place capitals_end(const Sentence& s, Place at, Place end) {
  const auto goes_on = [&](Place i) { return i < end && s.is_capital(i); };
  while (goes_on(at) && !s.mark_before(at + 1) && !s.is_cue(at, CueKind::condition)) ++at;
  return goes_on(at) ? at + 1 : at;
}

}  // namespace

bool names_person(const Sentence& s, Place at) {
  Place i = at;
  while (s.is_determiner(i) || s.is_of(s.lists().person_adjectives, i)) ++i;
  return s.is_role(i) || s.is_pronoun(at);
}

Place party_end(const Sentence& s, Place at, Place end) {
  const Place first = behind_determiners(s, at, end);
  const Place i = capitals_end(s, first, end);
  if (i + 1 < end && i > first && s.is(i, "of") && s.is_capital(i + 1)) {
    const Place last = party_end(s, i + 1, end);
    return last == i + 1 ? at : last;
  }
  bool document = false;
  for (Place k = first; k < i; ++k) document = document || is_document(s, k);
  return document || i < first + least_of_party ? at : i;
}

Place person_end(const Sentence& s, Place at, Place end) {
  if (s.is_pronoun(at)) return at + 1;
  Place i = at;
  while (i < end && !s.is_role(i) && !s.mark_before(i + 1)) ++i;
  i = std::min(end, i + (i < end ? s.role_words(i) : 0));
  // "the employee's Director"
  if (i > at && i < end && s.is_role(i) && s.is_owner(i - 1)) return person_end(s, i, end);
  const bool more = i + 1 < end && s.is_conjunction(i) && names_person(s, i + 1);
  return more ? person_end(s, i + 1, end) : i;
}

bool only_names_thing(const Sentence& s, Place end) {
  if (end == s.words().begin || !s.ends_role(end - 1)) return false;
  return s.is_owner(end - 1) || (end < s.end() && !s.mark_before(end) && is_document(s, end));
}

bool is_person(const Sentence& s, Place at, Place end) {
  return names_person(s, at) && !only_names_thing(s, person_end(s, at, end));
}

WordSpan duty_holder(const Sentence& s, WordSpan subject) {
  for (Place i = subject.begin; i + 2 < subject.end; ++i)
    if (s.is_of(s.lists().duty_nouns, i) && s.is(i + 1, "of") && names_person(s, i + 2))
      return {i + 2, subject.end};
  return subject;
}

}  // namespace concord::language
