// A file that Concord made, edited since or not: what stands around the text in it is known, and
// what the styles of a Word file and the classes of a page say, so that nothing of these is
// guessed.
#pragma once

#include <string_view>

#include "intake/draft.h"

namespace concord::intake {

// The cover, the facts below it, what follows the text: made of the front matter, by the style.
bool is_around_own_text(std::string_view style);

// The level of a list by its style's last figure: "List Number 2" is 2, "List Number" is 1.
int level_of_style(std::string_view style);

// Takes what stands around the text out of the reading, lists it as removed, and returns what it
// says of the protocol. A title that no clause has as its heading is around the text too.
syntax::Metadata take_own_cover(Reading& reading);

// The same of a PDF that Concord's typesetter made, told by its last paragraph, which says what
// made it; leaves another as it is. The council and the title stay where they stand.
void take_around_own_pdf(Reading& reading);

// What each piece is, by its style; one of another style by its number.
void take_own_styles(Draft& draft);

}  // namespace concord::intake
