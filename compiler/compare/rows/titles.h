// What a row is called that the register has no title for.
#pragma once

#include <string>
#include <string_view>

#include "compare/match/lexicon.h"

namespace concord::compare {

// The text's first sentence, whole, without a closing mark; a longer one than a title may be ends
// with "…" where a part of it ends (before a comma, or one of title_cuts).
std::string opening(const std::string& text, const syntax::WordLists& lists);

// True where the words cannot be read alone, because they carry on from something said before them
// ("They must …").
bool is_anaphoric(const std::string& text, const Lexicon& lexicon);

// A clause from the passage on that a title is made from. Borrowed.
struct Passages {
  std::string_view text;
  std::string_view lead;  // the lead-in that it continues; empty for none
  std::uint32_t protocol = Lexicon::no_protocol;
};

// Who must do what, without conditions, exceptions and time limits: "Officers must not attend
// meetings of party groups". Where the passage does not say, its opening, behind its lead-in.
std::string core(const Passages& passages, const Lexicon& lexicon);

}  // namespace concord::compare
