#include "source/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace concord::source {

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

std::size_t to_boundary(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && continues_character(text[at])) --at;
  return std::min(at, text.size());
}

std::size_t character_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues_character(text[i])) return 0;
  }
  const char32_t point = code_point(text.substr(0, length));
  const bool shortest = point >= (length == 4 ? 0x10000u : length == 3 ? 0x800u : 0x80u);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return shortest && !surrogate && point <= 0x10FFFF ? length : 0;
}

// Nearly all text is ASCII: eight bytes are looked at together.
std::size_t ascii_length(std::string_view text) {
  constexpr std::uint64_t beyond_ascii = 0x8080808080808080u;
  std::size_t at = 0;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & beyond_ascii) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::size_t well_formed_length(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at += ascii_length(text.substr(at));
    const std::size_t length = character_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
}

char32_t code_point(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return lead;
  char32_t point = lead & (0xFFu >> (character.size() + 1));
  for (const char byte : character.substr(1)) {
    point = (point << 6u) | (static_cast<unsigned char>(byte) & 0x3Fu);
  }
  return point;
}

}  // namespace concord::source
