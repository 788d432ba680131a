// Where a text's sentences begin and end, and what in it is quoted.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/word_lists.h"

namespace concord::language {

// The sentences in order, without the space between; together they are the text. A stop ends one
// where space follows, a closing mark or bracket between or not, and what goes on has no small
// letter. The stop of an abbreviation ("e.g.", "No.") or of an initial ("D. Nicholls") ends none,
// and that of a doubtful one ("etc.") only before a capital. An empty text has none.
std::vector<syntax::Range> sentences_of(std::string_view text, const syntax::WordLists& lists);

// The sentence in which the byte stands, or which follows it; empty behind the last.
syntax::Range sentence_around(std::string_view text, std::uint32_t at,
                              const syntax::WordLists& lists);

// Whether a sentence begins with the byte.
bool opens_sentence(std::string_view text, std::uint32_t at, const syntax::WordLists& lists);

// The parts in double quotes, or in single quotes that are no apostrophes, without the quotes.
std::vector<syntax::Range> quotations_of(std::string_view text);

}  // namespace concord::language
