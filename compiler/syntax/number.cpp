#include "syntax/number.h"

#include <algorithm>
#include <array>
#include <string>

#include "source/characters.h"
#include "syntax/day.h"

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

using source::is_digit;
using source::is_lower;
using source::is_upper;
using source::lower;

// Longer runs of digits are years, telephone numbers and the like.
constexpr std::size_t longest_part = 3;
// "(c)" is a letter before it is a hundred: no list of clauses goes further.
constexpr std::uint32_t largest_roman = 100;

bool is_decimal(const Number& number) {
  return number.style == NumberStyle::decimal;
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

std::uint32_t letter(char c) {
  return static_cast<std::uint32_t>(lower(c) - 'a') + 1;
}

bool has_capitals(std::string_view letters) {
  return !letters.empty() && is_upper(letters[0]);
}

// Gathers how a label of letters may be read, each way once.
class LetterReadings {
 public:
  explicit LetterReadings(std::string_view letters) : letters_(letters) {}

  // What a label without neighbours is comes first: i, v and x head lists of numerals; c, d, l and
  // m stand in the middle of the alphabet.
  std::vector<Number> read() {
    const bool one_case =
        has_capitals(letters_) == has_capitals(letters_.substr(letters_.size() - 1));
    const std::uint32_t numeral = one_case ? roman_value(letters_) : 0;
    const bool single = letters_.size() == 1;
    if (numeral > 0 && numeral <= (single ? 10 : largest_roman)) add_roman(numeral);
    if (single) add_letter(letter(letters_[0]));
    if (single && numeral > 10) add_roman(numeral);
    if (letters_.size() == 2 && one_case) add_pair();
    if (letters_.size() > 1) add_inserted(letters_.substr(0, letters_.size() - 1));
    return std::move(readings_);
  }

 private:
  // After (z): (aa), (bb), …, or (aa), (ab), ….
  void add_pair() {
    const std::uint32_t first = letter(letters_[0]);
    const std::uint32_t second = letter(letters_[1]);
    if (first == second) add_letter(26 + first);
    add_letter(26 * first + second);
  }

  // "(aa)" between (a) and (b), "(iia)" between (ii) and (iii).
  void add_inserted(std::string_view base) {
    const std::uint32_t numeral = roman_value(base);
    const std::uint32_t put_in = letter(letters_.back());
    if (numeral > 0 && numeral <= largest_roman) add_roman(numeral, put_in);
    if (base.size() == 1) add_letter(letter(base[0]), put_in);
  }

  void add_roman(std::uint32_t value, std::uint32_t inserted = 0) {
    add(has_capitals(letters_) ? NumberStyle::upper_roman : NumberStyle::lower_roman, value,
        inserted);
  }
  void add_letter(std::uint32_t value, std::uint32_t inserted = 0) {
    add(has_capitals(letters_) ? NumberStyle::upper_alpha : NumberStyle::lower_alpha, value,
        inserted);
  }
  void add(NumberStyle style, std::uint32_t value, std::uint32_t inserted) {
    Number number{{}, style, {value}, inserted};
    if (std::find(readings_.begin(), readings_.end(), number) == readings_.end())
      readings_.push_back(std::move(number));
  }

  std::string_view letters_;
  std::vector<Number> readings_;
};

// One letter, one letter twice, a numeral, or either with a capital put in after it ("iA"): what
// numbers a clause whatever stands around. "(ab)" and "(iia)" need their neighbours.
bool is_plain_letters(std::string_view letters) {
  const bool doubled = letters.size() == 2 && letters[0] == letters[1];
  const bool mixed = letters.size() > 1 && is_lower(letters[0]) && is_upper(letters.back());
  const std::uint32_t numeral = roman_value(letters);
  return letters.size() == 1 || doubled || mixed || (numeral > 0 && numeral <= largest_roman);
}

// How many letters a label has at the head of the text: of one case, or small ones and a capital.
std::size_t letters_length(std::string_view text) {
  if (text.empty()) return 0;
  if (is_upper(text[0])) return count_while(text, is_upper);
  const std::size_t length = count_while(text, is_lower);
  const bool capital = length > 0 && length < text.size() && is_upper(text[length]);
  return length + (capital ? 1 : 0);
}

bool is_word_character(char c) {
  return is_digit(c) || is_lower(c) || is_upper(c);
}

// The letter put in after a decimal part: "A" in "2.3A", "AA", "ZA", "a". Returns its length, or 0.
std::size_t inserted_length(std::string_view text) {
  const std::size_t length = letters_length(text);
  const bool ends = length == text.size() || !is_word_character(text[length]);
  if (length == 0 || !ends) return 0;
  if (length == 1) return 1;
  const bool later = is_upper(text[0]) && (text[0] == text[1] || text[0] == 'Z');
  return length == 2 && later ? 2 : 0;
}

// One to three digits, with more parts after full stops ("4.5.1"), each with a letter put in after
// it or without ("2A.1"). Returns its length, or 0.
std::size_t decimal_length(std::string_view text, Number& number) {
  std::size_t at = 0;
  while (true) {
    const std::size_t digits = count_while(text.substr(at), is_digit);
    if (digits == 0 || digits > longest_part) return 0;
    number.path.push_back(
        static_cast<std::uint32_t>(std::stoul(std::string(text.substr(at, digits)))));
    at += digits;
    const std::size_t letters = inserted_length(text.substr(at));
    number.inserted = letters > 0 ? letter(text[at + letters - 1]) : 0;
    at += letters;
    const bool more = at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]);
    if (!more) return at;
    ++at;
  }
}

constexpr std::string_view section_sign = "\xC2\xA7";

// What stands before the digits of "§ 3.1", "B.1", "II.1" and "A1.1"; its length, or 0.
std::size_t head_length(std::string_view text, Number& number) {
  if (text.starts_with(section_sign)) {
    const std::string_view rest = without_space(text.substr(section_sign.size()));
    return text.size() - rest.size();
  }
  const std::size_t letters = count_while(text, is_upper);
  const std::uint32_t numeral = roman_value(text.substr(0, letters));
  const bool letter_alone = letters == 1;
  if (letters == 0 || (!letter_alone && (numeral == 0 || numeral > largest_roman))) return 0;
  if (letter_alone && letters < text.size() && is_digit(text[letters])) return letters;
  const bool stopped =
      letters + 1 < text.size() && text[letters] == '.' && is_digit(text[letters + 1]);
  if (!stopped) return 0;
  number.path.push_back(letter_alone && numeral == 0 ? letter(text[0]) : numeral);
  return letters + 1;
}

// The part of a label between its brackets or before its full stop, read; `length` is its length.
Number read_bare(std::string_view text, std::size_t& length) {
  Number number;
  if (text.empty()) return number;
  if (text[0] == '#') {
    length = 1;
    number.style = NumberStyle::automatic;
    return number;
  }
  const std::size_t head = head_length(text, number);
  if (head > 0 || is_digit(text[0])) {
    const std::size_t digits = decimal_length(text.substr(head), number);
    length = digits > 0 ? head + digits : 0;
    if (digits > 0) number.style = NumberStyle::decimal;
    return digits > 0 ? number : Number{};
  }
  length = letters_length(text);
  if (length == 0 || length > 15) return {};
  auto readings = LetterReadings(text.substr(0, length)).read();
  return readings.empty() ? Number{} : std::move(readings.front());
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

bool is_initial(const Number& number) {
  return number.label.size() == 2 && is_upper(number.label[0]) && number.label[1] == '.';
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) &&
         (text.size() == word.size() || !source::is_alnum(text[word.size()]));
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return starts_with_word(text, word); });
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

}  // namespace

bool is_unmarked(const Number& number) {
  return number.style == NumberStyle::decimal &&
         std::all_of(number.label.begin(), number.label.end(), is_word_character);
}

namespace {

bool guarded(const Number& number, std::string_view rest) {
  if (number.style == NumberStyle::automatic) return false;
  if (starts_a_list_of_numbers(rest)) return true;
  if (number.style != NumberStyle::decimal) {
    // "c. 1900"
    return number.label.ends_with('.') && !rest.empty() && is_digit(rest[0]);
  }
  const bool measured = !number.label.ends_with('.') && !number.label.ends_with(')');
  if (!measured) return false;
  if (is_unmarked(number)) {
    return rest.empty() || !is_upper(rest[0]) || month_at(rest);
  }
  // "1.5m wide", "2.3A member"
  if (number.inserted > 0 && !rest.empty() && is_lower(rest[0])) return true;
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

// "Members attend.": a second word in small letters, and a full stop.
bool is_short_sentence(std::string_view rest) {
  const std::size_t second = rest.find(' ');
  return second != std::string_view::npos && second + 1 < rest.size() &&
         is_lower(rest[second + 1]) && rest.ends_with('.');
}

// "J. Smith, Clerk": too short for a clause, and so a name.
bool is_name(std::string_view rest) {
  if (rest.empty() || !is_upper(rest[0])) return true;
  if (rest.size() > 1 && rest[1] == '.') return true;
  return count_words(rest) <= 3 && !is_short_sentence(rest);
}

}  // namespace

std::string_view Number::bare() const {
  std::string_view out = label;
  if (out.starts_with(section_sign)) out = without_space(out.substr(section_sign.size()));
  while (!out.empty() && (out.front() == '(' || out.front() == '[')) out.remove_prefix(1);
  while (!out.empty() && (out.back() == ')' || out.back() == ']' || out.back() == '.')) {
    out.remove_suffix(1);
  }
  return out;
}

namespace {

// A token with a space, another bracket or nothing behind it, unless its words speak against it.
Number spaced_number(std::string_view text) {
  Number number = read_token(text);
  if (!number.present()) return {};
  const std::string_view after = text.substr(number.label.size());
  const bool directly = after.starts_with('(') && !number.label.ends_with('.');
  if (!after.empty() && !starts_with_space(after) && !directly) return {};
  return guarded(number, without_space(after)) ? Number{} : number;
}

}  // namespace

Number number_at_start(std::string_view text) {
  Number number = spaced_number(text);
  const bool lettered = number.present() && number.style != NumberStyle::decimal &&
                        number.style != NumberStyle::automatic;
  return lettered && !is_plain_letters(number.bare()) ? Number{} : number;
}

Number number_among_others(std::string_view text) {
  Number number = spaced_number(text);
  return number.label.starts_with('(') && number.label.ends_with(')') ? number : Number{};
}

Number number_run_into_word(std::string_view text) {
  Number number = read_token(text);
  const std::string_view rest = text.substr(number.label.size());
  const bool word =
      rest.size() > 1 && is_upper(rest[0]) && (is_lower(rest[1]) || is_upper(rest[1]));
  if (!number.present() || !word || guarded(number, rest)) return {};
  if (number.label.ends_with(')'))
    return is_plain_letters(number.bare()) || is_decimal(number) ? number : Number{};
  if (!is_decimal(number) || !is_lower(rest[1]))
    return number.label.ends_with('.') && is_decimal(number) ? number : Number{};
  return number.label.find('.') != std::string::npos ? number : Number{};
}

std::vector<Number> readings(const Number& number) {
  if (!number.present() || is_decimal(number) || number.style == NumberStyle::automatic)
    return {number};
  std::vector<Number> all = LetterReadings(number.bare()).read();
  for (Number& each : all) each.label = number.label;
  return all;
}

Number clause_number(BlockKind kind, std::string_view text) {
  Number number = number_at_start(text);
  if (!number.present() || kind == BlockKind::heading) return number;
  if (is_unmarked(number)) return {};
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
  if (length == text.size()) return count_while(text, is_digit) == length && length <= longest_part;
  return starts_with_space(text.substr(length));
}

namespace {

// What stands before the last part: "2." in "2.3A", "A1." in "A1.2", "A" in "A1".
std::string_view stem(const Number& number) {
  const std::string_view bare = number.bare();
  const std::size_t last = bare.find_last_of("0123456789");
  if (!is_decimal(number) || last == std::string_view::npos) return {};
  const std::size_t before = bare.find_last_not_of("0123456789", last);
  return bare.substr(0, before == std::string_view::npos ? 0 : before + 1);
}

}  // namespace

bool is_next(const Number& next, const Number& last) {
  if (next.path.empty() || last.path.empty() || next.style != last.style) return false;
  if (stem(next) != stem(last)) return false;
  if (next.inserted > 0)
    return next.path.back() == last.path.back() && next.inserted == last.inserted + 1;
  return next.path.back() == last.path.back() + 1;
}

bool follows(const Number& next, const Number& last) {
  if (next.label.ends_with(')') != last.label.ends_with(')')) return false;
  const std::vector<Number> all = readings(next);
  return std::any_of(all.begin(), all.end(),
                     [&](const Number& reading) { return is_next(reading, last); });
}

bool comes_later(const Number& next, const Number& last) {
  return is_decimal(next) && is_decimal(last) && last.path.size() > 1 &&
         next.path.size() == last.path.size() && next.path > last.path;
}

Number marker_number(std::string_view marker) {
  Number number = read_token(marker);
  return number.label == marker ? number : Number{};
}

}  // namespace concord::syntax
