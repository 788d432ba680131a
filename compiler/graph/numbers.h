// How printed numbers combine, continue and are told apart.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"

namespace concord::graph {

// The parts of a full number, lower case: "3.1(e)" -> 3 1 e. Two spellings of one number have equal
// parts: brackets, spaces and full stops do not count, and "1.0" is 1. Empty for no number.
std::vector<std::string> parts_of(std::string_view full_number);

// True where the parts begin with all of `prefix` and go on.
bool lies_below(std::span<const std::string> parts, std::span<const std::string> prefix);

// "5", "2A", "1.0": one part, so that the number says nothing of what it stands below.
bool is_whole(const syntax::Number& number);

bool is_decimal(const syntax::Number& number);
bool is_roman(const syntax::Number& number);

// True where `number` is the one after `last` in the same style, read either way if it can be.
bool continues(const syntax::Number& last, const syntax::Number& number);

// Settles which of the labels of one list are letters and which are roman numerals: the reading in
// which more of them follow one another, counted on from `before` where the list goes on from an
// earlier one. Returns the indices of labels that could be either.
std::vector<std::size_t> settle_letters(std::span<syntax::Number*> labels,
                                        const syntax::Number* before);

// 1 -> a, 27 -> aa.
std::string as_letter(std::uint32_t value);

// A label as "§ 2.3A." is put together: views of the number's own label.
struct Label {
  std::string_view before;    // what opens it: "(", "§ "
  std::string_view stem;      // "2."
  std::string_view value;     // "3"
  std::string_view inserted;  // "A"
  std::string_view after;     // ".", ")", ".0"
};
Label take_apart(const syntax::Number& number);

// The number's own value among those beside it: 3 of "2.3A", 2 of "2.0".
std::uint32_t place_in_series(const syntax::Number& number);

// 3 as the style writes it: "3", "c", "III". Digits for a style that counts nothing.
std::string spelt(std::uint32_t value, syntax::NumberStyle style);

// The label that another number of the same series has: "(c)" for 3 beside "(a)", "2.4." beside
// "2.3A.".
std::string label_beside(const syntax::Number& number, std::uint32_t value);

}  // namespace concord::graph
