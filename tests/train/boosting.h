// Learning the scorer's trees: gradient boosting under monotone constraints.
#pragma once

#include <cstdint>
#include <span>

#include "compare/match/model.h"

namespace concord::training {

// A pair with the verdict of the gold standard.
struct Example {
  compare::FeatureVector features{};
  bool linked = false;
};

struct BoostingOptions {
  std::uint32_t trees = 160;
  std::uint32_t max_leaves = 6;
  double learning_rate = 0.12;
  double l2_regularization = 1;  // keeps leaves of few examples small
  std::uint32_t min_examples_in_leaf = 6;
};

// Deterministic. The model's decision threshold is left to the caller.
compare::Model boost(std::span<const Example> examples, const BoostingOptions& options);

}  // namespace concord::training
