// What speaks for a link and what against it, in sentences: the scorer's features gathered by what
// they look at.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "compare/match/features.h"

namespace concord::compare {

struct Grounds {
  std::vector<std::string> in_favour;  // the weightiest first; lower case, no full stop
  std::vector<std::string> against;
};

// `contributions`: what each feature added to the score, in log odds (Model::contributions).
Grounds grounds(const std::array<double, feature_count>& contributions);

}  // namespace concord::compare
