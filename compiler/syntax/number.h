// Which number a block of a kind opens with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"

namespace concord::syntax {

// The number that a block of the kind has for its own where its text opens so. Stricter than
// number_at_start for what is not a heading: a bare integer ("5 Members must attend") is a word
// there, and a capital ("A.") numbers a paragraph only where a sentence follows.
Number clause_number(BlockKind kind, std::string_view text);

// "5", "2A", "A1": one part without a stop or bracket, as quantities and names have too.
bool is_unmarked(const Number& number);

// True where a block opens with digits that a reader could take for its number ("5 ", "4.3A ").
bool opens_like_a_number(std::string_view text);

// A label that numbers a clause only where others of its kind stand around it: "(ab)" after (aa) or
// (a), "(iia)" after (ii). Without them it is a word in brackets: "(or)", "(via)".
Number number_among_others(std::string_view text);

// The number that runs into the word behind it: "1.2Unless", "(1)Members", "2.Roles"; or none.
Number number_run_into_word(std::string_view text);

// Each way in which the label can be read, the likeliest without neighbours first: "(i)" is one or
// the ninth letter, "(aa)" the letter after (z) or one put in after (a). Never empty for a number.
std::vector<Number> readings(const Number& number);

// True where `next` comes right after `last`, both as they are read: 1.2 after 1.1, 2.3A after 2.3,
// 2.4 after 2.3A, (d) after (c).
bool is_next(const Number& next, const Number& last);

// The same in any reading of `next`, for labels that are closed alike: no "d." after "(c)".
bool follows(const Number& next, const Number& last);

// True of two decimal numbers of one depth, two parts or more, that stand in their order, with or
// without others between: 1.3 or 2.1 after 1.1.
bool comes_later(const Number& next, const Number& last);

// The number of a native list marker ("3." or "3)"); none for a year.
Number marker_number(std::string_view marker);

// 4 -> iv.
std::string as_roman(std::uint32_t value);

}  // namespace concord::syntax
