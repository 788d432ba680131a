// What the states of cells are called and what they mean: from the words of pages, for pages,
// sheets, paper and the terminal alike.
#pragma once

#include "render/words.h"
#include "view/comparison_model.h"

namespace concord::render {

// All states, in the order of a key.
view::StateKey state_key(const WordsByName& words);

}  // namespace concord::render
