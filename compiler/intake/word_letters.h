// Letters as Word shows them: capitals by format, and signs of fonts that have their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace concord::intake {

// In capitals: Latin letters with all their marks, as Welsh has them; others stay.
std::string capitals(std::string_view text);

// The character of Symbol, Wingdings and the like that the font shows for a code, given with or
// without the private-use base (0xF000). Nothing where it is not known here.
std::optional<std::string> sign_of_font(std::string_view font, char32_t code);

// The text with its private-use characters, which Word writes for such fonts, as what they show.
// `unknown` is raised by each that is not known; U+FFFD stands for it.
std::string shown_letters(std::string_view text, std::string_view font, std::size_t& unknown);

}  // namespace concord::intake
