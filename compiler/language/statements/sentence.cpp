#include "language/statements/sentence.h"

#include <algorithm>

#include "language/cited_numbers.h"
#include "language/dates.h"
#include "language/numbers.h"
#include "language/sentences.h"
#include "source/characters.h"

namespace concord::language {
namespace {

// By place: the words from each to the end of the role that it is part of.
std::vector<std::size_t> role_words_in(const ReadText& text) {
  std::vector<std::size_t> left(text.words.size() + 1, 0);
  for (const RoleMatch& role : text.roles) {
    if (role.role == nullptr) continue;
    for (std::size_t i = 0; i < role.word_count; ++i)
      left[role.first_word + i] = role.word_count - i;
  }
  return left;
}

}  // namespace

std::vector<WordSpan> sentence_spans(const ReadText& text, const syntax::WordLists& lists) {
  std::vector<WordSpan> spans;
  for (const Range sentence : sentences_of(text.text, lists)) {
    Place begin = word_from(text.words, sentence.begin);
    const Place end = word_from(text.words, sentence.end);
    for (Place i = begin + 1; i < end; ++i) {
      if (between(text.text, text.words[i - 1], text.words[i]).find(';') == std::string_view::npos)
        continue;
      spans.push_back({begin, i});
      begin = i;
    }
    if (begin < end) spans.push_back({begin, end});
  }
  return spans;
}

Sentence::Sentence(const StatementReader::Tables& tables, const ReadText& text, WordSpan words)
    : tables_(&tables), text_(&text), words_(words), role_words_(role_words_in(text)) {
  find_cues();
  start_ = behind_openers(words.begin);
}

void Sentence::find_cues() {
  for (const Phrases::Match& match : tables_->cues.find(text_->text, words_of(words_))) {
    const Place begin = words_.begin + match.first_word;
    // "be subject to bullying" puts no condition.
    const bool suffers = is(begin, "subject") && begin > words_.begin && is_being(begin - 1);
    if (!suffers)
      cues_.push_back({static_cast<CueKind>(match.value), {begin, begin + match.word_count}});
  }
}

Place Sentence::behind_openers(Place at) const {
  while (is_cue(at, CueKind::opener)) at = cue_at(at)->words.end;
  return at;
}

Sentence Sentence::part(Place start, Place end) const {
  Sentence part = *this;
  part.start_ = start;
  part.words_.end = end;
  return part;
}

bool Sentence::is_any(Place at, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, word(at)) != words.end();
}

bool Sentence::starts_with_digit(Place at) const {
  return at < end() && source::is_digit(word(at).front());
}

std::span<const Word> Sentence::words_of(WordSpan span) const {
  if (span.empty()) return {};
  return text_->words.subspan(span.begin, span.end - span.begin);
}

bool Sentence::mark_before(Place at) const {
  if (at <= words_.begin || at >= end()) return false;
  return between(text_->text, (*this)[at - 1], (*this)[at]).find_first_of(",;:()") !=
         std::string_view::npos;
}

bool Sentence::is_owner(Place at) const {
  const std::uint32_t end = (*this)[at].range.end;
  return past_possessive(text_->text, end) > end;
}

bool Sentence::holds_role(WordSpan span) const {
  for (Place i = span.begin; i < span.end; ++i)
    if (is_role(i)) return true;
  return false;
}

const Cue* Sentence::cue_at(Place at) const {
  const auto cue =
      std::ranges::find_if(cues_, [&](const Cue& each) { return each.words.begin == at; });
  return cue == cues_.end() ? nullptr : &*cue;
}

bool Sentence::is_cue(Place at, CueKind kind) const {
  const Cue* cue = cue_at(at);
  return cue != nullptr && cue->kind == kind;
}

bool Sentence::is_month(Place at) const {
  return at < end() && language::is_month(words_of(words_), at - words_.begin, lists());
}

std::optional<Modal> Sentence::modal_at(const Modals& modals, Place at, Place end) const {
  return modals.at(words_of({words_.begin, end}), at - words_.begin);
}

std::size_t Sentence::number_words(Place at) const {
  if (starts_with_digit(at)) return 1;
  const auto number = spelled_number_at(text_->text, words_from(at), lists());
  const bool other = number && number->value == 1 && number->word_count == 1;  // "one another"
  return number && !other ? number->word_count : 0;
}

bool Sentence::is_cited(Place at) const {
  return language::is_cited(text_->text, words_of(words_), at - words_.begin, tables_->nouns,
                            lists());
}

bool Sentence::is_adverb(Place at) const {
  return is_listed_adverb(at) || (word(at).ends_with("ly") && !form_of(at));
}

Filler Sentence::filler(WordSpan span) const {
  if (span.empty()) return {};
  const std::uint32_t end = (*this)[span.end - 1].range.end;
  return {{(*this)[span.begin].range.begin, past_possessive(text_->text, end)}, false};
}

Filler Sentence::with_currency(Filler amount) const {
  constexpr std::string_view pound = "£";
  const auto before = text_->text.substr(0, amount.range.begin);
  if (before.ends_with(pound)) amount.range.begin -= static_cast<std::uint32_t>(pound.size());
  return amount;
}

}  // namespace concord::language
