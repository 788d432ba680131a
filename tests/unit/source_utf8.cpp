#include <catch2/catch.hpp>
#include <string>

#include "source/utf8.h"

using namespace concord::source;

TEST_CASE("ASCII ends at the first byte of any other character") {
  CHECK(ascii_length("") == 0);
  CHECK(ascii_length("ŵ") == 0);
  for (std::size_t length = 1; length < 20; ++length) {
    const std::string plain(length, '~');
    CHECK(ascii_length(plain) == length);
    CHECK(ascii_length(plain + "ŵ and more of it") == length);
    CHECK(ascii_length(plain + "\x80") == length);
  }
}

TEST_CASE("text is well formed as far as its characters are whole") {
  CHECK(well_formed_length("") == 0);
  CHECK(well_formed_length("a council’s clerk, Tŷ’r Cyngor") == 35);
  CHECK(well_formed_length("clerk\xC3") == 5);              // cut short
  CHECK(well_formed_length("clerk\x80ŵ") == 5);             // begins no character
  CHECK(well_formed_length("the clerk\xED\xA0\x80") == 9);  // half of a pair
  CHECK(well_formed_length("ŵ\xC0\xAF") == 2);              // longer than needed
}
