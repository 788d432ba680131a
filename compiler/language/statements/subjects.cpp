#include "language/statements/subjects.h"

#include <algorithm>

#include "language/statements/adjuncts.h"
#include "language/statements/norms.h"
#include "language/statements/noun_phrases.h"
#include "language/statements/persons.h"

namespace concord::language {
namespace {

bool is_fronted(const Sentence& s, Place at) {
  return s.is_cue(at, CueKind::condition) || s.is_cue(at, CueKind::exception) ||
         s.is_cue(at, CueKind::deadline) || s.is_of(s.lists().opening_prepositions, at);
}

// Behind the last sign before the modal; where none is, behind what can be no subject.
Place fronted_end(const Sentence& s, Place modal) {
  for (Place i = modal; i-- > s.start() + 1;)
    if (s.mark_before(i)) return i;
  return last_subject(s, modal);
}

// Behind what stands in front of the subject: "If a member objects, the Leader must".
Place behind_fronted(const Sentence& s, Place modal, Statement& into) {
  const Place start = s.start();
  if (!is_fronted(s, start)) return start;
  const Place begin = fronted_end(s, modal);
  if (begin == start) return start;
  const Cue* cue = s.cue_at(start);
  const CueKind kind = cue == nullptr ? CueKind::condition : cue->kind;
  if (kind == CueKind::deadline && begin > cue->words.end + most_adverbs) return start;
  const bool limits =
      kind == CueKind::condition || kind == CueKind::exception || kind == CueKind::deadline;
  if (limits) add_adjuncts(s, {{kind, {start, begin}}}, into);
  return begin;
}

bool is_nobody(const Sentence& s, Place at) {
  return s.is_of(s.lists().negating_pronouns, at) || s.is(at, "none");
}

}  // namespace

WordSpan subject_before(const Sentence& s, std::span<const Head> heads, std::size_t index,
                        Statement& into) {
  const Place modal = heads[index].words.begin;
  WordSpan subject{bearer_begin(s, heads, index), modal};
  if (index == 0) subject.begin = std::max(subject.begin, behind_fronted(s, modal, into));
  for (Place i = subject.begin + 1; i < subject.end; ++i) {
    if (!s.is_relative(i) || s.is(i, "where")) continue;
    into.conditions.push_back(s.filler({i, subject.end}));
    subject.end = i;
  }
  return subject;
}

void set_bearer(const Sentence& s, WordSpan subject, Statement& into) {
  while (!subject.empty() && s.is_negation(subject.begin) && !is_nobody(s, subject.begin)) {
    deny(into);
    ++subject.begin;
  }
  if (!subject.empty() && is_nobody(s, subject.begin)) deny(into);
  into.bearer = s.filler(duty_holder(s, subject));
}

}  // namespace concord::language
