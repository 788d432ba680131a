// A Word file that Concord made, edited since or not: what its styles say is known, so that nothing
// of it is guessed.
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

// What each piece is, by its style; one of another style by its number.
void take_own_styles(Draft& draft);

}  // namespace concord::intake
