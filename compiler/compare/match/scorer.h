// A model made ready to score many pairs.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "compare/match/model.h"

namespace concord::compare {

class Scorer {
 public:
  static constexpr std::size_t most_leaves = 8;  // of a tree

  // No tree of the model has more leaves than that.
  explicit Scorer(const Model& model);

  // Model::score, to the last bit.
  double score(const Signs& signs) const;

 private:
  using Leaves = std::uint8_t;  // a bit for each leaf of a tree, the lowest for the leftmost

  // A node that sends whoever is above the limit past the leaves below it.
  struct Question {
    float limit = 0;
    std::uint32_t tree = 0;
    Leaves left = 0;  // the leaves that are left to them
  };

  Leaves add(const Tree& tree, const TreeNode& node, unsigned& leaf);

  double bias_;
  std::array<std::vector<Question>, sign_count> questions_;  // by limit; the last has none above it
  std::vector<std::array<float, most_leaves>> votes_;        // by tree: of its leaves
};

}  // namespace concord::compare
