// The words that the search of pages knows to be related: the titles of a role, and the groups of
// the thesaurus, parted where a bar stands between opposites. A page opened from disk can load a
// script and no data, so they are one.
#pragma once

#include "render/render.h"
#include "syntax/registers.h"

namespace concord::render {

// "assets/words.js": the words that scripts show (script_words.h), and `word_groups`, a list of
// lists of words and phrases, in the registers' order.
Files search_words(const syntax::Register& registers);

}  // namespace concord::render
