// Letters or roman numerals?
//
// "(i)" after "(h)" is a letter; "(i)" before "(ii)" is a numeral; alone it is the numeral one,
// since no list begins with its ninth item. So a list is read as a whole, once as letters and once
// as numerals, and the reading in which more labels follow their neighbour wins. Looking at each
// label alone, the tempting alternative, gets "(h) (i) (j)" right only by luck. A list that is
// neither throughout ("(h) (i) (ii)") is read label by label, each after its neighbours.

#include "graph/numbers.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace concord::graph {
namespace {

using syntax::Number;
using syntax::NumberStyle;

bool is_lettered(const Number& number) {
  return number.present() && !is_decimal(number) && number.style != NumberStyle::automatic;
}

std::uint32_t value(const Number& number) {
  return number.path.empty() ? 0 : number.path.back();
}

// The number read as a numeral or as a letter, where it can be.
std::optional<Number> read_as(const Number& number, bool roman) {
  if (is_roman(number) == roman) return number;
  if (number.other_reading) return syntax::with_other_reading(number);
  return std::nullopt;
}

bool follows(const Number& last, const Number& next) {
  return last.style == next.style && value(next) == value(last) + 1;
}

struct Reading {
  std::vector<Number> numbers;
  std::size_t in_step = 0;
};

// All labels in one reading, or nothing where one of them has no such reading.
std::optional<Reading> read_all(std::span<Number* const> labels, const Number* before, bool roman) {
  Reading reading;
  for (const Number* label : labels) {
    const auto number = read_as(*label, roman);
    if (!number) return std::nullopt;
    const bool in_step = !reading.numbers.empty() ? follows(reading.numbers.back(), *number)
                         : before != nullptr      ? follows(*before, *number)
                                                  : value(*number) == 1;
    if (in_step) ++reading.in_step;
    reading.numbers.push_back(*number);
  }
  return reading;
}

void take_over(std::span<Number* const> labels, Reading reading) {
  for (std::size_t i = 0; i < labels.size(); ++i) *labels[i] = std::move(reading.numbers[i]);
}

// Label by label, each by its neighbours: the last resort for a list of both kinds.
std::vector<std::size_t> settle_one_by_one(std::span<Number* const> labels, const Number* before) {
  std::vector<std::size_t> doubtful;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!labels[i]->other_reading) continue;
    const Number* last = i > 0 ? labels[i - 1] : before;
    const Number* next = i + 1 < labels.size() ? labels[i + 1] : nullptr;
    const Number other = syntax::with_other_reading(*labels[i]);
    const auto fits = [&](const Number& number) {
      return std::pair(last != nullptr && follows(*last, number),
                       next != nullptr && follows(number, *next));
    };
    const auto [as_is_last, as_is_next] = fits(*labels[i]);
    const auto [other_last, other_next] = fits(other);
    if ((as_is_last || as_is_next) == (other_last || other_next)) doubtful.push_back(i);
    if (other_last || (other_next && !as_is_last)) *labels[i] = other;
  }
  return doubtful;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view full_number) {
  std::vector<std::string> parts;
  std::string part;
  const auto close = [&] {
    if (!part.empty()) parts.push_back(std::exchange(part, {}));
  };
  for (const char c : full_number) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      part.push_back(static_cast<char>(std::tolower(byte)));
    } else {
      close();
    }
  }
  close();
  while (parts.size() > 1 && parts.back() == "0") parts.pop_back();
  return parts;
}

std::vector<std::uint32_t> decimal_path(const Number& number) {
  auto path = number.path;
  while (path.size() > 1 && path.back() == 0) path.pop_back();
  return path;
}

bool lies_below(std::span<const std::uint32_t> path, std::span<const std::uint32_t> prefix) {
  return path.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

bool is_decimal(const Number& number) {
  return number.style == NumberStyle::decimal;
}

bool is_roman(const Number& number) {
  return number.style == NumberStyle::lower_roman || number.style == NumberStyle::upper_roman;
}

bool continues(const Number& last, const Number& number) {
  if (!last.present() || !number.present()) return false;
  if (follows(last, number)) return true;
  return number.other_reading && follows(last, syntax::with_other_reading(number));
}

std::vector<std::size_t> settle_letters(std::span<Number*> labels, const Number* before) {
  std::vector<Number*> lettered;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!is_lettered(*labels[i])) continue;
    lettered.push_back(labels[i]);
    places.push_back(i);
  }
  if (std::ranges::none_of(lettered, [](const Number* n) { return n->other_reading.has_value(); }))
    return {};

  auto letters = read_all(lettered, before, false);
  auto numerals = read_all(lettered, before, true);
  if (!letters && !numerals) {
    auto doubtful = settle_one_by_one(lettered, before);
    for (auto& index : doubtful) index = places[index];
    return doubtful;
  }
  const std::size_t letter_steps = letters ? letters->in_step : 0;
  const std::size_t numeral_steps = numerals ? numerals->in_step : 0;
  const bool undecided = letters && numerals && letter_steps == numeral_steps;
  const bool roman = !letters || (numerals && numeral_steps > letter_steps);
  take_over(lettered, std::move(roman ? *numerals : *letters));
  return undecided ? places : std::vector<std::size_t>{};
}

std::string as_letter(std::uint32_t value) {
  std::string letters;
  for (; value > 0; value = (value - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('a' + (value - 1) % 26));
  return letters;
}

}  // namespace concord::graph
