#include <catch2/catch.hpp>

#include "compare/match/model.h"
#include "compare/match/scorer.h"

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

TEST_CASE("a scorer made ready for many pairs gives the very score") {
  const Scorer scorer(trained_model());
  Signs signs{};
  for (std::size_t round = 0; round < 500; ++round) {
    // All over the range of every sign, and at each limit itself.
    for (std::size_t sign = 0; sign < sign_count; ++sign) {
      const auto step = static_cast<float>((round * (sign + 3)) % 41);
      signs[sign] = step / 20 - (round % 3 == 0 ? 1.0F : 0.2F);
    }
    const auto& tree = trained_model().trees[round % 160];
    signs[static_cast<std::size_t>(tree.front().sign)] = tree.front().limit;
    CHECK(scorer.score(signs) == trained_model().score(signs));
  }
}

TEST_CASE("a tree that is one leaf gives every pair its vote") {
  Model model;
  model.trees.push_back({TreeNode{0.5F, {}, 0, 0, 0}});
  CHECK(Scorer(model).score({}) == model.score({}));
  CHECK(Scorer(Model{}).score({}) == 0.5);
}
