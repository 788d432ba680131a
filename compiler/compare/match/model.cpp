#include "compare/match/model.h"

#include <algorithm>
#include <cmath>

namespace concord::compare {
namespace {

const TreeNode& child(const Tree& tree, const TreeNode& node, const FeatureVector& features) {
  return tree[value_of(features, node.feature) <= node.threshold ? node.left : node.right];
}

Model read_trained() {
  Model model;
  const auto node = [&](double value, Feature feature, double threshold, std::uint32_t left,
                        std::uint32_t right) {
    model.trees.back().push_back(
        {static_cast<float>(value), feature, static_cast<float>(threshold), left, right});
  };
#define BIAS(log_odds) model.bias = log_odds;
#define THRESHOLD(score) model.threshold = score;
#define BY_PROVISION(score, slope, offset) \
  model.least_by_provision = score;        \
  model.by_provision = {slope, offset};
#define TREE(number) model.trees.emplace_back();
#define NODE(value, feature, threshold, left, right) \
  node(value, Feature::feature, threshold, left, right);
#define LEAF(value) node(value, Feature{}, 0, 0, 0);
#include "compare/match/model.def"
#undef LEAF
#undef NODE
#undef TREE
#undef BY_PROVISION
#undef THRESHOLD
#undef BIAS
  return model;
}

}  // namespace

double Line::probability(double figure) const {
  const double safe = std::clamp(figure, 1e-6, 1 - 1e-6);
  return 1 / (1 + std::exp(-slope * std::log(safe / (1 - safe)) - offset));
}

double Model::log_odds(const FeatureVector& features) const {
  double odds = bias;
  for (const auto& tree : trees) {
    const TreeNode* node = tree.data();
    while (node->left != 0) node = &child(tree, *node, features);
    odds += node->value;
  }
  return odds;
}

double Model::score(const FeatureVector& features) const {
  return 1 / (1 + std::exp(-log_odds(features)));
}

std::array<double, feature_count> Model::contributions(const FeatureVector& features) const {
  std::array<double, feature_count> contributions{};
  for (const auto& tree : trees) {
    const TreeNode* node = tree.data();
    while (node->left != 0) {
      const TreeNode* next = &child(tree, *node, features);
      contributions[static_cast<std::size_t>(node->feature)] += next->value - node->value;
      node = next;
    }
  }
  return contributions;
}

const Model& trained_model() {
  static const Model model = read_trained();
  return model;
}

}  // namespace concord::compare
