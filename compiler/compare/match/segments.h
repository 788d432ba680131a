// Passages: the sentences of a clause. A provision is often one sentence of a longer clause.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/document.h"

namespace concord::compare {

// The sentences of a text, in order, without the white space between them; a semicolon ends one
// too. Fragments of one or two words go with the sentence before them. An empty text has none.
std::vector<syntax::Range> sentences(std::string_view text);

}  // namespace concord::compare
