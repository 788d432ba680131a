// A sentence as the rules see it: its words, each with the roles and cues found in it and the
// classes that it is of.
//
// The lowest layer of the cascade that statements.h describes. All that is asked about a word is
// asked here, by its place in the text; a place at or behind the sentence's end has no word, and is
// of no class.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/statements.h"
#include "language/statements/tables.h"
#include "language/verbs.h"
#include "language/words.h"

namespace concord::language {

using Place = std::size_t;  // of a word in its text

// Words [begin, end).
struct WordSpan {
  Place begin = 0;
  Place end = 0;

  bool empty() const { return begin >= end; }
  bool contains(Place at) const { return at >= begin && at < end; }
};

struct Cue {
  CueKind kind = CueKind::condition;
  WordSpan words;
};

constexpr std::size_t most_adverbs = 5;  // between a modal and its verb

// The sentences of a text, cut at semicolons.
std::vector<WordSpan> sentence_spans(const ReadText& text, const syntax::WordLists& lists);

class Sentence {
 public:
  // Both must outlive it.
  Sentence(const StatementReader::Tables& tables, const ReadText& text, WordSpan words);

  // The part that begins with the word at `start` and ends before `end`: a clause of the sentence.
  Sentence part(Place start, Place end) const;

  const StatementReader::Tables& tables() const { return *tables_; }
  const syntax::WordLists& lists() const { return tables_->lists; }

  WordSpan words() const { return words_; }
  Place end() const { return words_.end; }
  // The first word behind those that open the sentence ("in addition"), or its part.
  Place start() const { return start_; }

  // In lower case.
  std::string_view word(Place at) const { return at < end() ? (*this)[at].folded : ""; }
  bool is(Place at, std::string_view word) const {
    return at < end() && (*this)[at].folded == word;
  }
  bool is_any(Place at, std::initializer_list<std::string_view> words) const;
  std::string_view singular(Place at) const { return at < end() ? (*this)[at].singular : ""; }
  bool is_capital(Place at) const { return at < end() && (*this)[at].capital; }
  bool starts_with_digit(Place at) const;
  std::span<const Word> words_of(WordSpan span) const;
  std::span<const Word> words_from(Place at) const { return words_of({at, end()}); }

  // A sign that parts phrases stands before the word.
  bool mark_before(Place at) const;
  // "the employee's"
  bool is_owner(Place at) const;

  // How many words there are from this one to the end of the role that it is part of; 0 for none.
  std::size_t role_words(Place at) const { return role_words_[at]; }
  bool is_role(Place at) const { return at < end() && role_words_[at] > 0; }
  bool ends_role(Place at) const { return role_words_[at] == 1; }
  bool holds_role(WordSpan span) const;

  // The cue that begins with the word; null for none.
  const Cue* cue_at(Place at) const;
  bool is_cue(Place at, CueKind kind) const;
  std::span<const Cue> cues() const { return cues_; }

  std::optional<VerbForm> form_of(Place at) const { return tables_->verbs.form_of(word(at)); }
  bool is_participle(Place at) const { return tables_->verbs.is_participle(word(at)); }
  bool is_being(Place at) const { return is_of(lists().forms_of_be, at); }
  bool is_do_not(Place at) const { return is(at, "do") && is(at + 1, "not"); }
  bool is_month(Place at) const;
  // The modal that begins with the word and ends before `end`.
  std::optional<Modal> modal_at(const Modals& modals, Place at, Place end) const;
  // How many words make the number that begins with the word ("5", "two hundred"); 0 for none.
  std::size_t number_words(Place at) const;
  // "rule 5"
  bool is_cited(Place at) const;

  // Whether the word is on the list of statements.yaml.
  bool is_of(const syntax::WordSet& list, Place at) const { return list.contains(word(at)); }
  bool is_determiner(Place at) const {
    return is_of(lists().articles, at) || is_of(lists().possessives, at) ||
           is_of(lists().determiners, at);
  }
  bool is_pronoun(Place at) const { return is_of(lists().pronouns, at); }
  bool is_conjunction(Place at) const {
    return is_of(lists().joining_words, at) || is_of(lists().conjunctions, at);
  }
  bool is_subordinator(Place at) const { return is_of(lists().subordinators, at); }
  bool is_relative(Place at) const { return is_of(lists().relatives, at); }
  bool is_particle(Place at) const { return is_of(lists().particles, at); }
  bool is_recipient_preposition(Place at) const {
    return is_of(lists().recipient_prepositions, at);
  }
  bool is_negation(Place at) const {
    return is_of(lists().negators, at) || is_of(lists().negating_pronouns, at);
  }
  bool is_listed_adverb(Place at) const { return is_of(lists().adverbs, at); }
  // On that list, or of the form of "promptly" (and not "comply").
  bool is_adverb(Place at) const;

  Filler filler(WordSpan span) const;
  // "£50"
  Filler with_currency(Filler amount) const;

 private:
  const Word& operator[](Place at) const { return text_->words[at]; }
  void find_cues();
  Place behind_openers(Place at) const;

  const StatementReader::Tables* tables_;
  const ReadText* text_;
  WordSpan words_;
  Place start_ = 0;
  std::vector<std::size_t> role_words_;  // by place
  std::vector<Cue> cues_;
};

}  // namespace concord::language
