#include "language/statements/heads.h"

#include "language/modals.h"
#include "language/statements/norms.h"
#include "language/statements/noun_phrases.h"

namespace concord::language {
namespace {

using syntax::Force;

// "are free to not ask": who may leave it is not forbidden it.
bool leaves_free(const Sentence& s, const Modal& modal, WordSpan words) {
  return modal.verb->force == Force::permission && words.end - words.begin > 2 &&
         s.is(words.end - 1, "not") && s.is(words.end - 2, "to");
}

Head head_of(const Sentence& s, const Modal& modal, Place at) {
  Head head;
  head.words = {at, at + modal.word_count};
  head.norm = norm_of(modal.verb->force, modal.negated);
  if (head.norm == Norm::prohibition && leaves_free(s, modal, head.words))
    head.norm = Norm::freedom;
  head.future = modal.verb->force == Force::future;
  head.negated = modal.negated || head.norm == Norm::freedom;
  head.bearer_behind = s.is(head.words.end - 1, "that") || s.is(at, "it");
  return head;
}

std::optional<Head> head_at(const Sentence& s, Place at) {
  if (s.is_cue(at, CueKind::expectation)) {
    Head head;
    head.words = s.cue_at(at)->words;
    head.norm = Norm::expectation;
    return head;
  }
  const auto phrase = s.modal_at(s.tables().phrases, at, s.end());
  const auto modal = phrase ? phrase : s.modal_at(s.tables().modals, at, s.end());
  if (!modal) return {};
  // "is to a large extent"
  const Place next = at + modal->word_count;
  if (s.is(next - 1, "to") && modal->word_count == 2 && s.is_determiner(next)) return {};
  return head_of(s, *modal, at);
}

// No subject goes on over the word before the place.
bool parts_subjects(const Sentence& s, Place at, bool in_first) {
  const Place before = at - 1;
  return s.is_subordinator(before) || s.is_relative(before) ||
         (s.is_conjunction(before) && !joins_subjects(s, before, in_first));
}

// Where the words that may be the bearer of the next head begin: behind the last sign, conjunction
// or subordinate clause before it.
Place next_bearer_begin(const Sentence& s, std::span<const Head> before, Place modal) {
  const Place floor = before.empty() ? s.start() : before.back().words.end;
  Place at = modal;
  while (at > floor && (at == modal || !s.mark_before(at)) &&
         !parts_subjects(s, at, before.empty()) && !s.is_cue(at - 1, CueKind::condition))
    --at;
  return at;
}

// False for the modal of a subordinate clause: "what they must do".
bool is_main(const Sentence& s, std::span<const Head> before, const Head& head) {
  const Place modal = head.words.begin;
  const Place begin = next_bearer_begin(s, before, modal);
  if (begin == s.start()) return true;
  const Place opener = begin - 1;
  if (s.is_relative(opener))
    return has_verb(s, {begin, modal}) || (s.mark_before(opener) && begin == modal);
  if (s.is_subordinator(opener)) return false;
  if (s.is_any(opener, {"whilst", "while"}) || !s.is_cue(opener, CueKind::condition)) return true;
  return opener == s.start() && last_subject(s, modal) != s.start();
}

// "must respect them, must not ask": no other sign than that before the modal.
bool only_mark_before(const Sentence& s, Place floor, Place modal) {
  if (!s.mark_before(modal)) return false;
  for (Place i = floor + 1; i < modal; ++i)
    if (s.mark_before(i)) return false;
  return true;
}

}  // namespace

std::vector<Head> find_heads(const Sentence& s) {
  std::vector<Head> heads;
  for (Place at = s.start(); at < s.end(); ++at) {
    auto head = head_at(s, at);
    if (!head) continue;
    at = head->words.end - 1;
    // "shall be entitled to": the second says what the first one's verb is.
    if (!heads.empty() && heads.back().words.end == head->words.begin) {
      head->words.begin = heads.back().words.begin;
      heads.back() = *head;
    } else if (is_main(s, heads, *head)) {
      heads.push_back(*head);
    }
  }
  return heads;
}

Place bearer_begin(const Sentence& s, std::span<const Head> heads, std::size_t index) {
  if (index == 0) return s.start();
  const Place floor = heads[index - 1].words.end;
  const Place modal = heads[index].words.begin;
  if (only_mark_before(s, floor, modal)) return modal;
  Place at = modal;
  while (at > floor && (at == modal || !s.mark_before(at)) && !parts_subjects(s, at, false)) --at;
  return at;
}

Place clause_end(const Sentence& s, std::span<const Head> heads, std::size_t index) {
  if (index + 1 == heads.size()) return s.end();
  Place at = bearer_begin(s, heads, index + 1);
  while (at > heads[index].words.end && s.is_conjunction(at - 1)) --at;
  return at;
}

}  // namespace concord::language
