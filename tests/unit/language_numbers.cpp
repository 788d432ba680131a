#include <catch2/catch.hpp>

#include "frozen_registers.h"
#include "language/numbers.h"

using namespace concord::language;

namespace {

// The value at the head of the text, and how many of its words it has.
std::pair<std::uint64_t, std::size_t> read(std::string_view text) {
  const auto number =
      spelled_number_at(text, Words(text), concord::test::registers_with_larger_numbers().lists);
  return number ? std::pair(number->value, number->word_count)
                : std::pair(std::uint64_t{0}, std::size_t{0});
}

using Number = std::pair<std::uint64_t, std::size_t>;

}  // namespace

TEST_CASE("numbers in words are read whole") {
  CHECK(read("five days") == Number{5, 1});
  CHECK(read("Twenty-eight days") == Number{28, 2});
  CHECK(read("twenty eight") == Number{28, 2});
  CHECK(read("twenty, eight") == Number{20, 1});
  CHECK(read("twenty ten") == Number{20, 1});
  CHECK(read("nineteen eighty") == Number{19, 1});
  CHECK(read("ninety-nine") == Number{99, 2});
}

TEST_CASE("hundreds, thousands and millions multiply what stands before them") {
  CHECK(read("two hundred and fifty members") == Number{250, 4});
  CHECK(read("one thousand two hundred and five") == Number{1205, 6});
  CHECK(read("eleven thousand staff") == Number{11000, 2});
  CHECK(read("three million") == Number{3'000'000, 2});
  CHECK(read("hundred") == Number{100, 1});
  CHECK(read("two hundred and other members") == Number{200, 2});
  CHECK(read("one hundred (100) days") == Number{100, 3});
}

TEST_CASE("a number said twice is one number") {
  CHECK(read("five (5) days") == Number{5, 2});
  CHECK(read("twenty-eight (28) days") == Number{28, 3});
  CHECK(read("five (6) days") == Number{5, 1});
  CHECK(read("five 5") == Number{5, 1});
}

TEST_CASE("ordinals, digits and other words are no numbers in words") {
  CHECK(read("first") == Number{0, 0});
  CHECK(read("fifth") == Number{0, 0});
  CHECK(read("5th") == Number{0, 0});
  CHECK(read("28") == Number{0, 0});
  CHECK(read("") == Number{0, 0});
}

TEST_CASE("commas that part thousands are no part of a number") {
  CHECK(plain_figures("1,000") == "1000");
  CHECK(plain_figures("12,500,000") == "12500000");
  CHECK(plain_figures("250") == "250");
  CHECK(plain_figures("1,2") == "1,2");
  CHECK(plain_figures("5.3") == "5.3");
  CHECK(plain_figures("1000,000") == "1000,000");
  CHECK(plain_figures("") == "");
}
