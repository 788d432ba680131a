#include "language/numbers.h"

#include <algorithm>
#include <array>

#include "source/characters.h"

namespace concord::language {
namespace {

// What multiplies the number before it, by level of the grammar below.
constexpr std::array<std::uint64_t, 4> scales = {1, 100, 1000, 1'000'000};

bool is_ten(std::uint64_t value) {
  return value >= 20 && value < 100 && value % 10 == 0;
}

bool is_unit(std::uint64_t value) {
  return value > 0 && value < 10;
}

// Reads the words of one number, each level's with the ones of the level below:
// "two thousand, five hundred and twenty-eight" without its comma.
class NumberReader {
 public:
  NumberReader(std::string_view text, std::span<const Word> words, const syntax::WordLists& lists)
      : text_(text), words_(words), lists_(lists) {}

  std::optional<SpelledNumber> read() {
    const auto value = of_level(scales.size() - 1);
    if (!value) return std::nullopt;
    return SpelledNumber{*value, at_};
  }

 private:
  // The value of the next word, where that goes on the number.
  std::optional<std::uint64_t> next() const {
    if (at_ >= words_.size() || !goes_on()) return {};
    const auto found = lists_.number_words.find(words_[at_].folded);
    if (found == lists_.number_words.end()) return {};
    return found->second;
  }

  bool goes_on() const { return at_ == 0 || joins(between(text_, words_[at_ - 1], words_[at_])); }

  std::optional<std::uint64_t> below_hundred() {
    const auto value = next();
    if (!value || *value >= scales[1]) return std::nullopt;
    ++at_;
    const auto unit = is_ten(*value) ? next() : std::nullopt;
    if (!unit || !is_unit(*unit)) return value;
    ++at_;
    return *value + *unit;
  }

  std::optional<std::uint64_t> of_level(std::size_t level) {
    if (level == 0) return below_hundred();
    const auto count = of_level(level - 1);
    if (next() != scales[level]) return count;
    ++at_;
    return count.value_or(1) * scales[level] + rest(level - 1);
  }

  // "and fifty"; 0 where nothing of the number follows.
  std::uint64_t rest(std::size_t level) {
    const std::size_t before = at_;
    if (at_ < words_.size() && words_[at_].folded == "and" && goes_on()) ++at_;
    const auto value = of_level(level);
    if (!value) at_ = before;
    return value.value_or(0);
  }

  std::string_view text_;
  std::span<const Word> words_;
  const syntax::WordLists& lists_;
  std::size_t at_ = 0;
};

// "(5)" behind "five".
bool repeats(std::string_view text, std::span<const Word> words, const SpelledNumber& number) {
  if (number.word_count >= words.size()) return false;
  const Word& next = words[number.word_count];
  return between(text, words[number.word_count - 1], next) == " (" &&
         next.folded == std::to_string(number.value) &&
         text.substr(next.range.end).starts_with(')');
}

// Three digits, to the next comma or the end.
bool is_group(std::string_view digits) {
  return digits.size() == 3 && std::ranges::all_of(digits, source::is_digit);
}

}  // namespace

std::optional<SpelledNumber> spelled_number_at(std::string_view text, std::span<const Word> words,
                                               const syntax::WordLists& lists) {
  auto number = NumberReader(text, words, lists).read();
  if (number && repeats(text, words, *number)) ++number->word_count;
  return number;
}

std::string plain_figures(std::string_view number) {
  std::string plain(number.substr(0, number.find(',')));
  const bool opens =
      !plain.empty() && plain.size() <= 3 && std::ranges::all_of(plain, source::is_digit);
  if (!opens) return std::string(number);
  for (std::size_t at = plain.size(); at < number.size();) {
    const std::size_t end = std::min(number.find(',', at + 1), number.size());
    const std::string_view group = number.substr(at + 1, end - at - 1);
    if (!is_group(group)) return std::string(number);
    plain += group;
    at = end;
  }
  return plain;
}

}  // namespace concord::language
