#include <catch2/catch.hpp>

#include "graph/keys.h"
#include "graph/numbers.h"
#include "syntax/number.h"

using namespace concord;
using Parts = std::vector<std::string>;

TEST_CASE("two spellings of one number have the same parts") {
  CHECK(graph::parts_of("3.1(e)") == Parts{"3", "1", "e"});
  CHECK(graph::parts_of("3.1 (E)") == Parts{"3", "1", "e"});
  CHECK(graph::parts_of("4.5.1.") == Parts{"4", "5", "1"});
  CHECK(graph::parts_of("1.0") == Parts{"1"});
  CHECK(graph::parts_of("10") == Parts{"10"});
  CHECK(graph::parts_of("0") == Parts{"0"});
  CHECK(graph::parts_of("").empty());
}

TEST_CASE("letters and roman numerals are written as councils write them") {
  CHECK(graph::as_letter(1) == "a");
  CHECK(graph::as_letter(26) == "z");
  CHECK(graph::as_letter(27) == "aa");
  CHECK(syntax::as_roman(4) == "iv");
  CHECK(syntax::as_roman(9) == "ix");
  CHECK(syntax::as_roman(48) == "xlviii");
}

TEST_CASE("a slug keeps words and drops signs") {
  CHECK(graph::slug("The relationship: general") == "the-relationship-general");
  CHECK(graph::slug("Members’ access") == "members-access");
  CHECK(graph::slug("Officer/Member") == "officer-member");
  CHECK(graph::slug("Tŷ Gŵyl, Ynys Môn") == "ty-gwyl-ynys-mon");
  CHECK(graph::slug("…").empty());
  const std::string cut = graph::slug(
      "A very long heading that goes on and on until nobody wants to read any more of it");
  CHECK(cut == "a-very-long-heading-that-goes-on-and-on-until-nobody-wants");
}

TEST_CASE("every Latin letter with a mark has its plain letter") {
  CHECK(graph::slug("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ") == "aaaaaaceeeeiiiinoooooouuuuy");
  CHECK(graph::slug("ŁłŃńŒœŔřŚŠŤťŨŪŮŰŲŴŶŸŹŻŽſ") == "llnnoorrssttuuuuuwyyzzzs");
  CHECK(graph::slug("ẀẁẂẃẄẅỲỳ") == "wwwwwwyy");
}

TEST_CASE("a number's slug joins its parts by dots") {
  CHECK(graph::number_slug("3.1(e)") == "3.1.e");
  CHECK(graph::number_slug("5.4(i)(A)") == "5.4.i.A");
  CHECK(graph::number_slug("2.3A") == "2.3A");
  CHECK(graph::number_slug("1.0") == "1.0");
}

TEST_CASE("identifiers are what an address can carry") {
  CHECK(graph::valid_id("5.4.ii"));
  CHECK(graph::valid_id("a_b-c"));
  CHECK_FALSE(graph::valid_id(""));
  CHECK_FALSE(graph::valid_id("-a"));
  CHECK_FALSE(graph::valid_id("a b"));
  CHECK_FALSE(graph::valid_id("../a"));
  CHECK_FALSE(graph::valid_id("é"));
}

TEST_CASE("a name is handed out once") {
  graph::Names names;
  CHECK(names.take("a") == "a");
  CHECK(names.take("a-2") == "a-2");
  CHECK(names.take("a") == "a-3");
  CHECK(names.take("a") == "a-4");
}
