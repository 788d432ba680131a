// The floors that the comparison must keep on the development part of the gold standard: the
// figures of the README. Where the comparison becomes better, raise both.
#include "compare/evaluate.h"
#include "compare_text.h"
#include "train/train.h"

using namespace concord;

namespace {

std::string file(const std::string& path) {
  source::SourceMap sources;
  return std::string(sources.text(sources.load(test::source_path(path))));
}

compare::Gold development_pairs() {
  return training::read_gold(test::source_path("tests/gold"));
}

// What rounds to the figure, or more.
double at_least(double figure) {
  return figure - 0.005;
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
  CHECK(evaluation.all.precision() >= at_least(0.95));
  CHECK(evaluation.all.recall() >= at_least(0.82));
  CHECK(evaluation.all.f1() >= at_least(0.88));
  CHECK(evaluation.strengths.at("verbatim").recall() == 1);
  CHECK(evaluation.strengths.at("reworded").recall() == 1);
  CHECK(evaluation.strengths.at("partial").found >= 111);
  CHECK(evaluation.strengths.at("partial").required == 149);
}

TEST_CASE("differences reach the floor on the development pairs, type by type") {
  struct Floor {
    const char* type;
    double precision;
    double recall;
  };
  const auto protocols = test::councils(test::council_ids());
  const auto evaluation =
      compare::evaluate(test::compared(protocols), protocols, development_pairs());
  INFO(compare::to_text(evaluation));
  for (const Floor& floor :
       {Floor{"threshold", 0.88, 0.86}, Floor{"modality", 0.74, 0.82},
        Floor{"condition", 0.60, 0.45}, Floor{"scope", 0.51, 0.70}, Floor{"actor", 0.50, 0.44}}) {
    CAPTURE(floor.type);
    const compare::Score& score = evaluation.divergence_types.at(floor.type);
    CHECK(score.precision() >= at_least(floor.precision));
    CHECK(score.recall() >= at_least(floor.recall));
  }
}

TEST_CASE("the scorer that is compiled in is the one that the development pairs teach") {
  const auto protocols = test::councils(test::council_ids());
  const auto pairs = training::judge(protocols, test::registers(), development_pairs());
  INFO("to renew it: build/release/tests/train/train > compiler/compare/match/model.def");
  CHECK(training::to_text(training::train(pairs).model) ==
        file("compiler/compare/match/model.def"));
}

TEST_CASE("pairs left out of the training are evaluated, and teach nothing") {
  const auto gold = development_pairs();
  const auto all = training::judge(test::councils(test::council_ids()), test::registers(), gold);
  const auto without_york = training::judge(
      test::councils({"leeds", "north-herts", "pitstone", "ware"}), test::registers(), gold);
  REQUIRE(all.size() == 4);
  std::vector<training::JudgedPair> with_york;
  for (const auto& pair : all) {
    if (pair.councils.contains("york")) with_york.push_back(pair);
  }
  CHECK(with_york.size() + without_york.size() == all.size());
  for (const auto& pair : without_york) CHECK_FALSE(pair.councils.contains("york"));
  const auto trained = training::train(without_york, with_york);
  for (const auto& pair : with_york) {
    const auto line = trained.report.rfind("left out of the training");
    REQUIRE(line != std::string::npos);
    CHECK(trained.report.find(pair.name, line) != std::string::npos);
    CHECK(trained.report.find(pair.name) > line);
  }
  CHECK(trained.report.find("left out of the training") ==
        trained.report.rfind("left out of the training"));
  CHECK(training::train(without_york).report.find("left out") == std::string::npos);
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
  CHECK(evaluation.all.predicted == 1);
  CHECK(evaluation.all.correct == 1);
  CHECK(evaluation.all.required == 2);
  CHECK(evaluation.all.precision() == 1);
  CHECK(evaluation.all.recall() == 0.5);
  CHECK(evaluation.missed == std::vector<std::pair<std::string, std::string>>{{"A2", "B2"}});
  CHECK(evaluation.unmatched_units == 0);
}
