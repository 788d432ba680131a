#include <catch2/catch.hpp>

#include "compare/match/model.h"
#include "train/boosting.h"

using namespace concord::compare;
using concord::training::boost;
using concord::training::Example;

namespace {

Example example(double coverage, double direction, bool linked) {
  Example made;
  made.features[static_cast<std::size_t>(Feature::weaker_coverage)] = static_cast<float>(coverage);
  made.features[static_cast<std::size_t>(Feature::direction)] = static_cast<float>(direction);
  made.linked = linked;
  return made;
}

// A link is a pair well covered whose directions agree: neither feature alone decides.
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

TEST_CASE("trees learn features that decide only together") {
  const Model model = boost(examples(), {});
  CHECK(model.score(example(0.9, 1, true).features) > 0.9);
  CHECK(model.score(example(0.9, -1, false).features) < 0.1);
  CHECK(model.score(example(0.2, 1, false).features) < 0.1);
}

TEST_CASE("more of a feature that speaks for a link never lowers the score, whatever was learned") {
  auto noisy = examples();
  for (std::size_t i = 0; i < noisy.size(); i += 7) noisy[i].linked = !noisy[i].linked;
  const Model model = boost(noisy, {});
  for (const double direction : {-1.0, 0.0, 1.0}) {
    double before = 0;
    for (double coverage = 0; coverage <= 1; coverage += 0.01) {
      const double score = model.score(example(coverage, direction, false).features);
      CHECK(score >= before);
      before = score;
    }
  }
}

TEST_CASE("the contributions of the features and the bias make up the score") {
  const Model model = boost(examples(), {});
  const FeatureVector features = example(0.7, 1, true).features;
  double odds = model.bias;
  for (const double contribution : model.contributions(features)) odds += contribution;
  CHECK(odds == Approx(model.log_odds(features)).epsilon(0.01));
}

TEST_CASE("a tree that is one leaf gives every pair its value") {
  Model model;
  model.trees.push_back({TreeNode{0.5F, {}, 0, 0, 0}});
  CHECK(model.log_odds({}) == 0.5);
  CHECK(Model{}.score({}) == 0.5);
}

TEST_CASE("a value at the threshold goes to the left") {
  Model model;
  model.trees.push_back({TreeNode{0, Feature::likeness, 0.25F, 1, 2}, TreeNode{-1, {}, 0, 0, 0},
                         TreeNode{2, {}, 0, 0, 0}});
  FeatureVector features{};
  features[static_cast<std::size_t>(Feature::likeness)] = 0.25F;
  CHECK(model.log_odds(features) == -1);
  features[static_cast<std::size_t>(Feature::likeness)] = 0.26F;
  CHECK(model.log_odds(features) == 2);
  CHECK(model.contributions(features)[static_cast<std::size_t>(Feature::likeness)] == 2);
}
