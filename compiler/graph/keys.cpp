#include "graph/keys.h"

#include <algorithm>
#include <cstdint>

#include "source/characters.h"

namespace concord::graph {
namespace {

using source::is_alnum;
using source::lower;

constexpr std::size_t longest_slug = 60;

// The plain letter below the mark for the two-byte letters of Welsh and its neighbours, else 0.
char plain_letter(unsigned char first, unsigned char second) {
  // From U+00C0 and from U+0100, one letter a code point; a dot where there is none.
  static constexpr std::string_view latin_1 =
      "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y";
  static constexpr std::string_view extended_a =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooooorrrrrr"
      "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  const unsigned code = (first & 0x1FU) << 6U | (second & 0x3FU);
  char letter = '.';
  if (code >= 0xC0 && code - 0xC0 < latin_1.size()) letter = latin_1[code - 0xC0];
  if (code >= 0x100 && code - 0x100 < extended_a.size()) letter = extended_a[code - 0x100];
  return letter == '.' ? '\0' : letter;
}

// The same for the three-byte letters of Welsh: w with other marks from U+1E80, y with a grave at
// U+1EF2.
char plain_letter(std::string_view bytes) {
  if (bytes.starts_with("\xE1\xBA") && bytes.size() > 2)
    return static_cast<unsigned char>(bytes[2]) <= 0x85 ? 'w' : '\0';
  return bytes.starts_with("\xE1\xBB\xB2") || bytes.starts_with("\xE1\xBB\xB3") ? 'y' : '\0';
}

// An apostrophe, straight or U+2019, stands inside a word: "Members'" is one word.
std::size_t apostrophe_length(std::string_view text) {
  if (text.starts_with('\'')) return 1;
  return text.starts_with("\xE2\x80\x99") ? 3 : 0;
}

}  // namespace

std::string slug(std::string_view words) {
  std::string result;
  bool gap = false;
  const auto append = [&](char c) {
    if (gap && !result.empty()) result.push_back('-');
    gap = false;
    result.push_back(c);
  };
  for (std::size_t i = 0; i < words.size();) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (is_alnum(words[i])) {
      append(lower(words[i++]));
    } else if (const std::size_t length = apostrophe_length(words.substr(i)); length > 0) {
      i += length;
    } else if (const char welsh = plain_letter(words.substr(i)); welsh != '\0') {
      append(welsh);
      i += 3;
    } else if (byte >= 0xC3 && byte < 0xC6 && i + 1 < words.size()) {
      const char letter = plain_letter(byte, static_cast<unsigned char>(words[i + 1]));
      if (letter != '\0') append(letter);
      gap = gap || letter == '\0';
      i += 2;
    } else {
      gap = true;
      ++i;
    }
  }
  if (result.size() > longest_slug) {
    const std::size_t cut = result.rfind('-', longest_slug);
    result.resize(cut == std::string::npos ? longest_slug : cut);
  }
  return result;
}

std::string number_slug(std::string_view full_number) {
  std::string result;
  for (const char c : full_number) {
    if (is_alnum(c)) {
      result.push_back(c);
    } else if (!result.empty() && result.back() != '.') {
      result.push_back('.');
    }
  }
  while (result.ends_with('.')) result.pop_back();
  return result;
}

bool valid_id(std::string_view id) {
  return !id.empty() && is_alnum(id.front()) && std::ranges::all_of(id, [](char c) {
    return is_alnum(c) || c == '.' || c == '_' || c == '-';
  });
}

std::string Names::take(const std::string& name) {
  auto [entry, fresh] = uses_.try_emplace(name, 1U);
  if (fresh) return name;
  for (;;) {
    std::string numbered = name + "-" + std::to_string(++entry->second);
    if (uses_.try_emplace(numbered, 1U).second) return numbered;
  }
}

}  // namespace concord::graph
