#include "passes/owner.h"

#include <algorithm>
#include <array>

namespace concord::passes {
namespace {

constexpr std::size_t longest_phrase = 10;

bool is_participle(std::string_view word, const syntax::WordLists& lists) {
  return lists.linking_words.contains(word) || (word.size() > 4 && word.ends_with("ed"));
}

}  // namespace

// ---- behind

Owner OwnerReader::behind(std::uint32_t place, int depth) const {
  std::uint32_t from = skip_spaces(text_, place);
  if (const auto title = title_at(text_, from, vocabulary_)) {
    // "paragraph 2.1 (Code of Conduct)"
    const auto name = name_around(title->begin);
    if (name && name->end == title->end && !own_.is_heading(slice(text_, *title)))
      return {Owner::Kind::doubtful, place, {}};
    from = skip_spaces(text_, title->end + 1);
  }
  if (const auto owner = pointing(from)) return *owner;
  if (const auto owner = behind_comma(from)) return *owner;
  from = past_page(from);
  const std::uint32_t at = past_participles(from);
  const std::size_t word = word_from(words_, at);
  if (word == words_.size() || words_[word].range.begin != at) return {};
  const std::string folded = straight(words_[word].folded);
  const std::uint32_t next = skip_spaces(text_, words_[word].range.end);
  const bool owns = folded == "of" || (own_.welsh && (folded == "o" || folded == "o'r"));
  if (owns && at == from) return after_preposition(next, true, depth);
  const bool locates = lists().locating_prepositions.contains(folded) ||
                       (own_.welsh && lists().welsh_locating_prepositions.contains(folded));
  return locates ? after_preposition(next, false, depth) : Owner();
}

// Past "on page 4".
std::uint32_t OwnerReader::past_page(std::uint32_t at) const {
  for (const std::string_view words : {"on page", "at page"})
    if (const auto end = accept(text_, at, words))
      return skip_spaces(text_, find_from(text_, skip_spaces(text_, *end),
                                          [](char c) { return !source::is_digit(c); }));
  return at;
}

// "paragraph 2.1, Planning Protocol."
std::optional<Owner> OwnerReader::behind_comma(std::uint32_t at) const {
  if (text_.substr(at, 2) != ", ") return std::nullopt;
  const auto name = name_around(at + 2);
  if (!name || name->begin != at + 2 || own_.is_heading(slice(text_, *name))) return std::nullopt;
  const std::string_view next = text_.substr(name->end, 1);
  const bool ends = next.empty() || next.find_first_of(".,;:)") != next.npos;
  return ends ? std::optional(Owner{Owner::Kind::foreign, name->end, {}}) : std::nullopt;
}

// "hereof", "thereof".
std::optional<Owner> OwnerReader::pointing(std::uint32_t at) const {
  if (const auto end = accept_any(text_, at, lists().here_words))
    return Owner{Owner::Kind::own, *end, {}};
  if (const auto end = accept_any(text_, at, lists().there_words)) {
    const bool named = !names_.empty() && names_.front().end < at;
    return Owner{named ? Owner::Kind::foreign : Owner::Kind::doubtful, *end, {}};
  }
  return std::nullopt;
}

std::uint32_t OwnerReader::past_participles(std::uint32_t at) const {
  const std::uint32_t from = text_.substr(at, 1) == "," ? skip_spaces(text_, at + 1) : at;
  constexpr std::size_t longest = 5;
  std::size_t word = word_from(words_, from);
  const std::size_t first = word;
  while (word < words_.size() && word < first + longest &&
         is_participle(words_[word].folded, lists()) &&
         (word == first ? words_[word].range.begin == from : joins(gap(word))))
    ++word;
  if (word == first || word == words_.size() || !joins(gap(word))) return at;
  return words_[word].range.begin;
}

Owner OwnerReader::after_preposition(std::uint32_t at, bool always, int depth) const {
  const auto determiner = accept_any(text_, at, lists().owner_determiners);
  if (const auto owner = nested(determiner ? skip_spaces(text_, *determiner) : at, depth))
    return *owner;
  const auto phrase = phrase_at(at);
  if (!phrase) return {};
  if (always) return {kind_of(*phrase), phrase->end, {}};
  if (phrase->named || is_own(*phrase)) return {kind_of(*phrase), phrase->end, {}};
  if (!phrase->document) return {};
  // "in order to", "in principle" are no documents; "under the procedure" may be the text's own.
  const Word& noun = words_[*phrase->document];
  if (phrase->determiner.empty() && !phrase->possessive && !noun.capital) return {};
  const bool sure = noun.capital || phrase->possessive || phrase->determiner == "its" ||
                    lists().separate_documents.contains(noun.singular);
  return {sure ? kind_of(*phrase) : Owner::Kind::doubtful, phrase->end, {}};
}

std::optional<Owner> OwnerReader::nested(std::uint32_t at, int depth) const {
  constexpr int deepest = 4;
  if (at >= text_.size() || depth == deepest) return std::nullopt;
  auto outer = citation_at(text_, at, vocabulary_, {.welsh = own_.welsh});
  if (!outer) return std::nullopt;
  if (outer->numbers.size() > 1) {  // "of Appendix 1, Appendix 2 and …": the first is the owner
    outer->numbers.resize(1);
    outer->range.end = outer->end = outer->numbers.front().range.end;
    outer->direction = Direction::none;
  }
  Owner owner = behind(outer->end, depth + 1);
  owner.end = std::max(owner.end, outer->end);
  owner.around.insert(owner.around.begin(), std::move(*outer));
  return owner;
}

// ---- noun phrases

std::optional<OwnerReader::NounPhrase> OwnerReader::phrase_at(std::uint32_t at) const {
  NounPhrase phrase;
  std::size_t word = word_from(words_, at);
  if (word == words_.size() || words_[word].range.begin > at + 3) return std::nullopt;
  phrase.end = words_[word].range.end;
  while (word < words_.size() && is_among(words_[word].folded, lists().owner_determiners)) {
    if (phrase.determiner.empty() || phrase.determiner == "the")
      phrase.determiner = words_[word].folded;
    phrase.end = words_[word].range.end;
    if (++word < words_.size() && !joins(gap(word))) {
      if (!joins_owner(gap(word))) break;
      phrase.possessive = true;
    }
  }
  phrase.first = phrase.last = word;
  read_core(phrase);
  return phrase;
}

void OwnerReader::read_core(NounPhrase& phrase) const {
  std::size_t word = phrase.first;
  for (; word < words_.size() && word < phrase.first + longest_phrase; ++word) {
    if (word > phrase.first) {
      const std::string_view between_words = gap(word);
      if (joins_owner(between_words)) {
        phrase.possessive = true;
      } else if (!joins(between_words) && between_words != "/") {
        break;
      }
    }
    const bool hyphen = word + 1 < words_.size() && gap(word + 1) == "-";  // "by-laws"
    if (!hyphen && lists().phrase_stops.contains(words_[word].folded)) break;
    if (is_document_noun(words_[word])) phrase.document = word;
  }
  phrase.last = word;
  if (word == phrase.first) return;
  std::size_t end = word - 1;
  for (std::size_t i = phrase.first; i < word; ++i)
    if (words_[i].capital) end = i;
  if (phrase.document) end = extended(*phrase.document);
  phrase.end = words_[end].range.end;
  if (end + 1 < words_.size() &&
      (words_[end + 1].folded == "hwn" || words_[end + 1].folded == "hon"))
    phrase.end = words_[end + 1].range.end;  // "y Protocol hwn"
  if (const auto name = name_around(words_[std::min(end, word - 1)].range.begin)) {
    phrase.named = true;
    phrase.end = std::max(phrase.end, name->end);
  }
}

// "terms of reference": the word that the noun's name ends with.
std::size_t OwnerReader::extended(std::size_t noun) const {
  if (noun + 2 >= words_.size() || words_[noun + 1].folded != "of") return noun;
  const Word& word = words_[noun + 2];
  return lists().document_completions.contains(word.folded) || word.capital ? noun + 2 : noun;
}

Owner::Kind OwnerReader::kind_of(const NounPhrase& phrase) const {
  if (is_own(phrase)) return Owner::Kind::own;
  const bool itself = phrase.determiner == "this" || phrase.determiner == "these";
  const bool document =
      phrase.document.has_value() && words_[*phrase.document].singular != "constitution";
  const bool bare = phrase.first == phrase.last;  // "of it", "of which"
  return (itself && document && !phrase.possessive) || bare ? Owner::Kind::doubtful
                                                            : Owner::Kind::foreign;
}

bool OwnerReader::is_own(const NounPhrase& phrase) const {
  if (phrase.first == phrase.last || phrase.possessive) return false;
  const Word& noun = words_[phrase.first];
  const bool this_one = phrase.determiner == "this" || phrase.determiner == "these";
  const bool ends = !phrase.document || *phrase.document == phrase.first;
  if (this_one && ends && lists().own_nouns.contains(noun.singular)) return true;
  const bool hwn = phrase.first + 1 < words_.size() && (words_[phrase.first + 1].folded == "hwn" ||
                                                        words_[phrase.first + 1].folded == "hon");
  if (own_.welsh && hwn && (lists().own_nouns.contains(noun.singular) || noun.folded == "brotocol"))
    return true;
  if (!this_one && phrase.determiner != "the" && phrase.determiner != "our") return false;
  const std::uint32_t begin = noun.range.begin;
  if (own_.is_heading(text_.substr(begin, phrase.end - begin))) return true;
  std::size_t last = phrase.first;
  while (last < words_.size() && words_[last].range.end <= phrase.end) ++last;
  return is_of_title(phrase.first, last);
}

// "the Protocol", "the Member/Officer Protocol": a document's noun and no word but the title's.
bool OwnerReader::is_of_title(std::size_t first, std::size_t last) const {
  bool document = false;
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view word = words_[i].singular;
    const bool here = own_.title.contains(word);
    const bool small = word == "of" || word == "on" || word == "for" || word == "and";
    if (!here && word != "protocol" && word != "protocols" && word != "present" && !small)
      return false;
    document = document || is_document_noun(words_[i]);
  }
  return document;
}

bool OwnerReader::is_document_noun(const Word& word) const {
  return lists().owning_documents.contains(word.singular);
}

// ---- before

Owner::Kind OwnerReader::before(std::uint32_t place) const {
  std::size_t last = word_from(words_, place);
  if (last-- == 0) return Owner::Kind::none;
  std::string_view sign = text_.substr(words_[last].range.end, place - words_[last].range.end);
  const std::string_view word = words_[last].folded;
  if (sign == " " &&
      (lists().former_words.contains(word) || word == "its" || word == "their" || word == "whose"))
    return Owner::Kind::foreign;
  bool loose = word == "in" || word == "see" || word == "under";
  if (sign == " " && last > 0 && (loose || word == "at")) {
    sign = gap(last--);
    const std::size_t verb = telling_verb(last);
    if (verb < last + 1 && verb > 0 && (sign == " " || sign == ", ")) {
      sign = gap(verb);
      last = verb - 1;
      loose = false;
    }
  }
  if (joins_owner(sign)) {
    const Owner::Kind kind = kind_before(last, loose);
    return kind == Owner::Kind::none && !is_own_before(last) ? Owner::Kind::foreign : kind;
  }
  static constexpr std::array<std::string_view, 8> signs = {
      " ", ", ", " (", ": ", " \xE2\x80\x93 ", " - ", " \xE2\x80\x94 ", " ["};
  return is_among(sign, signs) ? kind_before(last, loose) : Owner::Kind::none;
}

// The verb of "says in", "sets out in" whose last word is `last`; the word behind that where none
// is.
std::size_t OwnerReader::telling_verb(std::size_t last) const {
  const std::string_view word = words_[last].folded;
  const std::size_t verb = last > 0 && (word == "out" || word == "down") ? last - 1 : last;
  return lists().document_verbs.contains(words_[verb].folded) ? verb : last + 1;
}

// "this Protocol’s".
bool OwnerReader::is_own_before(std::size_t last) const {
  const std::string_view determiner = last > 0 ? words_[last - 1].folded : std::string_view();
  return (determiner == "this" && lists().own_nouns.contains(words_[last].singular)) ||
         (determiner == "the" && is_of_title(last, last + 1));
}

Owner::Kind OwnerReader::kind_before(std::size_t last, bool loose) const {
  // "the Model Code 2020", "Circular 3/2015".
  for (int i = 0; i < 2 && last > 0 && words_[last].folded[0] <= '9'; ++i) --last;
  const Word& noun = words_[last];
  const auto name = name_around(noun.range.begin);
  const std::size_t document = document_before(last);
  const bool is_document = document <= last && (words_[document].capital || document < last ||
                                                !lists().weak_documents.contains(noun.singular));
  if (!is_document && !(name && name->end == noun.range.end)) return Owner::Kind::none;
  const std::size_t first =
      phrase_begin(name ? std::min(word_from(words_, name->begin), document) : document);
  const std::string_view determiner = first > 0 ? words_[first - 1].folded : std::string_view();
  if (determiner == "this" || determiner == "these") return Owner::Kind::none;
  const std::uint32_t begin = words_[first].range.begin;
  if (own_.is_heading(text_.substr(begin, noun.range.end - begin))) return Owner::Kind::none;
  if ((determiner == "the" || determiner == "our") && is_of_title(first, last + 1))
    return Owner::Kind::none;
  const bool plain =
      document <= last && lists().separate_documents.contains(words_[document].singular);
  const bool completed = document < last && extended(document) == last;  // "terms of reference"
  const bool telling = name || plain || completed || (document <= last && words_[document].capital);
  if (loose) return telling ? Owner::Kind::doubtful : Owner::Kind::none;
  return telling ? Owner::Kind::foreign : Owner::Kind::doubtful;
}

// The noun for a document of the phrase that ends with word `last`: that word, or the one that
// words behind it tell about ("the protocol on gifts"). Behind `last` where there is none.
std::size_t OwnerReader::document_before(std::size_t last) const {
  if (is_document_noun(words_[last])) return last;
  constexpr std::size_t longest = 4;
  for (std::size_t i = last; i > 1 && last - i < longest && joins(gap(i)); --i) {
    if (lists().phrase_stops.contains(words_[i].folded)) break;
    const std::string_view word = words_[i - 1].folded;
    if (word != "of" && word != "on" && word != "for" && word != "about") continue;
    const bool goes_on = word == "of" && i < last;  // "the Code of Conduct binds"
    if (goes_on || !joins(gap(i - 1)) || !is_document_noun(words_[i - 2])) break;
    const bool weak =
        lists().weak_documents.contains(words_[i - 2].singular) && extended(i - 2) < last;
    return weak && !words_[i - 2].capital ? last + 1 : i - 2;
  }
  return last + 1;
}

// Back to the determiner, or to where the phrase could not go on.
std::size_t OwnerReader::phrase_begin(std::size_t first) const {
  const std::size_t least = first < longest_phrase ? 0 : first - longest_phrase;
  while (first > least && joins(gap(first)) &&
         !lists().phrase_stops.contains(words_[first - 1].folded) &&
         !is_among(words_[first - 1].folded, lists().owner_determiners))
    --first;
  return first;
}

// ---- words

std::optional<Range> OwnerReader::name_around(std::uint32_t at) const {
  const auto next = std::ranges::upper_bound(names_, at, {}, &Range::begin);
  if (next == names_.begin() || (next - 1)->end <= at) return std::nullopt;
  return *(next - 1);
}

std::string_view OwnerReader::gap(std::size_t word) const {
  return between(text_, words_[word - 1], words_[word]);
}

}  // namespace concord::passes
