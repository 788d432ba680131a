// What a row is called.
#pragma once

#include <string>

#include "compare/match/lexicon.h"

namespace concord::compare {

// The text's opening words, up to 80 characters, whole, without a closing mark; "…" where they are
// cut.
std::string opening(const std::string& text);

// True where the words cannot be read alone, because they carry on from something said before them
// ("They must …").
bool is_anaphoric(const std::string& text, const Lexicon& lexicon);

}  // namespace concord::compare
