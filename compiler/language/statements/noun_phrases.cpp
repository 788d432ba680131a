#include "language/statements/noun_phrases.h"

#include <algorithm>

namespace concord::language {
namespace {

constexpr std::size_t most_words_of_noun = 4;  // with its determiner, before a modal

// A verb stands there, and what follows is what it lands on.
bool is_object_of(const Sentence& s, Place verb) {
  const bool noun = verb > s.start() &&
                    (s.is_particle(verb - 1) || s.is_determiner(verb - 1) || s.is_role(verb - 1));
  return s.form_of(verb).has_value() && !noun;
}

// The word leads on to what follows, so that no noun phrase ends with it.
bool leads_on(const Sentence& s, Place at) {
  return s.is_recipient_preposition(at) || s.is_particle(at) || s.is_conjunction(at) ||
         s.is_subordinator(at) || s.is_of(s.lists().opening_prepositions, at) ||
         s.is_determiner(at) || is_object_of(s, at);
}

// "Where the matter relates to a complaint the matter must", "this should", "they should".
Place last_noun(const Sentence& s, Place end) {
  const auto opens = [&](Place at) {
    return s.is_determiner(at) || s.is_any(at, {"they", "he", "she", "it"});
  };
  Place at = end;
  while (at > s.start() && end - at < most_words_of_noun && !opens(at)) --at;
  const bool none = at <= s.start() + 1 || at == end || !opens(at) ||
                    !has_verb(s, {s.start() + 1, at}) || leads_on(s, at - 1);
  return none ? s.start() : at;
}

}  // namespace

bool is_finite(const Sentence& s, Place at) {
  if (s.is_role(at)) return false;
  if (s.is_of(s.lists().finite_auxiliaries, at)) return true;
  const auto form = s.form_of(at);
  const bool behind_noun = !s.is_determiner(at - 1) && !s.is_recipient_preposition(at - 1) &&
                           !s.is_particle(at - 1) && !s.is_conjunction(at - 1) &&
                           !s.is(at - 1, "by");
  return (form == VerbForm::third && behind_noun) ||
         (form == VerbForm::base && s.ends_role(at - 1));
}

Place finite_verb(const Sentence& s) {
  Place at = s.start() + 1;
  while (at < s.end() && !is_finite(s, at)) ++at;
  return std::min(at, s.end());
}

bool has_verb(const Sentence& s, WordSpan span) {
  for (Place i = span.begin; i < span.end; ++i) {
    const auto form = s.form_of(i);
    const bool finite = form == VerbForm::base || form == VerbForm::third;
    if (s.is_being(i) || (finite && !s.is_role(i))) return true;
  }
  return false;
}

Place last_subject(const Sentence& s, Place modal) {
  Place at = modal;
  while (at > s.start() && s.is_listed_adverb(at - 1)) --at;
  if (at == s.start()) return s.start();
  if (!s.ends_role(at - 1)) return last_noun(s, at);
  while (at > s.start() && s.is_role(at - 1)) --at;
  while (at > s.start() && s.is_determiner(at - 1)) --at;
  return at;
}

bool joins_subjects(const Sentence& s, Place conjunction, bool in_first) {
  if (conjunction == s.words().begin || !s.ends_role(conjunction - 1)) return in_first;
  Place next = conjunction + 1;
  while (s.is_determiner(next)) ++next;
  return s.is_role(next);
}

}  // namespace concord::language
