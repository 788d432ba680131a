#include "passes/citation.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "graph/numbers.h"
#include "source/characters.h"

namespace concord::passes {
namespace {

constexpr std::size_t longest_label = 6;  // "(xxviii)" is not looked for

using language::CitingMatch;
using source::is_alnum;
using source::is_alpha;
using source::is_digit;
using source::is_upper;

char char_at(std::string_view text, std::uint32_t at) {
  return at < text.size() ? text[at] : '\0';
}

std::uint32_t size_of(std::string_view text) {
  return static_cast<std::uint32_t>(text.size());
}

// The letters behind the digits of an inserted number: "13A", "3.1e", "12ZA". Nothing where a word
// or an ordinal stands there ("5th").
std::uint32_t suffix_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end - at < 2 && is_upper(char_at(text, end))) ++end;
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
  while (is_upper(char_at(text, end))) ++end;
  if (end == at) return at;
  const std::string folded = fold(text.substr(at, end - at));
  const bool known = folded.size() == 1 || is_numeral(folded) ||
                     is_numeral(std::string_view(folded).substr(0, folded.size() - 1));
  const std::uint32_t below = char_at(text, end) == '.' ? end + 1 : end;
  if (known && is_digit(char_at(text, below))) end = decimal_end(text, below);
  return known && !is_alnum(char_at(text, end)) ? end : at;
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

// Reads one text by one vocabulary.
class Reader {
 public:
  Reader(std::string_view text, const Vocabulary& vocabulary, Forms forms)
      : text_(text), vocabulary_(vocabulary), forms_(forms) {}

  // With the signs behind the noun: "paragraph(s)", "rule no.".
  std::optional<CitingMatch> noun_at(std::uint32_t at) const {
    if (at >= text_.size()) return std::nullopt;
    auto found = vocabulary_.citing_nouns().at(text_, at, forms_);
    if (!found) return std::nullopt;
    if (text_.substr(found->end).starts_with("(s)")) {
      found->end += 3;
      found->plural = true;
    }
    for (const std::string_view sign : {"number", "numbers", "nos.", "no."})
      if (const auto end = accept(text_, skip_spaces(text_, found->end), sign)) found->end = *end;
    return found;
  }

  std::optional<CitedNumber> number_at(std::uint32_t at) const {
    std::uint32_t end = at;
    if (is_digit(char_at(text_, at))) {
      end = decimal_end(text_, at);
      if (is_alnum(char_at(text_, end))) return std::nullopt;  // "5th", "3rd"
    } else if (char_at(text_, at) != '(') {
      end = lettered_end(text_, at);
      if (end == at) return number_word_at(at);
    }
    end = brackets_end(text_, end);
    if (end == at) return std::nullopt;
    return cited_number(text_, {at, end});
  }

  // The numbers of a citation, from byte `at` on; `noun` is null where they have none.
  std::vector<CitedNumber> list_at(std::uint32_t at, const CitingMatch* noun, bool plural) const {
    std::vector<CitedNumber> numbers;
    auto number = number_at(at);
    while (number) {
      if (!numbers.empty()) complete(*number, numbers.back());
      numbers.push_back(std::move(*number));
      const auto joint = joint_at(text_, numbers.back().range.end, forms_.welsh);
      number = joint ? next_number(joint->end, noun, joint->through) : std::nullopt;
      const bool named = number && number->range.begin < number->printed.begin;
      if (number && !named &&
          !is_next_number(text_, numbers.back(), *number, joint->through, plural))
        number.reset();
      numbers.back().through = number && joint->through;
    }
    return numbers;
  }

 private:
  // "Part Four".
  std::optional<CitedNumber> number_word_at(std::uint32_t at) const {
    for (const auto& [word, value] : vocabulary_.lists().number_words)
      if (const auto end = accept(text_, at, word); end && value > 0 && value <= 20) {
        const std::string digits = std::to_string(value);
        return CitedNumber{{at, *end}, {at, *end}, {digits}, {digits}, 1, false, false};
      }
    return std::nullopt;
  }

  // The next number of a citation's list, with its noun where that is said again.
  std::optional<CitedNumber> next_number(std::uint32_t at, const CitingMatch* noun,
                                         bool through) const {
    const auto again = noun ? noun_at(at) : std::nullopt;
    if (!again) return number_at(at);
    if (again->noun != noun->noun || again->plural != noun->plural) return std::nullopt;
    if (noun->noun->unit == Unit::outer && !through)
      return std::nullopt;  // "Part 4 and Part 5, Section C"
    auto number = number_at(skip_spaces(text_, again->end));
    if (number) number->range.begin = at;
    return number;
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  Forms forms_;
};

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

bool is_smaller(const Citation& inner, const Citation& outer) {
  const bool parts = inner.rank == outer.rank && inner.rank == 5;  // a part of a schedule
  return inner.rank < outer.rank || (parts && inner.noun != outer.noun);
}

std::vector<CitedNumber> numbers_at(std::string_view text, std::uint32_t at,
                                    const Vocabulary& vocabulary) {
  return Reader(text, vocabulary, {}).list_at(at, nullptr, false);
}

std::optional<Range> title_at(std::string_view text, std::uint32_t at,
                              const Vocabulary& vocabulary) {
  constexpr std::size_t longest_title = 80;
  if (char_at(text, at) != '(') return std::nullopt;
  const auto close = text.substr(at + 1, longest_title).find_first_of("()");
  if (close == std::string_view::npos || text[at + 1 + close] != ')') return std::nullopt;
  const std::string_view inside = text.substr(at + 1, close);
  if (inside.empty() || !is_alpha(inside.front()) || is_bracketed_label(inside))
    return std::nullopt;
  if (citation_at(text, at + 1, vocabulary, {.welsh = true})) return std::nullopt;
  return Range{at + 1, at + 1 + static_cast<std::uint32_t>(close)};
}

std::optional<Citation> citation_at(std::string_view text, std::uint32_t at,
                                    const Vocabulary& vocabulary, Forms forms) {
  const Reader reader(text, vocabulary, forms);
  const auto found = reader.noun_at(at);
  if (!found) return std::nullopt;
  auto numbers = reader.list_at(skip_spaces(text, found->end), &*found, found->plural);
  if (numbers.empty()) return std::nullopt;

  Citation citation;
  citation.end = numbers.back().range.end;
  citation.range = {at, citation.end};
  citation.noun = found->noun->noun;
  citation.plural = found->plural;
  citation.capital = is_upper(text[at]);
  citation.unit = found->noun->unit;
  citation.rank = found->noun->rank;
  citation.numbers = std::move(numbers);
  read_direction(text, citation, forms.welsh);
  return citation;
}

std::optional<Citation> bare_citation_at(std::string_view text, std::uint32_t at,
                                         const Vocabulary& vocabulary, Forms forms) {
  if (!is_digit(char_at(text, at))) return std::nullopt;
  auto number = Reader(text, vocabulary, forms).number_at(at);
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
