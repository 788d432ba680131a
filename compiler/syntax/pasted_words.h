// What the words of a pasted line say of it: how it ends, whether it could be a heading, which
// number it opens with.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "syntax/number.h"

namespace concord::syntax {

inline constexpr std::string_view no_break_space = "\xC2\xA0";

// A heading is no longer than this.
inline constexpr std::size_t longest_title = 90;

// How far into a line is looked for its number and the words that speak for it.
inline constexpr std::size_t longest_opening = 120;

// How many bytes of white space the text opens with, no-break spaces counted.
std::size_t space_length(std::string_view text);

// A list or a quotation follows.
bool leads_in(std::string_view text);
bool ends_an_item(std::string_view text);
// A sentence, an item or a lead-in.
bool ends_a_clause(std::string_view text);

bool is_title(std::string_view text);
bool is_in_capitals(std::string_view text);

// A number at the head of a line, and what stands behind it in the line.
struct Opening {
  Number number;
  std::string_view rest;
};

// The number of a line, which may be in bold or emphasised. Looks into the line, which has to stay.
std::optional<Opening> opening_of(std::string_view line);

}  // namespace concord::syntax
