// Numbers as prose writes them, in digits and in words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "language/words.h"
#include "syntax/word_lists.h"

namespace concord::language {

struct SpelledNumber {
  std::uint64_t value = 0;
  std::size_t word_count = 0;
};

// The number in words that begins with the first of the words, which are of the text: "five",
// "twenty-eight" or "twenty eight" is 28, "two hundred and fifty" is 250, "thousand" is 1000, and
// "five (5)" is one number of two words. Nothing where none does: neither digits nor ordinals
// ("5th", "first") are numbers in words.
std::optional<SpelledNumber> spelled_number_at(std::string_view text, std::span<const Word> words,
                                               const syntax::WordLists& lists);

// A number in figures without the commas that part its thousands: "1,000" is "1000". Others, such
// as "1,2" and "5.3", are returned as they are.
std::string plain_figures(std::string_view number);

}  // namespace concord::language
