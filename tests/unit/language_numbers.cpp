#include <catch2/catch.hpp>

#include "frozen_registers.h"
#include "language/numbers.h"

using namespace concord::language;

namespace {

// The value at the head of the text, and how many of its words it has.
std::pair<std::uint32_t, std::size_t> read(std::string_view text) {
  const auto number = spelled_number_at(text, Words(text), concord::test::word_lists());
  return number ? std::pair(number->value, number->word_count) : std::pair(0U, std::size_t{0});
}

std::uint32_t month(std::string_view word) {
  return month_of(word, concord::test::word_lists()).value_or(0);
}

using Number = std::pair<std::uint32_t, std::size_t>;

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

TEST_CASE("months are known in English and in Welsh") {
  CHECK(month("january") == 1);
  CHECK(month("may") == 5);
  CHECK(month("sept") == 9);
  CHECK(month("mai") == 5);
  CHECK(month("tachwedd") == 11);
  CHECK(month("monday") == 0);
}
