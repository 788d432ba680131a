#include "passes/citation.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "graph/numbers.h"
#include "language/word_table.h"

namespace concord::passes {
namespace {

struct Noun {
  std::string_view words;  // lower case, as written
  std::string_view singular;
  Unit unit;
  bool plural;
  int rank;  // Citation::rank
};

// Longer spellings before shorter ones that begin them.
constexpr WordTable nouns(std::array<Noun, 41>{{
    {"sub-paragraphs", "sub-paragraph", Unit::inner, true, 1},
    {"sub-paragraph", "sub-paragraph", Unit::inner, false, 1},
    {"subparagraphs", "sub-paragraph", Unit::inner, true, 1},
    {"subparagraph", "sub-paragraph", Unit::inner, false, 1},
    {"sub-sections", "sub-section", Unit::inner, true, 1},
    {"sub-section", "sub-section", Unit::inner, false, 1},
    {"subsections", "sub-section", Unit::inner, true, 1},
    {"subsection", "sub-section", Unit::inner, false, 1},
    {"sub-clauses", "sub-clause", Unit::inner, true, 1},
    {"sub-clause", "sub-clause", Unit::inner, false, 1},
    {"paragraphs", "paragraph", Unit::inner, true, 2},
    {"paragraph", "paragraph", Unit::inner, false, 2},
    {"paras.", "paragraph", Unit::inner, true, 2},
    {"paras", "paragraph", Unit::inner, true, 2},
    {"para.", "paragraph", Unit::inner, false, 2},
    {"para", "paragraph", Unit::inner, false, 2},
    {"clauses", "clause", Unit::inner, true, 2},
    {"clause", "clause", Unit::inner, false, 2},
    {"sections", "section", Unit::inner, true, 3},
    {"section", "section", Unit::inner, false, 3},
    {"footnotes", "footnote", Unit::footnote, true, 1},
    {"footnote", "footnote", Unit::footnote, false, 1},
    {"articles", "article", Unit::outer, true, 3},
    {"article", "article", Unit::outer, false, 3},
    {"appendices", "appendix", Unit::outer, true, 5},
    {"appendix", "appendix", Unit::outer, false, 5},
    {"annexes", "annex", Unit::outer, true, 5},
    {"annexe", "annex", Unit::outer, false, 5},
    {"annex", "annex", Unit::outer, false, 5},
    {"schedules", "schedule", Unit::outer, true, 5},
    {"schedule", "schedule", Unit::outer, false, 5},
    {"chapters", "chapter", Unit::outer, true, 4},
    {"chapter", "chapter", Unit::outer, false, 4},
    {"parts", "part", Unit::outer, true, 5},
    {"part", "part", Unit::outer, false, 5},
    {"regulations", "regulation", Unit::outer, true, 3},
    {"regulation", "regulation", Unit::outer, false, 3},
    {"rules", "rule", Unit::outer, true, 3},
    {"rule", "rule", Unit::outer, false, 3},
    {"standing orders", "standing order", Unit::outer, true, 3},
    {"standing order", "standing order", Unit::outer, false, 3},
}});

// With the forms that follow another word: a soft, nasal or aspirate mutation, an h before a vowel.
constexpr WordTable welsh_nouns(std::array<Noun, 49>{{
    {"is-baragraffau", "sub-paragraph", Unit::inner, true, 1},
    {"is-baragraff", "sub-paragraph", Unit::inner, false, 1},
    {"is-adrannau", "sub-section", Unit::inner, true, 1},
    {"is-adran", "sub-section", Unit::inner, false, 1},
    {"paragraffau", "paragraph", Unit::inner, true, 2},
    {"paragraff", "paragraph", Unit::inner, false, 2},
    {"baragraffau", "paragraph", Unit::inner, true, 2},
    {"baragraff", "paragraph", Unit::inner, false, 2},
    {"pharagraffau", "paragraph", Unit::inner, true, 2},
    {"pharagraff", "paragraph", Unit::inner, false, 2},
    {"mharagraffau", "paragraph", Unit::inner, true, 2},
    {"mharagraff", "paragraph", Unit::inner, false, 2},
    {"cymalau", "clause", Unit::inner, true, 2},
    {"cymal", "clause", Unit::inner, false, 2},
    {"gymal", "clause", Unit::inner, false, 2},
    {"chymal", "clause", Unit::inner, false, 2},
    {"nghymal", "clause", Unit::inner, false, 2},
    {"adrannau", "section", Unit::inner, true, 3},
    {"adran", "section", Unit::inner, false, 3},
    {"hadrannau", "section", Unit::inner, true, 3},
    {"hadran", "section", Unit::inner, false, 3},
    {"troednodyn", "footnote", Unit::footnote, false, 1},
    {"droednodyn", "footnote", Unit::footnote, false, 1},
    {"throednodyn", "footnote", Unit::footnote, false, 1},
    {"erthyglau", "article", Unit::outer, true, 3},
    {"erthygl", "article", Unit::outer, false, 3},
    {"herthygl", "article", Unit::outer, false, 3},
    {"atodiadau", "appendix", Unit::outer, true, 5},
    {"atodiad", "appendix", Unit::outer, false, 5},
    {"hatodiad", "appendix", Unit::outer, false, 5},
    {"atodlenni", "schedule", Unit::outer, true, 5},
    {"atodlen", "schedule", Unit::outer, false, 5},
    {"hatodlen", "schedule", Unit::outer, false, 5},
    {"penodau", "chapter", Unit::outer, true, 4},
    {"pennod", "chapter", Unit::outer, false, 4},
    {"bennod", "chapter", Unit::outer, false, 4},
    {"phennod", "chapter", Unit::outer, false, 4},
    {"mhennod", "chapter", Unit::outer, false, 4},
    {"rhannau", "part", Unit::outer, true, 5},
    {"rhan", "part", Unit::outer, false, 5},
    {"ran", "part", Unit::outer, false, 5},
    {"rheoliadau", "regulation", Unit::outer, true, 3},
    {"rheoliad", "regulation", Unit::outer, false, 3},
    {"reoliadau", "regulation", Unit::outer, true, 3},
    {"reoliad", "regulation", Unit::outer, false, 3},
    {"rheolau", "rule", Unit::outer, true, 3},
    {"rheol", "rule", Unit::outer, false, 3},
    {"reolau", "rule", Unit::outer, true, 3},
    {"reol", "rule", Unit::outer, false, 3},
}});

// Only beside an Act or regulations, and with a number at once.
constexpr std::array<Noun, 20> short_nouns = {{
    {"ss.", "section", Unit::inner, true, 3},      {"ss", "section", Unit::inner, true, 3},
    {"s.", "section", Unit::inner, false, 3},      {"secs.", "section", Unit::inner, true, 3},
    {"sec.", "section", Unit::inner, false, 3},    {"sec", "section", Unit::inner, false, 3},
    {"sch.", "schedule", Unit::outer, false, 5},   {"sch", "schedule", Unit::outer, false, 5},
    {"sched.", "schedule", Unit::outer, false, 5}, {"s", "section", Unit::inner, false, 3},
    {"regs.", "regulation", Unit::outer, true, 3}, {"regs", "regulation", Unit::outer, true, 3},
    {"reg.", "regulation", Unit::outer, false, 3}, {"reg", "regulation", Unit::outer, false, 3},
    {"arts.", "article", Unit::outer, true, 3},    {"art.", "article", Unit::outer, false, 3},
    {"pt.", "part", Unit::outer, false, 5},        {"pt", "part", Unit::outer, false, 5},
    {"r.", "rule", Unit::outer, false, 3},         {"r", "rule", Unit::outer, false, 3},
}};

constexpr std::array<std::string_view, 20> number_words = {
    "one",     "two",     "three",     "four",     "five",     "six",      "seven",
    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

constexpr std::size_t longest_label = 6;  // "(xxviii)" is not looked for

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_alnum(char c) {
  return is_digit(c) || is_alpha(c);
}

char char_at(std::string_view text, std::uint32_t at) {
  return at < text.size() ? text[at] : '\0';
}

std::uint32_t size_of(std::string_view text) {
  return static_cast<std::uint32_t>(text.size());
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// The letters behind the digits of an inserted number: "13A", "3.1e", "12ZA". Nothing where a word
// or an ordinal stands there ("5th").
std::uint32_t suffix_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end - at < 2 && is_capital(char_at(text, end))) ++end;
  if (end == at && is_alpha(char_at(text, at))) ++end;
  return is_alnum(char_at(text, end)) ? at : end;
}

// Digits with dots between ("4.5.1"), with letters behind them or not ("13A", "1A.2").
std::uint32_t decimal_end(std::string_view text, std::uint32_t at) {
  while (is_digit(char_at(text, at))) {
    while (is_digit(char_at(text, at))) ++at;
    at = suffix_end(text, at);
    if (char_at(text, at) == '.' && is_digit(char_at(text, at + 1))) ++at;
  }
  return at;
}

bool is_numeral(std::string_view letters) {
  return !letters.empty() && letters.find_first_not_of("ivxlcdm") == std::string_view::npos;
}

// What may stand in brackets in a number: digits, one or two letters, a roman numeral, and those
// with a letter behind them ("2A", "iia").
bool is_bracketed_label(std::string_view inside) {
  if (inside.empty() || inside.size() > longest_label) return false;
  const std::string_view stem = inside.substr(0, inside.size() - 1);
  if (std::ranges::all_of(inside, is_digit)) return true;
  if (std::ranges::all_of(stem, is_digit)) return is_alpha(inside.back());
  if (!std::ranges::all_of(inside, is_alpha)) return false;
  return inside.size() <= 2 || is_numeral(fold(stem));
}

// "(e)(ii)", the first after one space or none.
std::uint32_t brackets_end(std::string_view text, std::uint32_t at) {
  for (;;) {
    const std::uint32_t open = char_at(text, at) == ' ' ? at + 1 : at;
    if (char_at(text, open) != '(') return at;
    const std::string_view inside = text.substr(open + 1, longest_label + 1);
    const auto close = inside.find(')');
    if (close == std::string_view::npos || !is_bracketed_label(inside.substr(0, close))) return at;
    at = open + static_cast<std::uint32_t>(close) + 2;
  }
}

// "IV" or "C" alone, for the units that are numbered so ("Part IV", "section C"), with a letter
// behind a numeral ("Part VA"), and with what is counted below them ("A1.2", "II.1").
std::uint32_t lettered_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (is_capital(char_at(text, end))) ++end;
  if (end == at) return at;
  const std::string folded = fold(text.substr(at, end - at));
  const bool known = folded.size() == 1 || is_numeral(folded) ||
                     is_numeral(std::string_view(folded).substr(0, folded.size() - 1));
  const std::uint32_t below = char_at(text, end) == '.' ? end + 1 : end;
  if (known && is_digit(char_at(text, below))) end = decimal_end(text, below);
  return known && !is_alnum(char_at(text, end)) ? end : at;
}

std::optional<CitedNumber> number_word_at(std::string_view text, std::uint32_t at) {
  for (std::size_t i = 0; i < number_words.size(); ++i)
    if (const auto end = accept(text, at, number_words[i])) {
      const std::string digits = std::to_string(i + 1);
      return CitedNumber{{at, *end}, {at, *end}, {digits}, {digits}, 1, false, false};
    }
  return std::nullopt;
}

// Runs of letters and digits, as they are.
std::vector<std::string> spelt_parts(std::string_view number) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < number.size(); ++at) {
    if (!is_alnum(number[at])) continue;
    if (at == 0 || !is_alnum(number[at - 1])) parts.emplace_back();
    parts.back().push_back(number[at]);
  }
  return parts;
}

CitedNumber cited_number(std::string_view text, Range range) {
  const std::string_view printed = slice(text, range);
  CitedNumber number;
  number.range = number.printed = range;
  number.parts = graph::parts_of(printed);
  number.spelt = spelt_parts(printed);
  number.decimals = graph::parts_of(printed.substr(0, printed.find('('))).size();
  number.relative = printed.starts_with('(');
  return number;
}

std::optional<CitedNumber> number_at(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  if (is_digit(char_at(text, at))) {
    end = decimal_end(text, at);
    if (is_alnum(char_at(text, end))) return std::nullopt;  // "5th", "3rd"
  } else if (char_at(text, at) != '(') {
    end = lettered_end(text, at);
    if (end == at) return number_word_at(text, at);
  }
  end = brackets_end(text, end);
  if (end == at) return std::nullopt;
  return cited_number(text, {at, end});
}

// ", ", " and ", " to ", "–": what joins two numbers. The end, and whether it makes a range.
struct Joint {
  std::uint32_t end = 0;
  bool through = false;
};

std::optional<Joint> joint_at(std::string_view text, std::uint32_t at, bool welsh) {
  std::uint32_t from = skip_spaces(text, at);
  for (const std::string_view dash : {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91"})
    if (text.substr(from).starts_with(dash))
      return Joint{skip_spaces(text, from + size_of(dash)), true};
  const auto past = [&](std::initializer_list<std::string_view> list) {
    std::optional<std::uint32_t> end;
    for (const std::string_view words : list)
      if (!end) end = accept(text, from, words);
    return end;
  };
  if (from > at)
    if (const auto end = welsh ? past({"hyd at", "i"}) : past({"to", "through", "up to"}))
      return Joint{skip_spaces(text, *end), true};
  const bool comma = char_at(text, from) == ',';
  if (comma) from = skip_spaces(text, from + 1);
  if (const auto end = welsh ? past({"ac", "a", "neu", "&"}) : past({"and/or", "and", "or", "&"}))
    return Joint{skip_spaces(text, *end), false};
  if (comma) return Joint{from, false};
  return std::nullopt;
}

enum class Label : std::uint8_t { digits, numeral, letter };

Label label_of(const std::string& part) {
  if (is_digit(part.front())) return Label::digits;
  return part.find_first_not_of("ivx") == std::string::npos ? Label::numeral : Label::letter;
}

// "(c)" in "3.1(a) and (c)" stands in for the last brackets before it of its kind: in "1.1(a)(i) or
// (b)" for "(a)". Where none is of its kind, for the last.
void complete(CitedNumber& number, const CitedNumber& before) {
  if (!number.relative || before.relative || before.parts.size() == before.decimals) return;
  std::size_t place = before.parts.size() - 1;
  for (std::size_t i = before.parts.size(); i-- > before.decimals;)
    if (label_of(before.parts[i]) == label_of(number.parts.front())) {
      place = i;
      break;
    }
  const auto insert = [place](std::vector<std::string>& parts,
                              const std::vector<std::string>& head) {
    parts.insert(parts.begin(), head.begin(), head.begin() + static_cast<std::ptrdiff_t>(place));
  };
  insert(number.parts, before.parts);
  insert(number.spelt, before.spelt);
  number.decimals = before.decimals;
  number.relative = false;
}

bool counts(const CitedNumber& number) {
  return is_digit(number.parts.back().front());
}

// A second number after "and" is one where the noun is plural or the number could be nothing else:
// "paragraph 3 and 4 members" cites one paragraph, "section 5 – A member …" one section.
bool is_next_number(std::string_view text, const CitedNumber& before, const CitedNumber& number,
                    bool through, bool plural) {
  if (through) return counts(before) == counts(number);
  return plural || slice(text, number.printed).find_first_of(".(") != std::string_view::npos;
}

// A noun of a citation, and the byte behind it.
struct NounFound {
  const Noun* noun = nullptr;
  std::uint32_t end = 0;
  bool plural = false;
};

NounFound short_noun_at(std::string_view text, std::uint32_t at) {
  const std::string head = fold(text.substr(at, 8));
  for (const Noun& noun : short_nouns) {
    if (!std::string_view(head).starts_with(noun.words)) continue;
    const std::uint32_t number = skip_spaces(text, at + size_of(noun.words));
    const bool numeral = noun.rank == 5 && is_capital(char_at(text, number));
    if (is_digit(char_at(text, number)) || numeral) return {&noun, number, noun.plural};
  }
  return {};
}

NounFound noun_at(std::string_view text, std::uint32_t at, Forms forms) {
  NounFound found;
  const auto stands_here = [&](const Noun& noun) {
    const auto after = accept(text, at, noun.words);
    if (after) found.end = *after;
    return after.has_value();
  };
  const char first = lower(char_at(text, at));
  const char second = lower(char_at(text, at + 1));
  found.noun = nouns.find(first, second, stands_here);
  if (found.noun == nullptr && forms.welsh)
    found.noun = welsh_nouns.find(first, second, stands_here);
  if (found.noun == nullptr) return forms.statutory ? short_noun_at(text, at) : NounFound{};
  found.plural = found.noun->plural;
  if (text.substr(found.end).starts_with("(s)")) {
    found.end += 3;
    found.plural = true;
  }
  for (const std::string_view sign : {"number", "numbers", "nos.", "no."})
    if (const auto end = accept(text, skip_spaces(text, found.end), sign)) found.end = *end;
  return found;
}

// The next number of a citation's list, with its noun where that is said again.
std::optional<CitedNumber> next_number(std::string_view text, std::uint32_t at,
                                       const NounFound& found, bool through, Forms forms) {
  if (found.noun == nullptr) return number_at(text, at);
  const NounFound again = at < text.size() ? noun_at(text, at, forms) : NounFound{};
  if (again.noun == nullptr) return number_at(text, at);
  if (again.noun->singular != found.noun->singular || again.plural != found.plural)
    return std::nullopt;
  if (found.noun->unit == Unit::outer && !through)
    return std::nullopt;  // "Part 4 and Part 5, Section C"
  auto number = number_at(text, skip_spaces(text, again.end));
  if (number) number->range.begin = at;
  return number;
}

std::vector<CitedNumber> list_at(std::string_view text, std::uint32_t at, const NounFound& found,
                                 Forms forms) {
  std::vector<CitedNumber> numbers;
  auto number = number_at(text, at);
  while (number) {
    if (!numbers.empty()) complete(*number, numbers.back());
    numbers.push_back(std::move(*number));
    const auto joint = joint_at(text, numbers.back().range.end, forms.welsh);
    number = joint ? next_number(text, joint->end, found, joint->through, forms) : std::nullopt;
    const bool named = number && number->range.begin < number->printed.begin;
    if (number && !named &&
        !is_next_number(text, numbers.back(), *number, joint->through, found.plural))
      number.reset();
    numbers.back().through = number && joint->through;
  }
  return numbers;
}

void read_direction(std::string_view text, Citation& citation, bool welsh) {
  std::uint32_t at = skip_spaces(text, citation.end);
  const bool bracket = char_at(text, at) == '(';
  if (bracket || char_at(text, at) == ',') at = skip_spaces(text, at + 1);
  for (const auto& [word, direction] :
       {std::pair("above", Direction::above), std::pair("below", Direction::below),
        std::pair("uchod", Direction::above), std::pair("isod", Direction::below)}) {
    const auto end = accept(text, at, word);
    if (!end || (bracket && char_at(text, *end) != ')')) continue;
    if (!welsh && (word[0] == 'u' || word[0] == 'i')) continue;
    citation.direction = direction;
    citation.direction_range = {at, *end};
    citation.end = bracket ? *end + 1 : *end;
    return;
  }
}

}  // namespace

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at) {
  for (;;) {
    if (char_at(text, at) == ' ') {
      ++at;
    } else if (at < text.size() && text.substr(at).starts_with(no_break_space)) {
      at += size_of(no_break_space);
    } else {
      return at;
    }
  }
}

std::optional<std::uint32_t> accept(std::string_view text, std::uint32_t at,
                                    std::string_view words) {
  for (const char c : words) {
    const char found = char_at(text, at);
    if (c == ' ') {
      const std::uint32_t next = skip_spaces(text, at);
      if (next == at) return std::nullopt;
      at = next;
      continue;
    }
    if (lower(found) != c) return std::nullopt;
    ++at;
  }
  const char after = char_at(text, at);
  const bool goes_on = is_alnum(words.back()) && (is_alnum(after) || (after & 0x80) != 0) &&
                       !text.substr(at).starts_with(no_break_space) &&
                       !text.substr(at).starts_with("\xE2");
  if (goes_on) return std::nullopt;
  return at;
}

bool is_smaller(const Citation& inner, const Citation& outer) {
  const bool parts = inner.rank == outer.rank && inner.rank == 5;  // a part of a schedule
  return inner.rank < outer.rank || (parts && inner.noun != outer.noun);
}

std::vector<CitedNumber> numbers_at(std::string_view text, std::uint32_t at, bool plural) {
  return list_at(text, at, {nullptr, at, plural}, {});
}

std::optional<Range> title_at(std::string_view text, std::uint32_t at) {
  constexpr std::size_t longest_title = 80;
  if (char_at(text, at) != '(') return std::nullopt;
  const auto close = text.substr(at + 1, longest_title).find_first_of("()");
  if (close == std::string_view::npos || text[at + 1 + close] != ')') return std::nullopt;
  const std::string_view inside = text.substr(at + 1, close);
  if (inside.empty() || !is_alpha(inside.front()) || is_bracketed_label(inside))
    return std::nullopt;
  if (citation_at(text, at + 1, {.welsh = true})) return std::nullopt;
  return Range{at + 1, at + 1 + static_cast<std::uint32_t>(close)};
}

std::optional<Citation> citation_at(std::string_view text, std::uint32_t at, Forms forms) {
  const NounFound found = noun_at(text, at, forms);
  if (found.noun == nullptr) return std::nullopt;
  auto numbers = list_at(text, skip_spaces(text, found.end), found, forms);
  if (numbers.empty()) return std::nullopt;

  Citation citation;
  citation.end = numbers.back().range.end;
  citation.range = {at, citation.end};
  citation.noun = found.noun->singular;
  citation.plural = found.plural;
  citation.capital = is_capital(text[at]);
  citation.unit = found.noun->unit;
  citation.rank = found.noun->rank;
  citation.numbers = std::move(numbers);
  read_direction(text, citation, forms.welsh);
  return citation;
}

std::optional<Citation> bare_citation_at(std::string_view text, std::uint32_t at, Forms forms) {
  if (!is_digit(char_at(text, at))) return std::nullopt;
  auto number = number_at(text, at);
  if (!number || number->parts.size() < 2) return std::nullopt;
  Citation citation;
  citation.range = number->range;
  citation.end = number->range.end;
  citation.numbers.push_back(std::move(*number));
  read_direction(text, citation, forms.welsh);
  if (citation.direction == Direction::none) return std::nullopt;
  return citation;
}

}  // namespace concord::passes
