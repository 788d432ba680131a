// Whom a rule binds or entitles that came or went, in words that can go on a sentence about it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compare/match/lexicon.h"
#include "draft/effects.h"

namespace concord::draft {

// "officers", "the Chair", "members and officers" of a new or lost duty, prohibition, advice,
// permission or right. Empty where the text that the effect is of does not show all of them beside
// its verb: "no officer may", "members, officers and the Chair must", "members must be told".
std::string bearer_shown(const Effect& effect, std::string_view text,
                         std::span<const compare::Token> tokens, const syntax::WordLists& lists);

}  // namespace concord::draft
