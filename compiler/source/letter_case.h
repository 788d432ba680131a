// Capitals and small letters of ASCII in running text; all other bytes stay as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "source/characters.h"

namespace concord::source {

// The capital of a small letter.
constexpr char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// In small letters.
inline std::string folded(std::string_view words) {
  std::string small(words);
  std::ranges::transform(small, small.begin(), lower);
  return small;
}

inline std::string in_capitals(std::string_view words) {
  std::string capitals(words);
  std::ranges::transform(capitals, capitals.begin(), upper);
  return capitals;
}

// With a capital at the beginning, as a sentence has.
inline std::string with_capital(std::string words) {
  if (!words.empty()) words.front() = upper(words.front());
  return words;
}

}  // namespace concord::source
