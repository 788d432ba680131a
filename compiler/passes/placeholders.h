// Text that somebody meant to fill in: "TBC", "[insert date]", "XX May 2025", "£XXX", "????".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "passes/language.h"
#include "syntax/word_lists.h"

namespace concord::passes {

// The placeholders in a text, in order, none overlapping another. `words` are those of the text.
std::vector<Range> placeholders_of(std::string_view text, std::span<const Word> words,
                                   const syntax::WordLists& lists);

}  // namespace concord::passes
