#include "language/numbers.h"

#include <string>

namespace concord::language {
namespace {

std::optional<std::uint32_t> find(const syntax::NumberWords& words, std::string_view word) {
  const auto found = words.find(word);
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

bool is_ten(std::uint32_t value) {
  return value >= 20 && value < 100 && value % 10 == 0;
}

// "(5)" behind "five".
bool repeats(std::string_view text, std::span<const Word> words, const SpelledNumber& number) {
  if (number.word_count >= words.size()) return false;
  const Word& next = words[number.word_count];
  return between(text, words[number.word_count - 1], next) == " (" &&
         next.folded == std::to_string(number.value) &&
         text.substr(next.range.end).starts_with(')');
}

}  // namespace

std::optional<SpelledNumber> spelled_number_at(std::string_view text, std::span<const Word> words,
                                               const syntax::WordLists& lists) {
  if (words.empty()) return std::nullopt;
  const auto first = find(lists.number_words, words[0].folded);
  if (!first) return std::nullopt;
  SpelledNumber number{*first, 1};
  if (is_ten(*first) && words.size() > 1 && joins(between(text, words[0], words[1]))) {
    const auto unit = find(lists.number_words, words[1].folded);
    if (unit && *unit > 0 && *unit < 10) number = {*first + *unit, 2};
  }
  if (repeats(text, words, number)) ++number.word_count;
  return number;
}

std::optional<std::uint32_t> month_of(std::string_view word, const syntax::WordLists& lists) {
  return find(lists.months, word);
}

}  // namespace concord::language
