// UTF-8, the only encoding that is read and written.
#pragma once

#include <cstddef>
#include <string_view>

namespace concord::source {

// The length in bytes of the UTF-8 character at the head of the text, or 0 where there is none.
std::size_t character_length(std::string_view text);

// The number of bytes below 0x80 before the first other one.
std::size_t ascii_length(std::string_view text);

// The length in bytes of what is UTF-8 of the text, from its head.
std::size_t well_formed_length(std::string_view text);

// Whether the byte is the second or a later one of a character.
constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

// How many characters of well-formed text begin in it.
std::size_t count_characters(std::string_view text);

// `at`, or the begin of the character that it is within.
std::size_t to_boundary(std::string_view text, std::size_t at);

// The code point of one character, well-formed and whole.
char32_t code_point(std::string_view character);

}  // namespace concord::source
