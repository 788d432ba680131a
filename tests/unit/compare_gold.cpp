// The floors that the comparison must keep on the development part of the gold standard.
#include "compare/evaluate.h"
#include "compare/learn.h"
#include "compare_text.h"

using namespace concord;

namespace {

std::string file(const std::string& path) {
  source::SourceMap sources;
  return std::string(sources.text(sources.load(test::source_path(path))));
}

compare::Gold development_pairs() {
  return compare::read_gold(file("tests/gold/units.tsv"), file("tests/gold/links.tsv"),
                            file("tests/gold/divergences.tsv"));
}

}  // namespace

TEST_CASE("links reach the floor on the development pairs") {
  const auto protocols = test::councils(test::council_ids());
  const auto gold = development_pairs();
  REQUIRE(gold.units.size() == 531);
  REQUIRE(gold.links.size() == 255);
  const auto evaluation = compare::evaluate(test::compared(protocols), protocols, gold);
  INFO(compare::to_text(evaluation));
  CHECK(evaluation.pairs.size() == 4);
  CHECK(evaluation.all.f1() >= 0.85);
  CHECK(evaluation.strengths.at("verbatim").recall() == 1);
  CHECK(evaluation.strengths.at("reworded").recall() == 1);
  CHECK(evaluation.divergence_types.at("modality").recall() >= 0.6);
}

TEST_CASE("the scorer that is compiled in is the one that the development pairs teach") {
  const auto protocols = test::councils(test::council_ids());
  const auto learned = compare::learn(protocols, &test::registers(), development_pairs());
  INFO("to renew it: concord evaluate --train > compiler/compare/match/model.def");
  CHECK(compare::to_text(learned.model) == file("compiler/compare/match/model.def"));
}

TEST_CASE("a gold standard is scored by hand-made links") {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::small_protocol(
      "ashby",
      "1.1 Members and officers must treat one another with respect and courtesy.\n\n"
      "1.2 The car park in Castle Street closes at dusk.\n"));
  protocols.push_back(test::small_protocol(
      "barton",
      "1.1 Members and officers must treat one another with respect and courtesy.\n\n"
      "1.2 Letters are answered within ten working days.\n"));
  const auto gold = compare::read_gold(
      "id\tcouncil\tlabel\tkind\ttext\n"
      "A1\tashby\t1.1\titem\tMembers and officers must treat one another with respect and "
      "courtesy.\n"
      "A2\tashby\t1.2\titem\tThe car park in Castle Street closes at dusk.\n"
      "B1\tbarton\t1.1\titem\tMembers and officers must treat one another with respect and "
      "courtesy.\n"
      "B2\tbarton\t1.2\titem\tLetters are answered within ten working days.\n",
      "a\tb\tstatus\tstrength\nA1\tB1\trequired\tverbatim\nA2\tB2\trequired\tpartial\n", "");
  const auto evaluation = compare::evaluate(test::compared(protocols), protocols, gold);
  CHECK(evaluation.all.drawn == 1);
  CHECK(evaluation.all.right == 1);
  CHECK(evaluation.all.needed == 2);
  CHECK(evaluation.all.precision() == 1);
  CHECK(evaluation.all.recall() == 0.5);
  CHECK(evaluation.missed == std::vector<std::pair<std::string, std::string>>{{"A2", "B2"}});
  CHECK(evaluation.unmatched_units == 0);
}
