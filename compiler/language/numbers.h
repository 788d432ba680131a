// Numbers as prose writes them, in digits and in words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/words.h"
#include "syntax/word_lists.h"

namespace concord::language {

struct SpelledNumber {
  std::uint32_t value = 0;
  std::size_t word_count = 0;
};

// The number in words that begins with the first of the words, which are of the text: "five",
// "twenty-eight" or "twenty eight" is 28, and "five (5)" is one number of two words. Nothing where
// none does: neither digits nor ordinals ("5th", "first") are numbers in words.
std::optional<SpelledNumber> spelled_number_at(std::string_view text, std::span<const Word> words,
                                               const syntax::WordLists& lists);

// "march", "mawrth" -> 3; nothing for what is no month.
std::optional<std::uint32_t> month_of(std::string_view word, const syntax::WordLists& lists);

}  // namespace concord::language
