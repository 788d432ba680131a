// The scorer: small decision trees whose votes add up to how sure we are of a link.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "compare/match/signs.h"

namespace concord::compare {

// A node of a tree. Its value is the vote of a pair that goes no further, in log odds; a leaf has
// no children. Children are numbered from the tree's first node.
struct TreeNode {
  float value = 0;
  Sign sign{};
  float limit = 0;          // at most it: `below`, else `above`
  std::uint32_t below = 0;  // 0 in a leaf
  std::uint32_t above = 0;
};

using Tree = std::vector<TreeNode>;

struct Model {
  double bias = 0;       // log odds before any tree votes
  double threshold = 0;  // a pair is linked from this score on
  std::vector<Tree> trees;

  double log_odds(const Signs& signs) const;
  // The log odds as a probability, 0 to 1.
  double score(const Signs& signs) const;
  // What each sign added to the log odds, along the paths taken through the trees; bias left out.
  std::array<double, sign_count> votes(const Signs& signs) const;
};

// The model in model.def.
const Model& trained_model();

// The model as the text of model.def.
std::string to_text(const Model& model);

// A pair with the verdict of the gold standard.
struct Example {
  Signs signs{};
  bool linked = false;
};

struct Training {
  std::uint32_t trees = 160;
  std::uint32_t leaves = 6;
  double rate = 0.12;
  double ridge = 1;              // keeps votes of few examples small
  std::uint32_t least_leaf = 6;  // examples
};

// Learns trees from examples. Deterministic. The threshold is left to the caller.
Model train(std::span<const Example> examples, const Training& training);

}  // namespace concord::compare
