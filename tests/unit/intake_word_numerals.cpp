#include <catch2/catch.hpp>

#include "intake/word_numerals.h"

using concord::intake::custom_numeral;
using concord::intake::word_numeral;

TEST_CASE("a list's number is written in each format of Word's") {
  CHECK(word_numeral(3, "decimal") == "3");
  CHECK(word_numeral(3, "decimalZero") == "03");
  CHECK(word_numeral(12, "decimalZero") == "12");
  CHECK(word_numeral(4, "lowerRoman") == "iv");
  CHECK(word_numeral(9, "upperRoman") == "IX");
  CHECK(word_numeral(2, "lowerLetter") == "b");
  CHECK(word_numeral(2, "upperLetter") == "B");
  CHECK(word_numeral(2, "numberInDash") == "- 2 -");
  CHECK(word_numeral(2, "chicago") == "†");
}

TEST_CASE("letters go on after z as Word's do, doubled") {
  CHECK(word_numeral(26, "lowerLetter") == "z");
  CHECK(word_numeral(27, "lowerLetter") == "aa");
  CHECK(word_numeral(28, "upperLetter") == "BB");
  CHECK(word_numeral(53, "lowerLetter") == "aaa");
}

TEST_CASE("ordinals and numbers in words are English") {
  CHECK(word_numeral(1, "ordinal") == "1st");
  CHECK(word_numeral(12, "ordinal") == "12th");
  CHECK(word_numeral(23, "ordinal") == "23rd");
  CHECK(word_numeral(111, "ordinal") == "111th");
  CHECK(word_numeral(21, "cardinalText") == "Twenty-one");
  CHECK(word_numeral(20, "ordinalText") == "Twentieth");
  CHECK(word_numeral(32, "ordinalText") == "Thirty-second");
}

TEST_CASE("what no format can write is empty, and what is not known is nothing") {
  CHECK(word_numeral(0, "lowerLetter") == "");
  CHECK(word_numeral(0, "upperRoman") == "");
  CHECK(word_numeral(5, "none") == "");
  CHECK_FALSE(word_numeral(5, "thaiCounting").has_value());
  CHECK(word_numeral(4'000'000'000u, "lowerLetter") == "4000000000");
}

TEST_CASE("a custom format pads with zeros, by its first example") {
  CHECK(custom_numeral(7, "001, 002, 003, ...") == "007");
  CHECK(custom_numeral(1234, "001, 002") == "1234");
  CHECK_FALSE(custom_numeral(1, "α, β").has_value());
}
