// The characters of prose as code points: which are letters, and which marks stand beside them. For
// this room; bytes of ASCII alone are told apart in source/characters.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "source/utf8.h"

namespace concord::language {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;
};

// The code point at `at`; 0 behind the text. A byte that is no UTF-8 stands for itself.
inline CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const std::size_t length = source::character_length(text.substr(at));
  if (length == 0) return {first, 1};
  return {source::code_point(text.substr(at, length)), static_cast<std::uint32_t>(length)};
}

constexpr bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0x250) return c >= 0xC0 && c != 0xD7 && c != 0xF7;
  return (c >= 0x370 && c < 0x2000) || (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xD800);
}
constexpr bool is_of_word(char32_t c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}
constexpr bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019;
}
constexpr bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
constexpr bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0xA0;
}

}  // namespace concord::language
