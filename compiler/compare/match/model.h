// The scorer: gradient boosted decision trees (Friedman, "Greedy function approximation: a gradient
// boosting machine", 2001). Each tree adds its leaf's value to the log odds of a link. The trees
// are trained beside the tests (tests/train); this room only applies them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "compare/match/features.h"

namespace concord::compare {

// A node of a tree; a leaf has no children. Children are numbered from the tree's first node.
struct TreeNode {
  float value = 0;  // log odds; in an inner node what it would give as a leaf, for contributions
  Feature feature{};
  float threshold = 0;     // at most it: to the left
  std::uint32_t left = 0;  // 0 in a leaf
  std::uint32_t right = 0;
};

using Tree = std::vector<TreeNode>;

// A line through log odds: how probable what a figure speaks for is.
struct Line {
  double slope = 1;
  double offset = 0;
  // `figure`: 0 to 1, and so is the probability.
  double probability(double figure) const;
};

// From which score on a pair is a link.
struct Thresholds {
  double threshold = 0;           // of any pair
  double least_by_provision = 1;  // of a pair that probably states one provision (one_provision.h)
  Line by_provision;  // how probable such a link is, by the likeness to known statements
};

struct Model : Thresholds {
  double bias = 0;  // log odds before any tree
  std::vector<Tree> trees;

  double log_odds(const FeatureVector& features) const;
  // The log odds as a probability, 0 to 1.
  double score(const FeatureVector& features) const;
  // What each feature added to the log odds along the paths taken through the trees, bias left out
  // (Saabas, "Interpreting random forests", 2014).
  std::array<double, feature_count> contributions(const FeatureVector& features) const;
};

// The model in model.def.
const Model& trained_model();

}  // namespace concord::compare
