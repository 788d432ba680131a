#include "syntax/word_lists_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "source/characters.h"

namespace concord::syntax {
namespace {

constexpr std::size_t most_digits = 4;

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

Read words(FieldReader& fields, WordSet& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    each_word(fields, node, path,
              [&](std::string word) { return into.insert(std::move(word)).second; });
  };
}

Read phrases(FieldReader& fields, std::vector<std::string>& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    std::set<std::string> known;
    each_word(fields, node, path, [&](std::string word) {
      if (!known.insert(word).second) return false;
      into.push_back(std::move(word));
      return true;
    });
  };
}

// Entries of several keys; one with any fault is left out. `read_one` fills the entry, and returns
// what it lacks, or nothing.
template <typename T>
Read entries(FieldReader& fields, std::vector<T>& into,
             std::string_view (*read_one)(FieldReader&, const YamlNode&, const Path&, T&)) {
  return [&fields, &into, read_one](const YamlNode& node, const Path& path) {
    fields.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
      const std::uint32_t faults = fields.faults();
      T entry;
      const std::string_view lacking = read_one(fields, item, inside, entry);
      if (fields.faults() > faults) return;
      if (lacking.empty()) {
        into.push_back(std::move(entry));
      } else {
        fields.wrong_form(item, inside, lacking);
      }
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
                  {"words", phrases(fields, modal.words)},
                  {"negated", phrases(fields, modal.negated)}});
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
                  {"rank", fields.checked(rank, is_small_number, "a whole number up to 9999")},
                  {"singular", phrases(fields, noun.singular)},
                  {"plural", phrases(fields, noun.plural)},
                  {"short_singular", phrases(fields, noun.short_singular)},
                  {"short_plural", phrases(fields, noun.short_plural)},
                  {"welsh_singular", phrases(fields, noun.welsh_singular)},
                  {"welsh_plural", phrases(fields, noun.welsh_plural)}});
  noun.rank = value_of(rank);
  if (unit == "footnote") noun.unit = CitedUnit::footnote;
  if (unit == "outer") noun.unit = CitedUnit::outer;
  return noun.noun.empty() || unit.empty() ? "a noun and its unit" : "";
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

// One value and the words for it.
struct NumberEntry {
  std::uint32_t value = 0;
  std::vector<std::string> words;
};

std::string_view read_number(FieldReader& fields, const YamlNode& node, const Path& path,
                             NumberEntry& entry) {
  std::string value;
  fields.mapping(node, path,
                 {{"value", fields.checked(value, is_small_number, "a whole number up to 9999")},
                  {"words", phrases(fields, entry.words)}});
  entry.value = value_of(value);
  return value.empty() || entry.words.empty() ? "a value and its words" : "";
}

Read numbers(FieldReader& fields, NumberWords& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    std::vector<NumberEntry> all;
    entries(fields, all, read_number)(node, path);
    for (NumberEntry& entry : all)
      for (std::string& word : entry.words)
        if (!into.emplace(word, entry.value).second)
          fields.wrong_form(node, path, fmt::format("\"{}\" for one value", word));
  };
}

// The field of a list, which one file gives.
template <typename List>
FieldReader::Field once(FieldReader& fields, bool missing_only, std::string_view name,
                        const List& into, Read read) {
  return {name, [&fields, &into, missing_only, read = std::move(read)](const YamlNode& node,
                                                                       const Path& path) {
            if (into.empty()) {
              read(node, path);
            } else if (!missing_only) {
              fields.wrong_form(node, path, "the list in one file");
            }
          }};
}

}  // namespace

FieldReader::Fields word_list_fields(FieldReader& fields, WordLists& into, bool missing_only) {
  const auto list = [&](std::string_view name, const auto& member, Read read) {
    return once(fields, missing_only, name, member, std::move(read));
  };
  return {
      list("function_words", into.function_words, words(fields, into.function_words)),
      list("modals", into.modals, entries(fields, into.modals, read_modal)),
      list("negators", into.negators, words(fields, into.negators)),
      list("number_words", into.number_words, numbers(fields, into.number_words)),
      list("months", into.months, numbers(fields, into.months)),
      list("abbreviations", into.abbreviations, words(fields, into.abbreviations)),
      list("doubtful_abbreviations", into.doubtful_abbreviations,
           words(fields, into.doubtful_abbreviations)),
      list("citing_nouns", into.citing_nouns, entries(fields, into.citing_nouns, read_citing_noun)),
      list("document_nouns", into.document_nouns, words(fields, into.document_nouns)),
      list("document_extensions", into.document_extensions,
           words(fields, into.document_extensions)),
      list("body_nouns", into.body_nouns, words(fields, into.body_nouns)),
      list("owner_nouns", into.owner_nouns, words(fields, into.owner_nouns)),
      list("name_joiners", into.name_joiners, words(fields, into.name_joiners)),
      list("name_extenders", into.name_extenders, words(fields, into.name_extenders)),
      list("name_openers", into.name_openers, words(fields, into.name_openers)),
      list("nameless_adjectives", into.nameless_adjectives,
           words(fields, into.nameless_adjectives)),
      list("title_nouns", into.title_nouns, words(fields, into.title_nouns)),
      list("title_openers", into.title_openers, words(fields, into.title_openers)),
      list("exceptions", into.exceptions, words(fields, into.exceptions)),
      list("conditions", into.conditions, words(fields, into.conditions)),
      list("cases", into.cases, words(fields, into.cases)),
      list("leave", into.leave, words(fields, into.leave)),
      list("degrees", into.degrees, words(fields, into.degrees)),
      list("light_words", into.light_words, words(fields, into.light_words)),
      list("partial_words", into.partial_words, words(fields, into.partial_words)),
      list("officers_at_large", into.officers_at_large, words(fields, into.officers_at_large)),
      list("general_actors", into.general_actors, words(fields, into.general_actors)),
      list("modal_phrases", into.modal_phrases, entries(fields, into.modal_phrases, read_modal)),
      list("expectations", into.expectations, phrases(fields, into.expectations)),
      list("duty_nouns", into.duty_nouns, words(fields, into.duty_nouns)),
      list("condition_openers", into.condition_openers, phrases(fields, into.condition_openers)),
      list("exception_openers", into.exception_openers, phrases(fields, into.exception_openers)),
      list("deadline_words", into.deadline_words, phrases(fields, into.deadline_words)),
      list("deadline_openers", into.deadline_openers, phrases(fields, into.deadline_openers)),
      list("time_units", into.time_units, words(fields, into.time_units)),
      list("amount_words", into.amount_words, words(fields, into.amount_words)),
      list("telling_verbs", into.telling_verbs, words(fields, into.telling_verbs)),
      list("adverbs", into.adverbs, words(fields, into.adverbs)),
      list("sentence_openers", into.sentence_openers, phrases(fields, into.sentence_openers)),
      list("participles", into.participles, words(fields, into.participles)),
      list("verbs", into.verbs, phrases(fields, into.verbs)),
      list("gendered", into.gendered, entries(fields, into.gendered, read_gendered))};
}

}  // namespace concord::syntax
