#include "draft/atoms.h"

#include <algorithm>
#include <array>
#include <optional>

#include "language/dates.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::draft {
namespace {

using language::Word;
using language::Words;
using syntax::Range;

constexpr std::array<std::string_view, 3> currencies = {"£", "€", "$"};

std::size_t digits_of(const Word& word) {
  return static_cast<std::size_t>(std::ranges::find_if_not(word.folded, source::is_digit) -
                                  word.folded.begin());
}

// "3", "31st".
bool is_day(const Word& word) {
  const std::size_t digits = digits_of(word);
  return digits >= 1 && digits <= 2 && word.folded.size() - digits <= 2;
}

bool is_year(const Word& word) {
  return word.folded.size() == 4 && digits_of(word) == 4;
}

// The words from the first to the last of a date that begins there, with nothing but spaces between
// them.
std::optional<std::size_t> date_at(std::string_view text, const Words& words, std::size_t first,
                                   const syntax::WordLists& lists) {
  const auto goes_on = [&](std::size_t i) {
    return i + 1 < words.size() &&
           language::skip_spaces(text, words[i].range.end) == words[i + 1].range.begin;
  };
  std::size_t month = first;
  const bool has_day = is_day(words[first]) && goes_on(first);
  if (has_day) ++month;
  if (!language::is_month({words.begin(), words.end()}, month, lists)) return {};
  if (goes_on(month) && is_year(words[month + 1])) return month + 1;
  return has_day ? std::optional(month) : std::nullopt;
}

// Digits with the points and commas between them.
std::uint32_t end_of_number(std::string_view text, std::uint32_t at) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && source::is_digit(text[i]); };
  while (is_digit(at) ||
         (at < text.size() && (text[at] == ',' || text[at] == '.') && is_digit(at + 1)))
    ++at;
  return at;
}

// With a currency's sign before it or a percent sign behind it.
std::optional<Range> amount_at(std::string_view text, const Word& word) {
  if (digits_of(word) == 0) return {};
  const std::uint32_t sign = currency_before(text, word.range.begin);
  std::uint32_t end = end_of_number(text, word.range.begin);
  const bool percent = end < text.size() && text[end] == '%';
  if (sign == 0 && !percent) return {};
  if (percent) ++end;
  return Range{word.range.begin - sign, end};
}

}  // namespace

std::uint32_t currency_before(std::string_view text, std::uint32_t at) {
  const std::string_view before = text.substr(0, at);
  for (const std::string_view sign : currencies)
    if (before.ends_with(sign)) return static_cast<std::uint32_t>(sign.size());
  return 0;
}

std::vector<Range> atoms(std::string_view text, const syntax::WordLists& lists) {
  std::vector<Range> all;
  const Words words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!all.empty() && words[i].range.begin < all.back().end) continue;
    if (const auto amount = amount_at(text, words[i])) {
      all.push_back(*amount);
    } else if (const auto last = date_at(text, words, i, lists)) {
      all.push_back({words[i].range.begin, words[*last].range.end});
    }
  }
  return all;
}

}  // namespace concord::draft
