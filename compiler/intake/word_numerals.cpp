#include "intake/word_numerals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "source/characters.h"
#include "syntax/leading_numbers.h"
#include "syntax/number.h"

namespace concord::intake {
namespace {

// Where counting goes on beyond this, Word writes digits as well.
constexpr std::uint32_t max_letter_value = 780;  // 26 letters, 30 times over
constexpr std::uint32_t max_roman_value = 32'767;

std::string capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return source::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string as_decimal(std::uint32_t value) {
  return std::to_string(value);
}

std::string as_two_digits(std::uint32_t value) {
  return fmt::format("{:02}", value);
}

std::string as_letters(std::uint32_t value) {
  if (value == 0) return "";
  if (value > max_letter_value) return as_decimal(value);
  return std::string((value - 1) / 26 + 1, static_cast<char>('a' + (value - 1) % 26));
}

std::string as_capital_letters(std::uint32_t value) {
  return capitals(as_letters(value));
}

std::string as_small_roman(std::uint32_t value) {
  if (value == 0) return "";
  return value > max_roman_value ? as_decimal(value) : syntax::as_roman(value);
}

std::string as_capital_roman(std::uint32_t value) {
  return capitals(as_small_roman(value));
}

std::string as_ordinal(std::uint32_t value) {
  static constexpr std::array<const char*, 4> endings{"th", "st", "nd", "rd"};
  const std::uint32_t unit = value / 10 % 10 == 1 ? 0 : value % 10;
  return as_decimal(value) + endings[unit < endings.size() ? unit : 0];
}

constexpr std::array<const char*, 20> small_cardinals{
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char*, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                           "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<const char*, 20> small_ordinals{
    "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};

std::string with_capital(std::string text) {
  text.front() = capitals(text.substr(0, 1)).front();
  return text;
}

std::string in_words(std::uint32_t value, const std::array<const char*, 20>& last) {
  if (value < last.size()) return last[value];
  std::string word = tens[value / 10];
  if (value % 10 != 0) return word + "-" + last[value % 10];
  if (&last == &small_ordinals) word.replace(word.size() - 1, 1, "ieth");
  return word;
}

// Nobody counts clauses in words beyond these.
std::string as_cardinal_text(std::uint32_t value) {
  return value < 100 ? with_capital(in_words(value, small_cardinals)) : as_decimal(value);
}

std::string as_ordinal_text(std::uint32_t value) {
  return value < 100 ? with_capital(in_words(value, small_ordinals)) : as_ordinal(value);
}

std::string as_dashed(std::uint32_t value) {
  return fmt::format("- {} -", value);
}

std::string as_hexadecimal(std::uint32_t value) {
  return fmt::format("{:X}", value);
}

std::string as_sign(std::uint32_t value) {
  static constexpr std::array<const char*, 4> signs{"*", "†", "‡", "§"};
  if (value == 0 || value > max_letter_value) return "";
  std::string text;
  for (std::uint32_t i = 0; i <= (value - 1) / 4; ++i) text += signs[(value - 1) % 4];
  return text;
}

std::string nothing(std::uint32_t) {
  return "";
}

struct Format {
  std::string_view name;
  std::string (*write)(std::uint32_t);
};

constexpr std::array<Format, 16> formats{{
    {"decimal", as_decimal},
    {"decimalZero", as_two_digits},
    {"lowerLetter", as_letters},
    {"upperLetter", as_capital_letters},
    {"lowerRoman", as_small_roman},
    {"upperRoman", as_capital_roman},
    {"ordinal", as_ordinal},
    {"cardinalText", as_cardinal_text},
    {"ordinalText", as_ordinal_text},
    {"numberInDash", as_dashed},
    {"hex", as_hexadecimal},
    {"chicago", as_sign},
    {"none", nothing},
    {"bullet", nothing},
    // What sets these off is how wide they are, or the brackets of their one character.
    {"decimalFullWidth", as_decimal},
    {"decimalHalfWidth", as_decimal},
}};

}  // namespace

std::optional<std::string> word_numeral(std::uint32_t value, std::string_view format) {
  const auto* found = std::find_if(formats.begin(), formats.end(),
                                   [&](const Format& one) { return one.name == format; });
  if (found == formats.end()) return std::nullopt;
  return found->write(value);
}

std::optional<std::string> custom_numeral(std::uint32_t value, std::string_view examples) {
  const std::string_view first = examples.substr(0, examples.find(','));
  const bool padded = !first.empty() && first.back() == '1' &&
                      std::all_of(first.begin(), first.end() - 1, [](char c) { return c == '0'; });
  if (!padded) return std::nullopt;
  return fmt::format("{:0{}}", value, first.size());
}

}  // namespace concord::intake
