// What the states of cells are called and what they mean: from the words of pages, for pages,
// sheets, paper and the terminal alike.
#pragma once

#include "view/comparison_model.h"
#include "view/words.h"

namespace concord::render {

// All states, in the order of a key.
view::StateKey state_key(const view::Words& words);

}  // namespace concord::render
