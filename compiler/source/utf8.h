// UTF-8, the only encoding that is read and written.
#pragma once

#include <cstddef>
#include <string_view>

namespace concord::source {

// The length in bytes of the UTF-8 character at the head of the text, or 0 where there is none.
std::size_t character_length(std::string_view text);

// The code point of one character, well-formed and whole.
char32_t code_point(std::string_view character);

}  // namespace concord::source
