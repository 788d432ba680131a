// The cues of an effect: which tokens deny, oblige, name an actor, set a condition or a limit. The
// term is that of negation and modality detection (Morante and Daelemans 2009). A cue is read in
// its place: "subject to" opens a condition, "be subject to" does not.
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "compare/effects/residual.h"

namespace concord::compare {

bool is_modal(const Token& token);

// "nor" only carries on a negation that stands before it; "without" is a condition's.
bool is_negator(const AlignedText& text, std::size_t i);

// "the Council's policies": whose they are, not who acts.
bool is_possessor(const AlignedText& text, std::size_t i);

// Cues that the register's lists of words tell (effects.yaml). The lexicon must outlive it.
class Cues {
 public:
  explicit Cues(const Lexicon& lexicon)
      : lists_(lexicon.lists()), citing_nouns_(lexicon.citing_nouns()) {}

  // "unless", "other than", "provided that", "subject to" (but not "be subject to").
  bool is_exception(const AlignedText& text, std::size_t i) const;
  // "only", "until", "consent", "without" …
  bool is_condition(std::string_view word) const { return lists_.conditions.contains(word); }
  // Words that put a case ("if", "where"): where both sides have one, neither adds it.
  bool puts_case(std::string_view word) const { return lists_.cases.contains(word); }
  // "without" before what others grant: "without those duties" opens no condition.
  bool opens_leave(const AlignedText& text, std::size_t i) const;
  // "June", and "May" where it is no verb.
  bool names_month(const Token& token) const;
  // A number that names no place, a degree, frequency or time.
  bool is_threshold(const AlignedText& text, std::size_t i) const;
  // A word that picks some of many out: "certain officers" against "an officer".
  bool is_partitive(std::string_view word) const { return lists_.partial_words.contains(word); }
  // A word that says which or whose: "any committee", "his or her committee".
  bool selects(std::string_view word) const {
    return lists_.whole_words.contains(word) || lists_.choosing_words.contains(word) ||
           lists_.possessives.contains(word);
  }
  // A word that makes a number beside it a limit: "more than £50".
  bool compares(std::string_view word) const { return lists_.comparing_words.contains(word); }
  // A word that says which of a text's parts a number names.
  bool names_part(std::string_view word) const { return citing_nouns_.contains(word); }
  // A word of general use, which alone changes no effect: "seek to", "in order to", "the role of".
  bool is_light(std::string_view word) const { return lists_.light_words.contains(word); }

  // A role's id as an actor: titles that different councils give to the officers at large are one.
  std::string_view actor(const Token& token) const;
  // Actors so general that in passages far from one another they tell nothing apart.
  bool is_general_actor(std::string_view actor) const;
  // Beside a modal verb leaves room for what is not usual: "should normally be" binds less.
  bool softens(std::string_view word) const { return lists_.softeners.contains(word); }
  // Speaks of time and sets none: "timely", "regular".
  bool is_vague_time(std::string_view word) const { return lists_.vague_times.contains(word); }

  // The tokens that name persons or bodies; of "the Council's Monitoring Officer", the officer.
  static std::vector<Token> persons(std::span<const Token> tokens);
  // Two titles of one office: "the Clerk" here, "the Chief Executive" there.
  bool is_one_office(const Token& a, const Token& b) const;
  // One may be the other: the Mayor is a member, staff are officers, and "the Chair" may be that of
  // the Council.
  bool may_be_one(const Token& a, const Token& b) const;
  // One is named on both sides, by whatever title.
  bool share(const std::vector<Token>& a, const std::vector<Token>& b) const;
  // One of these may be one of those.
  bool may_share(const std::vector<Token>& a, const std::vector<Token>& b) const;
  // The share of the two's persons whom the other does not name: 0 to 1, 0 of nobody.
  double unshared(const std::vector<Token>& a, const std::vector<Token>& b) const;
  // Each of the one may be one of the other, and the other way round.
  bool may_be_same(const std::vector<Token>& a, const std::vector<Token>& b) const;
  // All actors of the passage and its lead-in.
  std::set<std::string_view> actors(const PassageText& passage) const;

 private:
  const syntax::WordLists& lists_;
  const language::CitingNouns& citing_nouns_;
};

}  // namespace concord::compare
