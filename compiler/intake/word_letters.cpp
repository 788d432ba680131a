#include "intake/word_letters.h"

#include <array>

#include "source/characters.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

std::string encoded(char32_t code) {
  const auto byte = [](char32_t bits) {
    return static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | (code >> 6)), byte(0x80 | (code & 0x3F))};
  return {byte(0xE0 | (code >> 12)), byte(0x80 | ((code >> 6) & 0x3F)), byte(0x80 | (code & 0x3F))};
}

// Latin-1 and Latin Extended-A, the letters of Welsh, Irish and most of Europe.
char32_t capital(char32_t code) {
  if (code >= 'a' && code <= 'z') return code - 0x20;
  if (code >= 0xE0 && code <= 0xFE && code != 0xF7) return code - 0x20;
  if (code == 0xFF) return 0x178;
  const bool even_is_capital = (code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177);
  if (even_is_capital && code != 0x131 && code != 0x130) return code & ~char32_t{1};
  const bool odd_is_capital = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  if (odd_is_capital && code % 2 == 0) return code - 1;
  return code;
}

struct Sign {
  char32_t code;
  const char* shown;
};

constexpr std::array<Sign, 22> symbol_signs{{
    {0x2D, "−"}, {0xA2, "′"}, {0xA3, "≤"}, {0xA5, "∞"}, {0xAC, "←"}, {0xAE, "→"},
    {0xB0, "°"}, {0xB1, "±"}, {0xB2, "″"}, {0xB3, "≥"}, {0xB4, "×"}, {0xB7, "•"},
    {0xB8, "÷"}, {0xB9, "≠"}, {0xBB, "≈"}, {0xBC, "…"}, {0xD2, "®"}, {0xD3, "©"},
    {0xD4, "™"}, {0xDE, "⇒"}, {0xE2, "®"}, {0xE3, "©"},
}};

constexpr std::array<Sign, 26> wingdings_signs{{
    {0x20, " "}, {0x28, "☎"}, {0x2A, "✉"}, {0x46, "☞"}, {0x4A, "☺"}, {0x6C, "●"}, {0x6E, "■"},
    {0x6F, "□"}, {0x71, "❑"}, {0x72, "❒"}, {0x75, "◆"}, {0x76, "❖"}, {0x77, "◆"}, {0x9F, "•"},
    {0xA7, "▪"}, {0xA8, "◻"}, {0xAB, "★"}, {0xD8, "➢"}, {0xDF, "←"}, {0xE0, "→"}, {0xE8, "➔"},
    {0xF0, "⇨"}, {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"},
}};

constexpr std::array<Sign, 5> wingdings_2_signs{{
    {0x4F, "✗"},
    {0x50, "✓"},
    {0x51, "☒"},
    {0x52, "☑"},
    {0xA3, "□"},
}};

// Symbol's letters, A to Z and a to z.
constexpr std::string_view greek_capitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr std::string_view greek_letters = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

template <std::size_t N>
std::optional<std::string> find(const std::array<Sign, N>& signs, char32_t code) {
  for (const Sign& sign : signs) {
    if (sign.code == code) return sign.shown;
  }
  return std::nullopt;
}

// Each of these letters has two bytes.
std::string greek(std::string_view letters, char32_t index) {
  return std::string(letters.substr(2 * static_cast<std::size_t>(index), 2));
}

std::optional<std::string> symbol_sign(char32_t code) {
  if (code >= 'A' && code <= 'Z') return greek(greek_capitals, code - 'A');
  if (code >= 'a' && code <= 'z') return greek(greek_letters, code - 'a');
  if (const auto sign = find(symbol_signs, code)) return sign;
  return code >= 0x20 && code < 0x40 ? std::optional(encoded(code)) : std::nullopt;
}

bool in_private_use(char32_t code) {
  return code >= 0xE000 && code <= 0xF8FF;
}

bool has_private_use(std::string_view text) {
  return text.find("\xEE") != std::string_view::npos || text.find("\xEF") != std::string_view::npos;
}

}  // namespace

std::string capitals(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, source::character_length(text));
    if (character.empty()) return out + std::string(text);
    const char32_t code = source::code_point(character);
    const char32_t shown = capital(code);
    out += shown == code ? std::string(character) : encoded(shown);
    text.remove_prefix(character.size());
  }
  return out;
}

std::optional<std::string> sign_of_font(std::string_view font, char32_t code) {
  const char32_t low = in_private_use(code) ? code & 0xFF : code;
  if (font == "Symbol") return symbol_sign(low);
  if (font == "Wingdings") return find(wingdings_signs, low);
  if (font == "Wingdings 2") return find(wingdings_2_signs, low);
  if (font == "Webdings" && low == 0x61) return "✓";
  return std::nullopt;
}

std::string shown_letters(std::string_view text, std::string_view font, std::size_t& unknown) {
  if (!has_private_use(text)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, source::character_length(text));
    if (character.empty()) return out + std::string(text);
    const char32_t code = source::code_point(character);
    text.remove_prefix(character.size());
    if (!in_private_use(code)) {
      out += character;
      continue;
    }
    const auto sign = sign_of_font(font, code);
    if (!sign) ++unknown;
    out += sign.value_or("\xEF\xBF\xBD");
  }
  return out;
}

}  // namespace concord::intake
