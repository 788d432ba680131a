#include "syntax/word_lists_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "source/characters.h"

namespace concord::syntax {
namespace {

constexpr std::size_t most_digits = 7;

bool is_small_number(std::string_view digits) {
  return !digits.empty() && digits.size() <= most_digits &&
         std::ranges::all_of(digits, source::is_digit);
}

std::uint32_t value_of(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

using Read = FieldReader::Read;

// Gives each word in lower case to `add`, which returns false for one that it has.
template <typename Add>
void each_word(FieldReader& fields, const YamlNode& node, const Path& path, const Add& add) {
  fields.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
    std::string word;
    fields.text(word)(item, inside);
    std::ranges::transform(word, word.begin(), source::lower);
    if (!word.empty() && !add(std::move(word))) fields.wrong_form(item, inside, "each word once");
  });
}

// One reader for each kind of list.
Read list_of(FieldReader& fields, WordSet& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    each_word(fields, node, path,
              [&](std::string word) { return into.insert(std::move(word)).second; });
  };
}

Read list_of(FieldReader& fields, WordGroups& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    fields.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
      list_of(fields, into.emplace_back())(item, inside);
    });
  };
}

Read list_of(FieldReader& fields, PhraseList& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    std::set<std::string> known;
    each_word(fields, node, path, [&](std::string word) {
      if (!known.insert(word).second) return false;
      into.push_back(std::move(word));
      return true;
    });
  };
}

Force force_of(std::string_view name) {
  if (name == "future") return Force::future;
  if (name == "advice") return Force::advice;
  if (name == "permission") return Force::permission;
  if (name == "freedom") return Force::freedom;
  return name == "possibility" ? Force::possibility : Force::duty;
}

std::string_view read_modal(FieldReader& fields, const YamlNode& node, const Path& path,
                            ModalVerb& modal) {
  std::string force;
  fields.mapping(node, path,
                 {{"verb", fields.text(modal.verb)},
                  {"force", fields.choice(force, {"duty", "future", "advice", "permission",
                                                  "possibility", "freedom"})},
                  {"words", list_of(fields, modal.words)},
                  {"negated", list_of(fields, modal.negated)}});
  modal.force = force_of(force);
  return modal.verb.empty() || force.empty() ? "a verb and its force" : "";
}

std::string_view read_citing_noun(FieldReader& fields, const YamlNode& node, const Path& path,
                                  CitingNoun& noun) {
  std::string unit;
  std::string rank;
  fields.mapping(node, path,
                 {{"noun", fields.text(noun.noun)},
                  {"unit", fields.choice(unit, {"inner", "footnote", "outer"})},
                  {"rank", fields.checked(rank, is_small_number, "a whole number up to 9999999")},
                  {"singular", list_of(fields, noun.singular)},
                  {"plural", list_of(fields, noun.plural)},
                  {"short_singular", list_of(fields, noun.short_singular)},
                  {"short_plural", list_of(fields, noun.short_plural)},
                  {"welsh_singular", list_of(fields, noun.welsh_singular)},
                  {"welsh_plural", list_of(fields, noun.welsh_plural)}});
  noun.rank = value_of(rank);
  if (unit == "footnote") noun.unit = CitedUnit::footnote;
  if (unit == "outer") noun.unit = CitedUnit::outer;
  const bool spelled =
      std::ranges::any_of(std::array{&noun.singular, &noun.plural, &noun.short_singular,
                                     &noun.short_plural, &noun.welsh_singular, &noun.welsh_plural},
                          [](const auto* spellings) { return !spellings->empty(); });
  return noun.noun.empty() || unit.empty() || !spelled ? "a noun, its unit and a spelling" : "";
}

std::string_view read_gendered(FieldReader& fields, const YamlNode& node, const Path& path,
                               GenderedWords& entry) {
  std::string fits;
  fields.mapping(node, path,
                 {{"words", fields.text(entry.words)},
                  {"instead", fields.text(entry.instead)},
                  {"fits", fields.choice(fits, {"yes", "no"})}});
  entry.fits = fits == "yes";
  return entry.words.empty() || entry.instead.empty() ? "words and what to write instead" : "";
}

// A value, or a noun, and the words for it.
template <typename Value>
struct Worded {
  Value value = {};
  PhraseList words;
};

std::string_view read_number(FieldReader& fields, const YamlNode& node, const Path& path,
                             Worded<std::uint32_t>& entry) {
  std::string value;
  fields.mapping(node, path,
                 {{"value", fields.checked(value, is_small_number, "a whole number up to 9999999")},
                  {"words", list_of(fields, entry.words)}});
  entry.value = value_of(value);
  return value.empty() || entry.words.empty() ? "a value and its words" : "";
}

std::string_view read_noun(FieldReader& fields, const YamlNode& node, const Path& path,
                           Worded<std::string>& entry) {
  fields.mapping(node, path,
                 {{"noun", fields.text(entry.value)}, {"words", list_of(fields, entry.words)}});
  return entry.value.empty() || entry.words.empty() ? "a noun and its words" : "";
}

// By their words, each of which may stand for one value only.
template <typename Value>
Read by_word(FieldReader& fields, std::map<std::string, Value, std::less<>>& into,
             std::string_view (*read_one)(FieldReader&, const YamlNode&, const Path&,
                                          Worded<Value>&)) {
  return [&fields, &into, read_one](const YamlNode& node, const Path& path) {
    std::vector<Worded<Value>> all;
    entries(fields, all, read_one)(node, path);
    for (const Worded<Value>& entry : all)
      for (const std::string& word : entry.words)
        if (!into.emplace(word, entry.value).second)
          fields.wrong_form(node, path, fmt::format("\"{}\" for one value", word));
  };
}

Read list_of(FieldReader& fields, NumberWords& into) {
  return by_word(fields, into, read_number);
}
Read list_of(FieldReader& fields, Spellings& into) {
  return by_word(fields, into, read_noun);
}
Read list_of(FieldReader& fields, std::vector<ModalVerb>& into) {
  return entries(fields, into, read_modal);
}
Read list_of(FieldReader& fields, std::vector<CitingNoun>& into) {
  return entries(fields, into, read_citing_noun);
}
Read list_of(FieldReader& fields, std::vector<GenderedWords>& into) {
  return entries(fields, into, read_gendered);
}

// The key of a list in the files, and where the list is kept.
template <typename List>
struct Key {
  std::string_view name;
  List WordLists::*list;
};

constexpr auto word_sets = std::to_array<Key<WordSet>>({
    {"function_words", &WordLists::function_words},
    {"month_openers", &WordLists::month_openers},
    {"negators", &WordLists::negators},
    {"negating_pronouns", &WordLists::negating_pronouns},
    {"abbreviations", &WordLists::abbreviations},
    {"doubtful_abbreviations", &WordLists::doubtful_abbreviations},
    {"document_nouns", &WordLists::document_nouns},
    {"document_extensions", &WordLists::document_extensions},
    {"body_nouns", &WordLists::body_nouns},
    {"owner_nouns", &WordLists::owner_nouns},
    {"name_joiners", &WordLists::name_joiners},
    {"name_extenders", &WordLists::name_extenders},
    {"name_openers", &WordLists::name_openers},
    {"nameless_adjectives", &WordLists::nameless_adjectives},
    {"title_nouns", &WordLists::title_nouns},
    {"title_openers", &WordLists::title_openers},
    {"locating_prepositions", &WordLists::locating_prepositions},
    {"welsh_locating_prepositions", &WordLists::welsh_locating_prepositions},
    {"welsh_articles", &WordLists::welsh_articles},
    {"own_nouns", &WordLists::own_nouns},
    {"owning_documents", &WordLists::owning_documents},
    {"separate_documents", &WordLists::separate_documents},
    {"weak_documents", &WordLists::weak_documents},
    {"document_completions", &WordLists::document_completions},
    {"former_words", &WordLists::former_words},
    {"document_verbs", &WordLists::document_verbs},
    {"linking_words", &WordLists::linking_words},
    {"phrase_stops", &WordLists::phrase_stops},
    {"defined_heads", &WordLists::defined_heads},
    {"naming_words", &WordLists::naming_words},
    {"naming_cues", &WordLists::naming_cues},
    {"explaining_words", &WordLists::explaining_words},
    {"pointing_words", &WordLists::pointing_words},
    {"instrument_joiners", &WordLists::instrument_joiners},
    {"instrument_openers", &WordLists::instrument_openers},
    {"placeholder_abbreviations", &WordLists::placeholder_abbreviations},
    {"placeholder_closings", &WordLists::placeholder_closings},
    {"counted_by_x", &WordLists::counted_by_x},
    {"outstanding_participles", &WordLists::outstanding_participles},
    {"roman_nouns", &WordLists::roman_nouns},
    {"abandoned_words", &WordLists::abandoned_words},
    {"form_words", &WordLists::form_words},
    {"announcing_words", &WordLists::announcing_words},
    {"counted_units", &WordLists::counted_units},
    {"repeatable_words", &WordLists::repeatable_words},
    {"words_with_particles", &WordLists::words_with_particles},
    {"words_after_that", &WordLists::words_after_that},
    {"empty_link_texts", &WordLists::empty_link_texts},
    {"bracket_words", &WordLists::bracket_words},
    {"whole_texts", &WordLists::whole_texts},
    {"text_parts", &WordLists::text_parts},
    {"definition_headings", &WordLists::definition_headings},
    {"definition_lead_ins", &WordLists::definition_lead_ins},
    {"term_columns", &WordLists::term_columns},
    {"meaning_columns", &WordLists::meaning_columns},
    {"term_determiners", &WordLists::term_determiners},
    {"exceptions", &WordLists::exceptions},
    {"conditions", &WordLists::conditions},
    {"cases", &WordLists::cases},
    {"leave", &WordLists::leave},
    {"degrees", &WordLists::degrees},
    {"light_words", &WordLists::light_words},
    {"partial_words", &WordLists::partial_words},
    {"whole_words", &WordLists::whole_words},
    {"choosing_words", &WordLists::choosing_words},
    {"officers_at_large", &WordLists::officers_at_large},
    {"general_actors", &WordLists::general_actors},
    {"anaphors", &WordLists::anaphors},
    {"subject_openers", &WordLists::subject_openers},
    {"softeners", &WordLists::softeners},
    {"vague_times", &WordLists::vague_times},
    {"circumstances", &WordLists::circumstances},
    {"case_words", &WordLists::case_words},
    {"matters_of_course", &WordLists::matters_of_course},
    {"wishing_verbs", &WordLists::wishing_verbs},
    {"head_closers", &WordLists::head_closers},
    {"comparing_words", &WordLists::comparing_words},
    {"duty_nouns", &WordLists::duty_nouns},
    {"duty_words", &WordLists::duty_words},
    {"time_units", &WordLists::time_units},
    {"amount_words", &WordLists::amount_words},
    {"telling_verbs", &WordLists::telling_verbs},
    {"adverbs", &WordLists::adverbs},
    {"participles", &WordLists::participles},
    {"forms_of_be", &WordLists::forms_of_be},
    {"articles", &WordLists::articles},
    {"possessives", &WordLists::possessives},
    {"determiners", &WordLists::determiners},
    {"person_adjectives", &WordLists::person_adjectives},
    {"pronouns", &WordLists::pronouns},
    {"joining_words", &WordLists::joining_words},
    {"conjunctions", &WordLists::conjunctions},
    {"contrasts", &WordLists::contrasts},
    {"subordinators", &WordLists::subordinators},
    {"relatives", &WordLists::relatives},
    {"particles", &WordLists::particles},
    {"recipient_prepositions", &WordLists::recipient_prepositions},
    {"opening_prepositions", &WordLists::opening_prepositions},
    {"deadline_prepositions", &WordLists::deadline_prepositions},
    {"object_openers", &WordLists::object_openers},
    {"limiting_words", &WordLists::limiting_words},
    {"finite_auxiliaries", &WordLists::finite_auxiliaries},
});

constexpr auto phrase_lists = std::to_array<Key<PhraseList>>({
    {"owner_determiners", &WordLists::owner_determiners},
    {"welsh_owner_prepositions", &WordLists::welsh_owner_prepositions},
    {"here_words", &WordLists::here_words},
    {"there_words", &WordLists::there_words},
    {"equating_phrases", &WordLists::equating_phrases},
    {"drafting_instructions", &WordLists::drafting_instructions},
    {"placeholder_openings", &WordLists::placeholder_openings},
    {"defining_verbs", &WordLists::defining_verbs},
    {"loose_defining_verbs", &WordLists::loose_defining_verbs},
    {"strict_defining_verbs", &WordLists::strict_defining_verbs},
    {"defining_asides", &WordLists::defining_asides},
    {"term_phrases", &WordLists::term_phrases},
    {"naming_phrases", &WordLists::naming_phrases},
    {"naming_phrases_for_good", &WordLists::naming_phrases_for_good},
    {"relying_phrases", &WordLists::relying_phrases},
    {"expectations", &WordLists::expectations},
    {"condition_openers", &WordLists::condition_openers},
    {"exception_openers", &WordLists::exception_openers},
    {"deadline_words", &WordLists::deadline_words},
    {"deadline_openers", &WordLists::deadline_openers},
    {"sentence_openers", &WordLists::sentence_openers},
    {"verbs", &WordLists::verbs},
    {"signposts", &WordLists::signposts},
    {"records", &WordLists::records},
    {"introductions", &WordLists::introductions},
    {"title_cuts", &WordLists::title_cuts},
});

constexpr auto group_lists = std::to_array<Key<WordGroups>>(
    {{"offices", &WordLists::offices}, {"ranks", &WordLists::ranks}});

constexpr auto number_lists = std::to_array<Key<NumberWords>>(
    {{"number_words", &WordLists::number_words}, {"months", &WordLists::months}});

constexpr Key<Spellings> instrument_heads{"instrument_heads", &WordLists::instrument_heads};
constexpr auto modal_lists = std::to_array<Key<std::vector<ModalVerb>>>(
    {{"modals", &WordLists::modals}, {"modal_phrases", &WordLists::modal_phrases}});
constexpr Key<std::vector<CitingNoun>> citing_nouns{"citing_nouns", &WordLists::citing_nouns};
constexpr Key<std::vector<GenderedWords>> gendered{"gendered", &WordLists::gendered};

// Reads a list, which one file gives.
template <typename List>
Read once(FieldReader& fields, List& list, SecondList second) {
  return [&fields, &list, second](const YamlNode& node, const Path& path) {
    if (list.empty()) {
      list_of(fields, list)(node, path);
    } else if (second == SecondList::reported) {
      fields.wrong_form(node, path, "the list in one file");
    }
  };
}

}  // namespace

Read word_list(FieldReader& fields, WordSet& into, SecondList second) {
  return once(fields, into, second);
}
Read word_list(FieldReader& fields, PhraseList& into, SecondList second) {
  return once(fields, into, second);
}

FieldReader::Fields word_list_fields(FieldReader& fields, WordLists& into, SecondList second) {
  FieldReader::Fields all;
  const auto add = [&](const auto& key) {
    all.push_back({key.name, once(fields, into.*key.list, second)});
  };
  std::ranges::for_each(word_sets, add);
  std::ranges::for_each(phrase_lists, add);
  std::ranges::for_each(group_lists, add);
  std::ranges::for_each(number_lists, add);
  add(instrument_heads);
  std::ranges::for_each(modal_lists, add);
  add(citing_nouns);
  add(gendered);
  return all;
}

}  // namespace concord::syntax
