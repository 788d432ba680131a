#include <catch2/catch.hpp>

#include "frozen_registers.h"
#include "passes/citation.h"
#include "passes/documents.h"
#include "passes/ranges.h"

using namespace concord::passes;
using Strings = std::vector<std::string>;

namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary made(concord::test::frozen_registers());
  return made;
}

}  // namespace

TEST_CASE("a set of ranges knows what is taken") {
  Ranges ranges;
  ranges.add({10, 20});
  ranges.add({30, 40});
  CHECK(ranges.overlaps({19, 21}));
  CHECK(ranges.overlaps({5, 50}));
  CHECK_FALSE(ranges.overlaps({20, 30}));
  CHECK_FALSE(ranges.overlaps({0, 10}));
  ranges.add({15, 35});
  CHECK(ranges.overlaps({24, 26}));
  CHECK_FALSE(ranges.overlaps({40, 50}));
}

TEST_CASE("citations are read whole") {
  const auto citation =
      citation_at("sub-paragraphs 2.1(a), (b) and (d) above", 0, vocabulary(), {});
  REQUIRE(citation);
  CHECK(citation->noun == "sub-paragraph");
  CHECK(citation->plural);
  REQUIRE(citation->numbers.size() == 3);
  CHECK(citation->numbers[2].parts == Strings{"2", "1", "d"});
  CHECK(citation->direction == Direction::above);

  CHECK_FALSE(citation_at("paragraphed 3", 0, vocabulary(), {}));
  CHECK_FALSE(citation_at("paragraph the 3", 0, vocabulary(), {}));
  CHECK_FALSE(citation_at("s114", 0, vocabulary(), {}));
  REQUIRE(citation_at("s114", 0, vocabulary(), {.statutory = true}));
  CHECK(citation_at("ss 5 and 5A", 0, vocabulary(), {.statutory = true})->numbers[1].parts ==
        Strings{"5a"});
  CHECK(citation_at("Part IV", 0, vocabulary(), {})->numbers[0].parts == Strings{"iv"});
  CHECK(citation_at("Part Four", 0, vocabulary(), {})->numbers[0].parts == Strings{"4"});
}

TEST_CASE("property: no text of citation words makes the readers stumble") {
  const Strings bits = {
      "paragraph ",      "section", "3.1", "(e)",   " and ", " to ", "–",    "of the ", "s",
      "Code of Conduct", "(",       ")",   "above", "Part ", "IV",   "\xC3", "“",       " "};
  std::uint32_t seed = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i) {
      seed = seed * 1664525U + 1013904223U;
      text += bits[(seed >> 16U) % bits.size()];
    }
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if (const auto citation = citation_at(text, at, vocabulary(), {.statutory = true})) {
        REQUIRE(citation->end <= text.size());
        REQUIRE(citation->range.begin < citation->range.end);
        REQUIRE(citation->range.end <= citation->end);
      }
    }
    for (const Range name : document_names(text, Words(text), concord::test::word_lists())) {
      REQUIRE(name.begin < name.end);
      REQUIRE(name.end <= text.size());
    }
    for (const Range sentence : sentences_of(text, concord::test::word_lists()))
      REQUIRE(sentence.end <= text.size());
  }
}
