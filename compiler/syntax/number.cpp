#include "syntax/number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace concord::syntax {
std::string as_roman(std::uint32_t value) {
  static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> steps{{{1000, "m"},
                                                                                     {900, "cm"},
                                                                                     {500, "d"},
                                                                                     {400, "cd"},
                                                                                     {100, "c"},
                                                                                     {90, "xc"},
                                                                                     {50, "l"},
                                                                                     {40, "xl"},
                                                                                     {10, "x"},
                                                                                     {9, "ix"},
                                                                                     {5, "v"},
                                                                                     {4, "iv"},
                                                                                     {1, "i"}}};
  std::string out;
  for (const auto& [step, letters] : steps) {
    for (; value >= step; value -= step) out += letters;
  }
  return out;
}

namespace {

// Longer runs of digits are years, telephone numbers and the like.
constexpr std::size_t longest_part = 3;
// "(c)" is a letter before it is a hundred: no list of clauses goes further.
constexpr std::uint32_t largest_roman = 100;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t count_while(std::string_view text, bool (*test)(char)) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), test) - text.begin());
}

constexpr std::string_view no_break_space = "\xC2\xA0";

bool starts_with_space(std::string_view text) {
  return text.starts_with(' ') || text.starts_with('\t') || text.starts_with(no_break_space);
}

std::string_view without_space(std::string_view text) {
  while (starts_with_space(text)) text.remove_prefix(text[0] == no_break_space[0] ? 2 : 1);
  return text;
}

std::uint32_t roman_digit(char c) {
  switch (lower(c)) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

// The value of a numeral written the one way in which it is written, or 0.
std::uint32_t roman_value(std::string_view letters) {
  if (letters.size() > 15) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::uint32_t digit = roman_digit(letters[i]);
    if (digit == 0) return 0;
    const bool subtracts = i + 1 < letters.size() && digit < roman_digit(letters[i + 1]);
    value = subtracts ? value - digit : value + digit;
  }
  const std::string canonical = as_roman(std::min(value, 4000u));
  const bool same = std::equal(letters.begin(), letters.end(), canonical.begin(), canonical.end(),
                               [](char a, char b) { return lower(a) == b; });
  return same ? value : 0;
}

// "a" is 1, "aa" 27: a letter, or one letter doubled as after "(z)".
std::uint32_t letter_value(std::string_view letters) {
  const auto first = static_cast<std::uint32_t>(lower(letters[0]) - 'a') + 1;
  if (letters.size() == 1) return first;
  return letters.size() == 2 && letters[0] == letters[1] ? 26 + first : 0;
}

Number read_letters(std::string_view letters) {
  const bool upper = is_upper(letters[0]);
  const auto alpha = upper ? NumberStyle::upper_alpha : NumberStyle::lower_alpha;
  const auto numeral = upper ? NumberStyle::upper_roman : NumberStyle::lower_roman;
  const std::uint32_t as_letter = letter_value(letters);
  const std::uint32_t as_roman = roman_value(letters);
  Number number;
  if (letters.size() == 1 && as_roman > 0) {
    // i, v and x head lists of numerals; c, d, l and m stand in the middle of the alphabet.
    const bool numeral_first = as_roman <= 10;
    number.style = numeral_first ? numeral : alpha;
    number.path = {numeral_first ? as_roman : as_letter};
    number.other_reading = numeral_first ? as_letter : as_roman;
  } else if (as_roman > 0 && as_roman <= largest_roman) {
    number.style = numeral;
    number.path = {as_roman};
  } else if (as_letter > 0) {
    number.style = alpha;
    number.path = {as_letter};
  }
  return number;
}

// One to three digits, with more parts after full stops: "4.5.1". Returns its length, or 0.
std::size_t decimal_length(std::string_view text, std::vector<std::uint32_t>& path) {
  std::size_t at = 0;
  while (true) {
    const std::size_t digits = count_while(text.substr(at), is_digit);
    if (digits == 0 || digits > longest_part) return 0;
    path.push_back(static_cast<std::uint32_t>(std::stoul(std::string(text.substr(at, digits)))));
    at += digits;
    const bool more = at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]);
    if (!more) return at;
    ++at;
  }
}

// The part of a label between its brackets or before its full stop, read; `length` is its length.
Number read_bare(std::string_view text, std::size_t& length) {
  Number number;
  if (text.empty()) return number;
  if (text[0] == '#') {
    length = 1;
    number.style = NumberStyle::automatic;
  } else if (is_digit(text[0])) {
    length = decimal_length(text, number.path);
    if (length > 0) number.style = NumberStyle::decimal;
  } else if (is_lower(text[0]) || is_upper(text[0])) {
    length = count_while(text, is_upper(text[0]) ? is_upper : is_lower);
    if (length <= 15) number = read_letters(text.substr(0, length));
  }
  return number;
}

// The token at the head of the text, whatever follows: "(ii)", "a)", "4.5.1.", "5".
Number read_token(std::string_view text) {
  const bool bracketed = text.starts_with('(');
  const std::string_view inner = text.substr(bracketed ? 1 : 0);
  std::size_t length = 0;
  Number number = read_bare(inner, length);
  if (!number.present()) return number;
  const std::string_view rest = inner.substr(length);
  const bool closed = rest.starts_with(')');
  const bool stopped = rest.starts_with('.');
  const bool plain = !bracketed && number.style == NumberStyle::decimal;
  if (bracketed ? !closed : !(closed || stopped || plain)) return {};
  if (closed || stopped) ++length;
  number.label = text.substr(0, length + (bracketed ? 1 : 0));
  return number;
}

bool is_bare_integer(const Number& number) {
  return std::all_of(number.label.begin(), number.label.end(), is_digit);
}

bool is_initial(const Number& number) {
  return number.label.size() == 2 && is_upper(number.label[0]) && number.label[1] == '.';
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() ||
                                    !std::isalnum(static_cast<unsigned char>(text[word.size()])));
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return starts_with_word(text, word); });
}

bool starts_with_month(std::string_view text) {
  static constexpr std::array<std::string_view, 24> months{
      "January",   "February", "March",    "April",    "May",  "June", "July", "August",
      "September", "October",  "November", "December", "Jan",  "Feb",  "Mar",  "Apr",
      "Jun",       "Jul",      "Aug",      "Sep",      "Sept", "Oct",  "Nov",  "Dec"};
  return starts_with_any(text, months);
}

// "1.5 million", "9.30 am", "2.5 per cent": a quantity and not a clause.
bool starts_with_unit(std::string_view text) {
  static constexpr std::array<std::string_view, 27> units{
      "million", "billion", "thousand", "per cent", "percent", "am",  "pm",    "a.m",      "p.m",
      "noon",    "hours",   "hour",     "minutes",  "days",    "day", "weeks", "months",   "years",
      "year",    "times",   "metres",   "miles",    "km",      "kg",  "acres", "hectares", "pence"};
  return starts_with_any(text, units);
}

// "20.05.24": a date with full stops, told by the nought before its month.
bool is_dotted_date(const Number& number) {
  const std::string_view label = number.bare();
  return number.path.size() == 3 && label.find(".0") != std::string_view::npos &&
         number.path[1] >= 1 && number.path[1] <= 12 && number.path[2] >= 10;
}

// "(a) and (b) above", "3.1 to 3.4 apply": the words speak of clauses and are not numbered so.
bool starts_a_list_of_numbers(std::string_view text) {
  for (const std::string_view word : {"and ", "or ", "to ", "& "}) {
    if (!text.starts_with(word)) continue;
    const std::string_view next = text.substr(word.size());
    if (!next.empty() && (next[0] == '(' || is_digit(next[0]))) return true;
  }
  return false;
}

bool guarded(const Number& number, std::string_view rest) {
  if (number.style == NumberStyle::automatic) return false;
  if (starts_a_list_of_numbers(rest)) return true;
  if (number.style != NumberStyle::decimal) {
    // "c. 1900"
    return number.label.ends_with('.') && !rest.empty() && is_digit(rest[0]);
  }
  const bool measured = !number.label.ends_with('.') && !number.label.ends_with(')');
  if (!measured) return false;
  if (is_bare_integer(number)) {
    return rest.empty() || !is_upper(rest[0]) || starts_with_month(rest);
  }
  return starts_with_unit(rest) || is_dotted_date(number);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    if (c != ' ' && !in_word) ++words;
    in_word = c != ' ';
    if (words > 3) break;
  }
  return words;
}

// "J. Smith, Clerk": too short for a clause, and so a name.
bool is_name(std::string_view rest) {
  return rest.empty() || !is_upper(rest[0]) || count_words(rest) <= 3 ||
         (rest.size() > 1 && rest[1] == '.');
}

}  // namespace

std::string_view Number::bare() const {
  std::string_view out = label;
  while (!out.empty() && (out.front() == '(' || out.front() == '[')) out.remove_prefix(1);
  while (!out.empty() && (out.back() == ')' || out.back() == ']' || out.back() == '.')) {
    out.remove_suffix(1);
  }
  return out;
}

Number number_at_start(std::string_view text) {
  Number number = read_token(text);
  if (!number.present()) return {};
  const std::string_view after = text.substr(number.label.size());
  const bool directly = after.starts_with('(') && !number.label.ends_with('.');
  if (!after.empty() && !starts_with_space(after) && !directly) return {};
  return guarded(number, without_space(after)) ? Number{} : number;
}

Number with_other_reading(const Number& number) {
  if (!number.other_reading || number.path.empty()) return number;
  Number out = number;
  switch (number.style) {
    case NumberStyle::lower_alpha:
      out.style = NumberStyle::lower_roman;
      break;
    case NumberStyle::upper_alpha:
      out.style = NumberStyle::upper_roman;
      break;
    case NumberStyle::lower_roman:
      out.style = NumberStyle::lower_alpha;
      break;
    case NumberStyle::upper_roman:
      out.style = NumberStyle::upper_alpha;
      break;
    default:
      return number;
  }
  out.path = {*number.other_reading};
  out.other_reading = number.path[0];
  return out;
}

Number clause_number(BlockKind kind, std::string_view text) {
  Number number = number_at_start(text);
  if (!number.present() || kind == BlockKind::heading) return number;
  if (is_bare_integer(number)) return {};
  if (kind == BlockKind::paragraph && is_initial(number) &&
      is_name(without_space(text.substr(number.label.size())))) {
    return {};
  }
  return number;
}

bool opens_like_a_number(std::string_view text) {
  if (text.empty() || !is_digit(text[0])) return false;
  std::size_t length = count_while(text, [](char c) { return is_digit(c) || c == '.'; });
  if (length < text.size() && is_upper(text[length])) ++length;  // "4.3A"
  if (length < text.size() && (text[length] == '.' || text[length] == ')')) ++length;
  return length < text.size() && starts_with_space(text.substr(length));
}

bool follows(const Number& next, const Number& last) {
  if (next.path.empty() || next.path.size() != last.path.size()) return false;
  if (next.label.ends_with(')') != last.label.ends_with(')')) return false;
  std::vector<std::uint32_t> expected = last.path;
  ++expected.back();
  if (next.path == expected && next.style == last.style) return true;
  const Number other = with_other_reading(next);
  return next.other_reading && other.style == last.style && other.path == expected;
}

Number marker_number(std::string_view marker) {
  Number number = read_token(marker);
  return number.label == marker ? number : Number{};
}

}  // namespace concord::syntax
