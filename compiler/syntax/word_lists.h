// The lists of words that the rules of later rooms go by, read from the registers: so that a word
// is added, or taken out, by a line of YAML.
//
// What is a list, and what stays in C++: whatever somebody who reads councils' texts could correct
// or add to (nouns, verbs, stock phrases) is a list, and so are small words that several rules
// share or that are more than four. Up to four words of closed grammar that one function goes by
// ("of", "on", "for") stand beside their rule, where they are easier to follow. So do punctuation,
// the names that a format fixes (the parts of an address at legislation.gov.uk), what Welsh does to
// the first letters of words, and what this room must know before it reads any register (the months
// of a front matter, the nouns and numbers of a heading).
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

// Phrases of one word or more, in the order of the file.
using PhraseList = std::vector<std::string>;

// Words that go together, by group; a word may be of several.
using WordGroups = std::vector<WordSet>;

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

// What each word is a spelling of: "ddeddf" is "act".
using Spellings = std::map<std::string, std::string, std::less<>>;

struct WordLists {
  // language.yaml: how English (and Welsh) says things
  WordSet function_words;
  std::vector<ModalVerb> modals;
  WordSet negators;
  WordSet negating_pronouns;
  NumberWords number_words;  // "twenty" is 20
  NumberWords months;        // "may" and "mai" are 5
  WordSet month_openers;
  WordSet abbreviations;  // without the last full stop
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
  // whose place a citation means
  WordSet locating_prepositions;
  WordSet welsh_locating_prepositions;
  PhraseList welsh_owner_prepositions;
  WordSet welsh_articles;
  PhraseList here_words;
  PhraseList there_words;
  PhraseList owner_determiners;
  WordSet own_nouns;
  WordSet owning_documents;
  WordSet separate_documents;
  WordSet weak_documents;
  WordSet document_completions;
  WordSet former_words;
  WordSet document_verbs;
  WordSet linking_words;
  WordSet phrase_stops;
  // short names and titles of instruments
  Spellings instrument_heads;
  WordSet defined_heads;
  WordSet naming_words;
  WordSet naming_cues;
  WordSet explaining_words;
  WordSet pointing_words;
  WordSet instrument_joiners;
  WordSet instrument_openers;
  PhraseList equating_phrases;

  // drafting.yaml: what the checks of a draft go by
  WordSet placeholder_abbreviations;
  PhraseList drafting_instructions;
  PhraseList placeholder_openings;
  WordSet placeholder_closings;
  WordSet counted_by_x;
  WordSet outstanding_participles;
  WordSet roman_nouns;
  WordSet abandoned_words;
  WordSet form_words;
  WordSet announcing_words;
  WordSet counted_units;
  WordSet repeatable_words;
  WordSet words_with_particles;
  WordSet words_after_that;
  WordSet empty_link_texts;
  // how terms are defined
  PhraseList defining_verbs;
  PhraseList loose_defining_verbs;
  PhraseList strict_defining_verbs;
  PhraseList defining_asides;
  PhraseList term_phrases;
  PhraseList naming_phrases;
  PhraseList naming_phrases_for_good;
  WordSet bracket_words;
  WordSet whole_texts;
  WordSet text_parts;
  WordSet definition_headings;
  WordSet definition_lead_ins;
  WordSet term_columns;
  WordSet meaning_columns;
  WordSet term_determiners;

  // effects.yaml: what the comparison tells differences in legal effect by
  WordSet exceptions;
  WordSet conditions;
  WordSet cases;
  WordSet leave;
  WordSet degrees;
  WordSet light_words;
  WordSet partial_words;
  WordSet whole_words;
  WordSet choosing_words;
  WordSet officers_at_large;
  WordSet general_actors;
  WordSet anaphors;
  WordSet subject_openers;
  WordGroups offices;  // ids of roles
  WordGroups ranks;    // ids of roles
  WordSet softeners;
  WordSet vague_times;
  PhraseList relying_phrases;
  WordSet circumstances;
  WordSet case_words;
  WordSet matters_of_course;
  WordSet wishing_verbs;
  WordSet head_closers;
  WordSet comparing_words;

  // statements.yaml: how clauses say who must do what
  std::vector<ModalVerb> modal_phrases;
  PhraseList expectations;
  WordSet duty_nouns;
  WordSet duty_words;
  PhraseList condition_openers;
  PhraseList exception_openers;
  PhraseList deadline_words;
  PhraseList deadline_openers;
  WordSet time_units;
  WordSet amount_words;
  WordSet telling_verbs;
  WordSet adverbs;
  PhraseList sentence_openers;
  WordSet participles;
  WordSet forms_of_be;
  PhraseList verbs;  // base forms
  // what is said of the text itself, and binds nobody
  PhraseList signposts;
  PhraseList records;
  PhraseList introductions;
  PhraseList title_cuts;
  // small words, by what they do in a sentence
  WordSet articles;
  WordSet possessives;
  WordSet determiners;
  WordSet person_adjectives;
  WordSet pronouns;
  WordSet joining_words;
  WordSet conjunctions;
  WordSet contrasts;
  WordSet subordinators;
  WordSet relatives;
  WordSet particles;
  WordSet recipient_prepositions;
  WordSet opening_prepositions;
  WordSet deadline_prepositions;
  WordSet object_openers;
  WordSet limiting_words;
  WordSet finite_auxiliaries;

  // style.yaml
  std::vector<GenderedWords> gendered;
};

}  // namespace concord::syntax
