// Which number a block of a kind opens with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "syntax/document.h"

namespace concord::syntax {

// The number that a block of the kind has for its own where its text opens so. Stricter than
// number_at_start for what is not a heading: a bare integer ("5 Members must attend") is a word
// there, and a capital ("A.") numbers a paragraph only where a sentence follows.
Number clause_number(BlockKind kind, std::string_view text);

// True where a block opens with digits that a reader could take for its number ("5 ", "4.3A ").
bool opens_like_a_number(std::string_view text);

// True where `next` is the number after `last`, written in the same way: 1.2 after 1.1, (d) after
// (c).
bool follows(const Number& next, const Number& last);

// The number of a native list marker ("3." or "3)"); none for a year.
Number marker_number(std::string_view marker);

// 4 -> iv.
std::string as_roman(std::uint32_t value);

}  // namespace concord::syntax
