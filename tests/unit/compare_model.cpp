#include <catch2/catch.hpp>

#include "compare/model.h"

using namespace concord::compare;

namespace {

Example example(double coverage, double direction, bool linked) {
  Example made;
  made.signs[static_cast<std::size_t>(Sign::weaker_coverage)] = static_cast<float>(coverage);
  made.signs[static_cast<std::size_t>(Sign::direction)] = static_cast<float>(direction);
  made.linked = linked;
  return made;
}

// A link is a pair well covered whose directions agree: neither sign alone tells.
std::vector<Example> examples() {
  std::vector<Example> made;
  for (int i = 0; i < 100; ++i) {
    const double coverage = i / 100.0;
    for (const double direction : {-1.0, 1.0}) {
      made.push_back(example(coverage, direction, coverage > 0.5 && direction > 0));
    }
  }
  return made;
}

}  // namespace

TEST_CASE("trees learn signs that tell only together") {
  const Model model = train(examples(), {});
  CHECK(model.score(example(0.9, 1, true).signs) > 0.9);
  CHECK(model.score(example(0.9, -1, false).signs) < 0.1);
  CHECK(model.score(example(0.2, 1, false).signs) < 0.1);
}

TEST_CASE("more of a sign that speaks for a link never lowers the score, whatever was learned") {
  auto noisy = examples();
  for (std::size_t i = 0; i < noisy.size(); i += 7) noisy[i].linked = !noisy[i].linked;
  const Model model = train(noisy, {});
  for (const double direction : {-1.0, 0.0, 1.0}) {
    double before = 0;
    for (double coverage = 0; coverage <= 1; coverage += 0.01) {
      const double score = model.score(example(coverage, direction, false).signs);
      CHECK(score >= before);
      before = score;
    }
  }
}

TEST_CASE("the votes of the signs and the bias make up the score") {
  const Model model = train(examples(), {});
  const Signs signs = example(0.7, 1, true).signs;
  double odds = model.bias;
  for (const double vote : model.votes(signs)) odds += vote;
  CHECK(odds == Approx(model.log_odds(signs)).epsilon(0.01));
}
