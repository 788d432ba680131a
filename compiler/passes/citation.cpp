#include "passes/citation.h"

#include <algorithm>
#include <array>
#include <cctype>
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
};

// Longer spellings before shorter ones that begin them.
constexpr WordTable nouns(std::array<Noun, 41>{{
    {"sub-paragraphs", "sub-paragraph", Unit::inner, true},
    {"sub-paragraph", "sub-paragraph", Unit::inner, false},
    {"subparagraphs", "sub-paragraph", Unit::inner, true},
    {"subparagraph", "sub-paragraph", Unit::inner, false},
    {"sub-sections", "sub-section", Unit::inner, true},
    {"sub-section", "sub-section", Unit::inner, false},
    {"subsections", "sub-section", Unit::inner, true},
    {"subsection", "sub-section", Unit::inner, false},
    {"sub-clauses", "sub-clause", Unit::inner, true},
    {"sub-clause", "sub-clause", Unit::inner, false},
    {"paragraphs", "paragraph", Unit::inner, true},
    {"paragraph", "paragraph", Unit::inner, false},
    {"paras.", "paragraph", Unit::inner, true},
    {"paras", "paragraph", Unit::inner, true},
    {"para.", "paragraph", Unit::inner, false},
    {"para", "paragraph", Unit::inner, false},
    {"clauses", "clause", Unit::inner, true},
    {"clause", "clause", Unit::inner, false},
    {"sections", "section", Unit::inner, true},
    {"section", "section", Unit::inner, false},
    {"footnotes", "footnote", Unit::footnote, true},
    {"footnote", "footnote", Unit::footnote, false},
    {"articles", "article", Unit::outer, true},
    {"article", "article", Unit::outer, false},
    {"appendices", "appendix", Unit::outer, true},
    {"appendix", "appendix", Unit::outer, false},
    {"annexes", "annex", Unit::outer, true},
    {"annexe", "annex", Unit::outer, false},
    {"annex", "annex", Unit::outer, false},
    {"schedules", "schedule", Unit::outer, true},
    {"schedule", "schedule", Unit::outer, false},
    {"chapters", "chapter", Unit::outer, true},
    {"chapter", "chapter", Unit::outer, false},
    {"parts", "part", Unit::outer, true},
    {"part", "part", Unit::outer, false},
    {"regulations", "regulation", Unit::outer, true},
    {"regulation", "regulation", Unit::outer, false},
    {"rules", "rule", Unit::outer, true},
    {"rule", "rule", Unit::outer, false},
    {"standing orders", "standing order", Unit::outer, true},
    {"standing order", "standing order", Unit::outer, false},
}});

// Only beside an Act or regulations.
constexpr std::array<Noun, 8> short_nouns = {{
    {"ss.", "section", Unit::inner, true},
    {"ss", "section", Unit::inner, true},
    {"s.", "section", Unit::inner, false},
    {"sec.", "section", Unit::inner, false},
    {"s", "section", Unit::inner, false},
    {"regs", "regulation", Unit::outer, true},
    {"reg.", "regulation", Unit::outer, false},
    {"reg", "regulation", Unit::outer, false},
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

// Digits with dots between ("4.5.1"), with a letter behind them or not ("13A").
std::uint32_t decimal_end(std::string_view text, std::uint32_t at) {
  while (is_digit(char_at(text, at))) {
    while (is_digit(char_at(text, at))) ++at;
    if (char_at(text, at) == '.' && is_digit(char_at(text, at + 1))) ++at;
  }
  if (is_alpha(char_at(text, at)) && !is_alnum(char_at(text, at + 1))) ++at;
  return at;
}

bool is_numeral(std::string_view letters) {
  return !letters.empty() && letters.find_first_not_of("ivxlcdm") == std::string_view::npos;
}

// What may stand in brackets in a number: digits, one or two letters, a roman numeral.
bool is_bracketed_label(std::string_view inside) {
  if (inside.empty() || inside.size() > longest_label) return false;
  if (std::ranges::all_of(inside, is_digit)) return true;
  const std::string folded = fold(inside);
  return std::ranges::all_of(inside, is_alpha) && (inside.size() <= 2 || is_numeral(folded));
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

// "IV" or "C" alone, for the units that are numbered so ("Part IV", "section C").
std::uint32_t lettered_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (char_at(text, end) >= 'A' && char_at(text, end) <= 'Z') ++end;
  if (end == at || is_alnum(char_at(text, end))) return at;
  const bool letter = end == at + 1;
  return letter || is_numeral(fold(text.substr(at, end - at))) ? end : at;
}

std::optional<CitedNumber> number_word_at(std::string_view text, std::uint32_t at) {
  for (std::size_t i = 0; i < number_words.size(); ++i)
    if (const auto end = accept(text, at, number_words[i]))
      return CitedNumber{{at, *end}, {std::to_string(i + 1)}, false, false};
  return std::nullopt;
}

std::optional<CitedNumber> number_at(std::string_view text, std::uint32_t at) {
  const bool relative = char_at(text, at) == '(';
  std::uint32_t end = at;
  if (is_digit(char_at(text, at))) {
    end = decimal_end(text, at);
    if (is_alnum(char_at(text, end))) return std::nullopt;  // "5th", "3rd"
    end = brackets_end(text, end);
  } else if (relative) {
    end = brackets_end(text, at);
  } else {
    end = lettered_end(text, at);
    if (end == at) return number_word_at(text, at);
    end = brackets_end(text, end);
  }
  if (end == at) return std::nullopt;
  return CitedNumber{{at, end}, graph::parts_of(text.substr(at, end - at)), relative, false};
}

// ", ", " and ", " to ", "–": what joins two numbers. The end, and whether it makes a range.
struct Joint {
  std::uint32_t end = 0;
  bool through = false;
};

std::optional<Joint> joint_at(std::string_view text, std::uint32_t at) {
  std::uint32_t from = skip_spaces(text, at);
  for (const std::string_view dash : {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91"})
    if (text.substr(from).starts_with(dash))
      return Joint{skip_spaces(text, from + size_of(dash)), true};
  for (const std::string_view word : {"to", "through"})
    if (const auto end = accept(text, from, word); end && from > at)
      return Joint{skip_spaces(text, *end), true};
  const bool comma = char_at(text, from) == ',';
  if (comma) from = skip_spaces(text, from + 1);
  for (const std::string_view word : {"and/or", "and", "or", "&"})
    if (const auto end = accept(text, from, word)) return Joint{skip_spaces(text, *end), false};
  if (comma) return Joint{from, false};
  return std::nullopt;
}

// "(c)" in "3.1(a) and (c)" stands in for the last brackets before it.
void complete(CitedNumber& number, const CitedNumber& before) {
  if (!number.relative || before.relative || before.parts.size() <= number.parts.size()) return;
  std::vector<std::string> parts(
      before.parts.begin(), before.parts.end() - static_cast<std::ptrdiff_t>(number.parts.size()));
  parts.insert(parts.end(), number.parts.begin(), number.parts.end());
  number.parts = std::move(parts);
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
  return plural || slice(text, number.range).find_first_of(".(") != std::string_view::npos;
}

const Noun* noun_at(std::string_view text, std::uint32_t at, bool statutory, std::uint32_t& end) {
  const auto stands_here = [&](const Noun& noun) {
    const auto after = accept(text, at, noun.words);
    if (after) end = *after;
    return after.has_value();
  };
  const char first = lower(char_at(text, at));
  const char second = lower(char_at(text, at + 1));
  if (const Noun* noun = nouns.find(first, second, stands_here)) return noun;
  if (!statutory) return nullptr;
  for (const Noun& noun : short_nouns) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with(noun.words)) continue;
    const std::uint32_t number = skip_spaces(text, at + size_of(noun.words));
    if (!is_digit(char_at(text, number))) continue;
    end = number;
    return &noun;
  }
  return nullptr;
}

void read_direction(std::string_view text, Citation& citation) {
  std::uint32_t at = skip_spaces(text, citation.end);
  const bool bracket = char_at(text, at) == '(';
  if (bracket || char_at(text, at) == ',') at = skip_spaces(text, at + 1);
  for (const auto& [word, direction] :
       {std::pair("above", Direction::above), std::pair("below", Direction::below)}) {
    const auto end = accept(text, at, word);
    if (!end || (bracket && char_at(text, *end) != ')')) continue;
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

std::vector<CitedNumber> numbers_at(std::string_view text, std::uint32_t at, bool plural) {
  std::vector<CitedNumber> numbers;
  auto number = number_at(text, at);
  while (number) {
    if (!numbers.empty()) complete(*number, numbers.back());
    numbers.push_back(std::move(*number));
    const auto joint = joint_at(text, numbers.back().range.end);
    number = joint ? number_at(text, joint->end) : std::nullopt;
    if (number && !is_next_number(text, numbers.back(), *number, joint->through, plural))
      number.reset();
    numbers.back().through = number && joint->through;
  }
  return numbers;
}

std::optional<Citation> citation_at(std::string_view text, std::uint32_t at, bool statutory) {
  std::uint32_t after_noun = 0;
  const Noun* noun = noun_at(text, at, statutory, after_noun);
  if (noun == nullptr) return std::nullopt;
  const std::uint32_t first = skip_spaces(text, after_noun);
  auto numbers = numbers_at(text, first, noun->plural);
  if (numbers.empty()) return std::nullopt;

  Citation citation;
  citation.end = numbers.back().range.end;
  citation.range = {at, citation.end};
  citation.noun = noun->singular;
  citation.plural = noun->plural;
  citation.capital = std::isupper(static_cast<unsigned char>(text[at])) != 0;
  citation.unit = noun->unit;
  citation.numbers = std::move(numbers);
  read_direction(text, citation);
  return citation;
}

}  // namespace concord::passes
