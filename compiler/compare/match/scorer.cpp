// QuickScorer (Lucchese, Nardini, Orlando, Perego, Tonellotto and Venturini, SIGIR 2015). To walk a
// tree from its root is to guess at each node which way it goes, and a processor that guesses wrong
// loses more time than the walk takes. Here the nodes of all trees are asked sign by sign, by
// ascending limit, and only those whose limit the pair is above: each strikes out the leaves below
// it. The leftmost leaf that is left in a tree is where the walk would have ended.
#include "compare/match/scorer.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace concord::compare {

Scorer::Scorer(const Model& model) : bias_(model.bias) {
  for (const Tree& tree : model.trees) {
    assert(tree.size() < 2 * most_leaves);
    votes_.emplace_back();
    unsigned leaf = 0;
    add(tree, tree.front(), leaf);
  }
  for (auto& questions : questions_) {
    std::stable_sort(questions.begin(), questions.end(),
                     [](const Question& a, const Question& b) { return a.limit < b.limit; });
    questions.push_back({std::numeric_limits<float>::infinity(), 0, 0});
  }
}

// Adds what stands at the node and under it, from the left; returns its leaves. `leaf`: how many
// stand before it.
Scorer::Leaves Scorer::add(const Tree& tree, const TreeNode& node, unsigned& leaf) {
  if (node.below == 0) {
    votes_.back()[leaf] = node.value;
    return static_cast<Leaves>(1U << leaf++);
  }
  const Leaves below = add(tree, tree[node.below], leaf);
  const Leaves above = add(tree, tree[node.above], leaf);
  const auto number = static_cast<std::uint32_t>(votes_.size() - 1);
  questions_[static_cast<std::size_t>(node.sign)].push_back(
      {node.limit, number, static_cast<Leaves>(~below)});
  return below | above;
}

double Scorer::score(const Signs& signs) const {
  std::vector<Leaves> left(votes_.size(), std::numeric_limits<Leaves>::max());
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    const Question* question = questions_[sign].data();
    for (; signs[sign] > question->limit; ++question) left[question->tree] &= question->left;
  }
  double odds = bias_;
  for (std::size_t tree = 0; tree < votes_.size(); ++tree) {
    odds += votes_[tree][static_cast<std::size_t>(std::countr_zero(left[tree]))];
  }
  return 1 / (1 + std::exp(-odds));
}

}  // namespace concord::compare
