// Letters or roman numerals?
//
// "(i)" after "(h)" is a letter; "(i)" before "(ii)" is a numeral; alone it is the numeral one,
// since no list begins with its ninth item. "(aa)" follows (z), stands between (a) and (b), or
// heads (aa) (bb) (cc). So a list is read as a whole: of all ways to read its labels, the one in
// which the most labels follow their neighbour, found by dynamic programming over the readings of
// each (A. J. Viterbi, 1967). Looking at each label alone, the tempting alternative, gets "(h) (i)
// (j)" right only by luck. A label that would be a letter and a numeral equally well is in doubt.

#include "graph/numbers.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "source/characters.h"
#include "source/letter_case.h"
#include "syntax/number.h"

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

// What a reading is worth beside its neighbour. That the labels are of one kind weighs less than
// one step from a number to the next.
constexpr std::size_t step_score = 1000000;

std::size_t score(const Number* last, const Number& next) {
  if (last == nullptr) return value(next) == 1 && next.inserted == 0 ? step_score : 0;
  if (syntax::is_next(next, *last)) return step_score;
  return last->style == next.style ? 1 : 0;
}

// One way to read a label, and the best score of the labels up to it and from it on.
struct Reading {
  Number number;
  std::size_t before = 0;
  std::size_t after = 0;

  std::size_t whole() const { return before + after; }
};
using Readings = std::vector<Reading>;

Readings readings_of(const Number& label) {
  Readings all;
  for (Number& number : syntax::readings(label)) all.push_back({std::move(number)});
  return all;
}

void score_before(std::vector<Readings>& labels, const Number* before) {
  const Readings* last = nullptr;
  for (Readings& readings : labels) {
    for (Reading& reading : readings) {
      if (last == nullptr) reading.before = score(before, reading.number);
      for (std::size_t i = 0; last != nullptr && i < last->size(); ++i) {
        const Reading& each = (*last)[i];
        reading.before =
            std::max(reading.before, each.before + score(&each.number, reading.number));
      }
    }
    last = &readings;
  }
}

void score_after(std::vector<Readings>& labels) {
  for (std::size_t i = labels.size(); i-- > 1;) {
    for (Reading& reading : labels[i - 1]) {
      for (const Reading& next : labels[i])
        reading.after = std::max(reading.after, next.after + score(&reading.number, next.number));
    }
  }
}

// The best reading of a label after `last`, the likelier first where two are equal.
const Reading& best(const Readings& readings, const Number* last) {
  const auto worth = [&](const Reading& each) { return each.after + score(last, each.number); };
  return *std::ranges::max_element(readings, {}, worth);
}

// True where a label beside this one is the next or the one before.
bool is_in_step(const std::vector<Readings>& labels, std::size_t place, const Number& number) {
  const bool after_last =
      place > 0 && std::ranges::any_of(labels[place - 1], [&](const Reading& last) {
        return syntax::is_next(number, last.number);
      });
  return after_last || (place + 1 < labels.size() &&
                        std::ranges::any_of(labels[place + 1], [&](const Reading& next) {
                          return syntax::is_next(next.number, number);
                        }));
}

// True where the label would do as well in the other kind of letters.
bool is_doubtful(const std::vector<Readings>& labels, std::size_t place, const Reading& chosen) {
  if (chosen.number.bare().size() != 1) return false;
  return std::ranges::any_of(labels[place], [&](const Reading& other) {
    if (is_roman(other.number) == is_roman(chosen.number)) return false;
    if (other.whole() / step_score < chosen.whole() / step_score) return false;
    return other.whole() >= chosen.whole() || is_in_step(labels, place, other.number);
  });
}

std::size_t count_back(std::string_view text, bool (*is)(char)) {
  std::size_t length = 0;
  while (length < text.size() && is(text[text.size() - 1 - length])) ++length;
  return length;
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

bool lies_below(std::span<const std::string> parts, std::span<const std::string> prefix) {
  return parts.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), parts.begin());
}

bool is_whole(const Number& number) {
  return is_decimal(number) && parts_of(number.bare()).size() == 1;
}

bool is_decimal(const Number& number) {
  return number.style == NumberStyle::decimal;
}

bool is_roman(const Number& number) {
  return number.style == NumberStyle::lower_roman || number.style == NumberStyle::upper_roman;
}

bool continues(const Number& last, const Number& number) {
  const auto all = syntax::readings(number);
  return last.present() && number.present() && std::ranges::any_of(all, [&](const Number& reading) {
           return syntax::is_next(reading, last);
         });
}

std::vector<std::size_t> settle_letters(std::span<Number*> labels, const Number* before) {
  std::vector<std::size_t> places;
  std::vector<Readings> lettered;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!is_lettered(*labels[i])) continue;
    places.push_back(i);
    lettered.push_back(readings_of(*labels[i]));
  }
  score_before(lettered, before);
  score_after(lettered);
  std::vector<std::size_t> doubtful;
  const Number* last = before;
  for (std::size_t i = 0; i < lettered.size(); ++i) {
    const Reading& chosen = best(lettered[i], last);
    if (is_doubtful(lettered, i, chosen)) doubtful.push_back(places[i]);
    *labels[places[i]] = chosen.number;
    last = labels[places[i]];
  }
  return doubtful;
}

std::string as_letter(std::uint32_t value) {
  std::string letters;
  for (; value > 0; value = (value - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('a' + (value - 1) % 26));
  return letters;
}

Label take_apart(const Number& number) {
  const std::string_view label = number.label;
  std::string_view bare = number.bare();
  Label parts;
  parts.before = label.substr(0, static_cast<std::size_t>(bare.data() - label.data()));
  if (is_decimal(number)) {
    while (number.path.size() > 1 && bare.ends_with(".0")) bare.remove_suffix(2);
    const std::size_t letters = number.inserted > 0 ? count_back(bare, source::is_alpha) : 0;
    const std::string_view counted = bare.substr(0, bare.size() - letters);
    const std::size_t digits = count_back(counted, source::is_digit);
    parts.stem = counted.substr(0, counted.size() - digits);
    parts.value = counted.substr(counted.size() - digits);
    parts.inserted = bare.substr(counted.size());
  } else {
    const std::size_t letters = number.inserted > 0 ? 1 : 0;
    parts.value = bare.substr(0, bare.size() - letters);
    parts.inserted = bare.substr(bare.size() - letters);
  }
  parts.after = label.substr(parts.before.size() + bare.size());
  return parts;
}

std::uint32_t place_in_series(const Number& number) {
  const auto last = std::ranges::find_if(number.path.rbegin(), number.path.rend(),
                                         [](std::uint32_t part) { return part != 0; });
  return last == number.path.rend() ? 0 : *last;
}

std::string spelt(std::uint32_t value, NumberStyle style) {
  switch (style) {
    case NumberStyle::lower_alpha:
      return as_letter(value);
    case NumberStyle::upper_alpha:
      return source::in_capitals(as_letter(value));
    case NumberStyle::lower_roman:
      return syntax::as_roman(value);
    case NumberStyle::upper_roman:
      return source::in_capitals(syntax::as_roman(value));
    default:
      return std::to_string(value);
  }
}

std::string label_beside(const Number& number, std::uint32_t value) {
  const Label parts = take_apart(number);
  std::string label(parts.before);
  label += parts.stem;
  label += spelt(value, number.style);
  label += parts.after;
  return label;
}

}  // namespace concord::graph
