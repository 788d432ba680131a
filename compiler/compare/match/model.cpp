#include "compare/match/model.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace concord::compare {
namespace {

const TreeNode& child(const Tree& tree, const TreeNode& node, const Signs& signs) {
  const bool below = signs[static_cast<std::size_t>(node.sign)] <= node.limit;
  return tree[below ? node.below : node.above];
}

Model read_trained() {
  Model model;
  const auto node = [&](double value, Sign sign, double limit, std::uint32_t below,
                        std::uint32_t above) {
    model.trees.back().push_back(
        {static_cast<float>(value), sign, static_cast<float>(limit), below, above});
  };
#define BIAS(log_odds) model.bias = log_odds;
#define THRESHOLD(score) model.threshold = score;
#define TREE(number) model.trees.emplace_back();
#define NODE(value, sign, limit, below, above) node(value, Sign::sign, limit, below, above);
#define LEAF(value) node(value, Sign{}, 0, 0, 0);
#include "compare/match/model.def"
#undef LEAF
#undef NODE
#undef TREE
#undef THRESHOLD
#undef BIAS
  return model;
}

}  // namespace

double Model::log_odds(const Signs& signs) const {
  double odds = bias;
  for (const auto& tree : trees) {
    const TreeNode* node = tree.data();
    while (node->below != 0) node = &child(tree, *node, signs);
    odds += node->value;
  }
  return odds;
}

double Model::score(const Signs& signs) const {
  return 1 / (1 + std::exp(-log_odds(signs)));
}

std::array<double, sign_count> Model::votes(const Signs& signs) const {
  std::array<double, sign_count> votes{};
  for (const auto& tree : trees) {
    const TreeNode* node = tree.data();
    while (node->below != 0) {
      const TreeNode* next = &child(tree, *node, signs);
      votes[static_cast<std::size_t>(node->sign)] += next->value - node->value;
      node = next;
    }
  }
  return votes;
}

const Model& trained_model() {
  static const Model model = read_trained();
  return model;
}

std::string to_text(const Model& model) {
  std::string text =
      "// The scorer's trees, learned by compare::learn (learn.h) from the development pairs of\n"
      "// tests/gold. A node: its vote in log odds, the sign it asks about, the limit, and where "
      "to go at\n"
      "// most at the limit and above it. See model.h. Written by `concord evaluate --train`; "
      "whatever\n"
      "// changes signs, words or texts calls for writing it anew.\n";
  text += fmt::format("BIAS({:.4f})\nTHRESHOLD({:.3f})\n", model.bias, model.threshold);
  for (std::size_t t = 0; t < model.trees.size(); ++t) {
    text += fmt::format("TREE({})\n", t + 1);
    for (const TreeNode& node : model.trees[t]) {
      if (node.below == 0) {
        text += fmt::format("LEAF({:.4f})\n", node.value);
      } else {
        text += fmt::format("NODE({:.4f}, {}, {:.4f}, {}, {})\n", node.value,
                            sign_info[static_cast<std::size_t>(node.sign)].name, node.limit,
                            node.below, node.above);
      }
    }
  }
  return text;
}

}  // namespace concord::compare
