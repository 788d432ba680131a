// Numbers that name places: "rule 5", "paragraphs 5.3 and 5.4".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "language/citing_nouns.h"
#include "language/words.h"
#include "syntax/word_lists.h"

namespace concord::language {

// Whether the number at the place, which must be one of the words of the text, is cited: a noun
// that cites stands before it, or one in the plural with nothing but other places between. A number
// of days ("rules 5 and 7 days later") is not.
bool is_cited(std::string_view text, std::span<const Word> words, std::size_t at,
              const CitingNouns& nouns, const syntax::WordLists& lists);

}  // namespace concord::language
