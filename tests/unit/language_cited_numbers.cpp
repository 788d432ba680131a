#include <catch2/catch.hpp>

#include "frozen_registers.h"
#include "language/cited_numbers.h"

using namespace concord::language;

namespace {

// Whether the last number of the text is cited.
bool cited(std::string_view text) {
  const auto& lists = concord::test::word_lists();
  const CitingNouns nouns(lists);
  const Words words(text);
  for (std::size_t at = words.size(); at-- > 0;)
    if (text[words[at].range.begin] >= '0' && text[words[at].range.begin] <= '9')
      return is_cited(text, words, at, nouns, lists);
  return false;
}

}  // namespace

TEST_CASE("a number behind a noun that cites names a place") {
  CHECK(cited("rule 5"));
  CHECK(cited("standing order 5"));
  CHECK(cited("paragraph 5.3"));
  CHECK(cited("regulation 5(2)"));
  CHECK_FALSE(cited("5 days"));
  CHECK_FALSE(cited("within 5 days"));
}

TEST_CASE("numbers in a list of places are cited too") {
  CHECK(cited("rules 5 and 7"));
  CHECK(cited("paragraphs 5.3 to 5.9"));
  CHECK(cited("rules 5, 7 or 9"));
  CHECK(cited("regulations 5(2)(a) and 7(1)"));
}

TEST_CASE("a number that ends no list of places is not cited") {
  CHECK_FALSE(cited("rule 5 and 7 others"));
  CHECK_FALSE(cited("rules 5 and 7 days"));
  CHECK_FALSE(cited("under rules 5. 7 members vote"));
  CHECK_FALSE(cited("rules 5; 7 members vote"));
  CHECK_FALSE(cited("between 5 and 7"));
}
