// What a change of words does to a text that stayed: what its single words do (word_effects.h), and
// what the comparison of councils finds beside these.
#pragma once

#include <vector>

#include "draft/word_effects.h"

namespace concord::draft {

// The two texts with what leads into them, and the stretches between. Borrowed.
struct Restated {
  const compare::StatedClause& before;
  const compare::StatedClause& after;
  std::span<const Stretch> stretches;
};

// The gravest first; the words that decide are as the change has them. `likeness` (0 to 1) as in
// Descent.
std::vector<PlacedEffect> effects_of_rewording(const Restated& texts, double likeness,
                                               const compare::Lexicon& lexicon);

}  // namespace concord::draft
