#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "compare/match/corpus.h"
#include "compare_text.h"

using namespace concord;

// Every text meets every word at about the same moment as the others do.
TEST_CASE("threads that meet a word at once give it one number") {
  std::string shared;
  for (int i = 0; i < 3000; ++i) shared += fmt::format("word{} ", i);
  std::vector<std::string> texts;
  for (int i = 0; i < 16; ++i) texts.push_back(fmt::format("{}end{}", shared, i));
  std::vector<compare::ClauseText> clauses;
  for (const std::string& text : texts) {
    clauses.push_back({.ref = {0, graph::ClauseId{0}}, .text = text});
  }
  const std::vector protocols = {test::small_protocol("one", "1.1 Members must listen.\n")};
  const compare::Lexicon lexicon(&test::registers(), protocols);
  for (int round = 0; round < 5; ++round) {
    const compare::Corpus corpus =
        compare::build_corpus(clauses, {}, lexicon, compare::shipped_background());
    REQUIRE(corpus.forms.size() == 3000 + texts.size());
    for (const compare::Wording& wording : corpus.wordings) {
      REQUIRE(std::equal(wording.forms.begin(), wording.forms.end() - 1,
                         corpus.wordings.front().forms.begin()));
    }
  }
}
