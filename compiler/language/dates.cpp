#include "language/dates.h"

#include <algorithm>

#include "source/characters.h"

namespace concord::language {
namespace {

constexpr std::size_t most_digits_of_day = 2;
constexpr std::size_t digits_of_year = 4;

std::size_t digits_of(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::find_if_not(word, source::is_digit) - word.begin());
}

bool is_day(std::string_view word) {
  const std::size_t digits = digits_of(word);
  if (digits == 0 || digits > most_digits_of_day) return false;
  const std::string_view ending = word.substr(digits);
  return ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
}

bool is_year(std::string_view word) {
  return word.size() == digits_of_year && digits_of(word) == word.size();
}

// One sign parts them: a space or a hyphen, and no full stop with a space behind.
bool adjoin(const Word& a, const Word& b) {
  return b.range.begin - a.range.end == 1;
}

bool is_modal(std::string_view word, const syntax::WordLists& lists) {
  return std::ranges::any_of(lists.modals, [&](const syntax::ModalVerb& verb) {
    return std::ranges::find(verb.words, word) != verb.words.end();
  });
}

// "14", "14th", "14th of", "14th day of" right before the place.
bool behind_day(std::span<const Word> words, std::size_t at) {
  const auto is = [&](std::size_t back, std::string_view word) {
    return back <= at && words[at - back].folded == word;
  };
  const std::size_t back = is(1, "of") ? (is(2, "day") ? 3 : 2) : 1;
  return back <= at && is_day(words[at - back].folded) &&
         adjoin(words[at - back], words[at - back + 1]);
}

// "1.30 May": the figures before belong to it.
bool follows_number(std::string_view text, std::uint32_t at) {
  return at > 0 && (source::is_digit(text[at - 1]) ||
                    std::string_view("./-").find(text[at - 1]) != std::string_view::npos);
}

bool goes_on(std::string_view text, std::size_t end) {
  return end < text.size() && (source::is_alnum(text[end]) || text[end] == '/');
}

}  // namespace

std::optional<std::uint32_t> month_of(std::string_view word, const syntax::WordLists& lists) {
  const auto found = lists.months.find(word);
  return found == lists.months.end() ? std::nullopt : std::optional(found->second);
}

bool is_month(std::span<const Word> words, std::size_t at, const syntax::WordLists& lists) {
  const Word& word = words[at];
  if (!month_of(word.folded, lists)) return false;
  const bool followed = at + 1 < words.size() && adjoin(word, words[at + 1]);
  if (followed && is_year(words[at + 1].folded)) return true;
  if (!word.capital) return false;
  if (!is_modal(word.folded, lists)) return true;
  const bool opened =
      at > 0 && adjoin(words[at - 1], word) && lists.month_openers.contains(words[at - 1].folded);
  return opened || behind_day(words, at) || (followed && is_day(words[at + 1].folded));
}

std::optional<syntax::Day> day_at(std::string_view text, std::span<const Word> words,
                                  std::size_t at, const syntax::WordLists& lists) {
  const std::uint32_t begin = words[at].range.begin;
  const bool may_begin = source::is_digit(text[begin]) || month_of(words[at].folded, lists);
  if (!may_begin || follows_number(text, begin)) return std::nullopt;
  const auto day = syntax::day_at(text.substr(begin));
  if (!day || goes_on(text, begin + day->length)) return std::nullopt;
  return day;
}

}  // namespace concord::language
