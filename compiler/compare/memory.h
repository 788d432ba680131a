// What comparisons keep for those that follow them in one process, where most texts stay as they
// are: "build --watch". What a text states depends on its words and on the registers alone, so a
// comparison finds the same whatever is remembered. (What two protocols have in common is kept by
// match/kept_pairs.h.)
#pragma once

#include <vector>

#include "compare/match/stated.h"
#include "source/remembered.h"

namespace concord::compare {

// Of comparisons by the same registers.
struct Memory {
  source::Remembered<std::vector<StatedProvision>> stated;  // by text in its setting

  void begin_round() { stated.begin_round(); }
};

}  // namespace concord::compare
