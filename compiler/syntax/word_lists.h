// The lists of words that the rules of later rooms go by, read from the registers: so that a word
// is added, or taken out, by a line of YAML.
//
// All words are lower case; straight apostrophes. Each file of protocols/register/ that holds lists
// says beside each what it does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace concord::syntax {

// For looking a word up without copying it.
struct WordHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;

// What a modal verb does: bind, say what will be, advise, allow, leave open, or free from a duty
// ("need not").
enum class Force : std::uint8_t { duty, future, advice, permission, possibility, freedom };

struct ModalVerb {
  std::string verb;  // "must"
  Force force = Force::duty;
  std::vector<std::string> words;    // "must", "has to"
  std::vector<std::string> negated;  // "mustn't"
};

// Where the places are that a noun cites.
enum class CitedUnit : std::uint8_t {
  inner,  // paragraph, clause, section: a place of the text itself unless it says otherwise
  footnote,
  outer,  // article, appendix, schedule, part, …: a place of something larger unless it is here
};

// "paragraph" before a number.
struct CitingNoun {
  std::string noun;  // "paragraph", the name that all its spellings share
  CitedUnit unit = CitedUnit::inner;
  std::uint32_t rank = 0;  // of what holds what the larger: a part, a section, a paragraph
  std::vector<std::string> singular;  // "paragraph", "para", "para."
  std::vector<std::string> plural;
  // Read only beside an Act or regulations, and only before digits: "s", "ss".
  std::vector<std::string> short_singular;
  std::vector<std::string> short_plural;
  // Read only in Welsh texts: "adran", "hadran".
  std::vector<std::string> welsh_singular;
  std::vector<std::string> welsh_plural;
};

// A word or pair that names one gender.
struct GenderedWords {
  std::string words;
  std::string instead;
  bool fits = false;  // `instead` can stand in its place, with nothing else changed
};

using NumberWords = std::map<std::string, std::uint32_t, std::less<>>;

struct WordLists {
  // language.yaml: how English (and Welsh) says things
  WordSet function_words;
  std::vector<ModalVerb> modals;
  WordSet negators;
  NumberWords number_words;  // "twenty" is 20
  NumberWords months;        // "may" and "mai" are 5
  WordSet abbreviations;     // without the last full stop
  WordSet doubtful_abbreviations;

  // citations.yaml: what is cited, and what documents and offices are called
  std::vector<CitingNoun> citing_nouns;
  WordSet document_nouns;
  WordSet document_extensions;
  WordSet body_nouns;
  WordSet owner_nouns;
  WordSet name_joiners;
  WordSet name_extenders;
  WordSet name_openers;
  WordSet nameless_adjectives;
  WordSet title_nouns;
  WordSet title_openers;

  // effects.yaml: what the comparison tells differences in legal effect by
  WordSet exceptions;
  WordSet conditions;
  WordSet cases;
  WordSet leave;
  WordSet degrees;
  WordSet light_words;
  WordSet partial_words;
  WordSet officers_at_large;
  WordSet general_actors;

  // statements.yaml: how clauses say who must do what
  std::vector<ModalVerb> modal_phrases;
  std::vector<std::string> expectations;
  WordSet duty_nouns;
  std::vector<std::string> condition_openers;
  std::vector<std::string> exception_openers;
  std::vector<std::string> deadline_words;
  std::vector<std::string> deadline_openers;
  WordSet time_units;
  WordSet amount_words;
  WordSet telling_verbs;
  WordSet adverbs;
  std::vector<std::string> sentence_openers;
  WordSet participles;
  std::vector<std::string> verbs;  // base forms

  // style.yaml
  std::vector<GenderedWords> gendered;
};

}  // namespace concord::syntax
