// How much information a term carries: its inverse document frequency (Sparck Jones 1972) over a
// background that is shipped with the program, and not over the protocols compared. So what two
// protocols say of each other does not depend on which others lie in the folder.
//
// The background is the distinct sentences of the councils' texts in this repository. A term that
// it lacks weighs as much as the rarest that it has.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord::compare {

struct Background {
  double sentences = 0;                              // distinct ones
  std::vector<std::pair<std::string, double>> uses;  // of a form: sentences that have it; sorted

  // 0 to 6.6 (natural logarithm of some 700): rarer terms have more.
  double weight(std::string_view form) const;
};

// That in background.def, counted by tests/train.
const Background& shipped_background();

}  // namespace concord::compare
