// Passages: the sentences of a clause. A provision is often one sentence of a longer clause.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/word_lists.h"

namespace concord::compare {

// The sentences of a text (language/sentences.h), in order, cut at their semicolons. Fragments of
// one or two words go with the passage before them. An empty text has none.
std::vector<syntax::Range> passages_of(std::string_view text, const syntax::WordLists& lists);

}  // namespace concord::compare
