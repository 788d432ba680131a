#include "language/statements/verb_groups.h"

#include <algorithm>

#include "language/statements/persons.h"

namespace concord::language {
namespace {

// "initiate, approve or certify" goes on at the comma behind its first verb: its end; `next` where
// no list of verbs stands there.
Place verb_list_end(const Sentence& s, Place first, Place next, Place end) {
  const auto form = s.form_of(first);
  const auto is_verb = [&](Place at) {
    return at < end && s.form_of(at) == form && !s.is_role(at);
  };
  if (!form) return next;
  Place i = next;
  while (is_verb(i) && s.mark_before(i)) ++i;
  const bool closed = i > next && s.is_conjunction(i) && is_verb(i + 1);
  return closed ? i + 2 : next;
}

// Behind the verb that the words at `next` join to the first one; `next` for none.
Place joined_verb_end(const Sentence& s, Place first, Place next, Place end) {
  const auto form = s.form_of(first);
  if (!form) return next;
  const bool seeks = s.is(next, "to") && s.form_of(next + 1) == VerbForm::base && next == first + 1;
  const bool joins = s.is_conjunction(next) && s.form_of(next + 1) == form;
  return seeks || joins ? next + 2 : verb_list_end(s, first, next, end);
}

}  // namespace

VerbPlace verb_behind_adverbs(const Sentence& s, Place at, Place end) {
  const Place limit = std::min(end, at + most_adverbs);
  bool denied = false;
  for (Place i = at; i < limit; ++i) {
    if (s.is_negation(i)) denied = true;
    if (!s.is_adverb(i) && !s.is_negation(i) && s.form_of(i)) return {i, denied};
  }
  VerbPlace verb{at, false};
  while (verb.at < limit && (s.is_listed_adverb(verb.at) || s.is_negation(verb.at))) {
    if (s.is_negation(verb.at)) verb.denied = !verb.denied;
    ++verb.at;
  }
  return verb;
}

Place verbs_end(const Sentence& s, Place at, Place end) {
  Place i = at + 1;
  while (i + 1 < end) {
    const Place next = joined_verb_end(s, at, i, end);
    if (next == i) break;
    i = next;
  }
  const bool lands =
      i < end && (s.is_particle(i) || (s.is_recipient_preposition(i) && !is_person(s, i + 1, end)));
  return lands && !s.mark_before(i) && s.cue_at(i) == nullptr ? i + 1 : i;
}

bool only_verbs(const Sentence& s, WordSpan span) {
  for (Place i = span.begin; i < span.end; ++i) {
    const bool verb = s.form_of(i).has_value() && !s.is_role(i);
    if (!s.is_adverb(i) && !verb && !s.is_negation(i) && !s.is(i, "to")) return false;
  }
  return true;
}

}  // namespace concord::language
