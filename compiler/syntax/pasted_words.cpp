#include "syntax/pasted_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "source/characters.h"

namespace concord::syntax {
namespace {

using source::is_blank;
using source::is_digit;
using source::is_lower;
using source::is_upper;

constexpr std::size_t most_title_words = 10;

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    words += !is_blank(text[i]) && (i == 0 || is_blank(text[i - 1])) ? 1 : 0;
  return words;
}

// "5 Breaches" and "A. MEMBERS", which number a line; "J. Smith" does not.
Number name_or_number(std::string_view text) {
  Number number = number_at_start(text);
  const bool counts =
      number.style == NumberStyle::decimal || is_in_capitals(text.substr(number.label.size()));
  return counts ? number : Number{};
}

}  // namespace

std::size_t space_length(std::string_view text) {
  std::size_t end = 0;
  for (;;) {
    if (end < text.size() && is_blank(text[end])) {
      ++end;
    } else if (text.substr(end).starts_with(no_break_space)) {
      end += no_break_space.size();
    } else {
      return end;
    }
  }
}

bool leads_in(std::string_view text) {
  return ends_with_any(text, {":", ":-", " -", "\xE2\x80\x93", "\xE2\x80\x94"});
}

bool ends_an_item(std::string_view text) {
  return ends_with_any(text, {";", "; and", "; or", ";and", ";or", ", and", ", or"});
}

bool ends_a_clause(std::string_view text) {
  return leads_in(text) || ends_an_item(text) ||
         ends_with_any(text, {".", "!", "?", ".\"", ".\xE2\x80\x9D", ".)", ".**", ".*"});
}

bool is_title(std::string_view text) {
  const bool sentence =
      ends_with_any(text, {".", ":", ";", ",", "!", "?", "#", "-", "=", "|", "\\"});
  return !text.empty() && text.size() <= longest_title && is_upper(text[0]) && !sentence &&
         count_words(text) <= most_title_words;
}

bool is_in_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), is_lower) &&
         std::count_if(text.begin(), text.end(), is_upper) > 3;
}

std::optional<Opening> opening_of(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of("*_"), line.size());
  std::string head(line.substr(marks, longest_opening));
  if (marks > 0) std::erase(head, '*');
  Number number = clause_number(BlockKind::paragraph, head);
  if (!number.present()) number = name_or_number(head);
  if (!number.present()) number = number_run_into_word(head);
  if (!number.present() || number.style == NumberStyle::automatic) return std::nullopt;
  std::size_t end = marks;
  for (std::size_t left = number.label.size(); left > 0 && end < line.size(); ++end)
    left -= marks > 0 && line[end] == '*' ? 0 : 1;
  std::string_view rest = line.substr(end);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t*_"), rest.size()));
  return Opening{std::move(number), rest};
}

}  // namespace concord::syntax
