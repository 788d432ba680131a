#include "intake/wording.h"

#include <algorithm>
#include <array>

#include "source/characters.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

using source::is_digit;
using source::is_lower;
using source::is_upper;
using syntax::ImportLists;

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::array<std::string_view, 3> dashes{"-", "–", "—"};
constexpr std::array<std::string_view, 4> opening_marks{"“", "‘", "\"", "'"};
constexpr std::array<std::string_view, 2> closing_marks{"”", "\""};

std::size_t space_before(std::string_view text) {
  if (text.empty()) return 0;
  const char last = text.back();
  if (last == ' ' || last == '\t' || last == '\n' || last == '\r' || last == '\f') return 1;
  return text.ends_with(no_break_space) ? no_break_space.size() : 0;
}

std::size_t space_at_start(std::string_view text) {
  if (text.empty()) return 0;
  const char first = text.front();
  if (first == ' ' || first == '\t' || first == '\n' || first == '\r' || first == '\f') return 1;
  return text.starts_with(no_break_space) ? no_break_space.size() : 0;
}

// Without quotation marks and brackets that close.
std::string_view without_closing(std::string_view text) {
  text = trimmed(text);
  for (;;) {
    const std::size_t before = text.size();
    for (const std::string_view mark : {"”", "’", "\"", "'", ")", "]"})
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    if (text.size() == before) return text;
  }
}

std::size_t count_of(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size()))
    ++count;
  return count;
}

constexpr std::size_t longest_heading = 110;
constexpr std::size_t most_words_of_heading = 14;

// "Approved by Full Council on 14 May 2024", "Last reviewed: 2023", "Version 2.1".
bool says_when(std::string_view text, const ImportLists& lists) {
  std::string_view first = tokens_of(text).front();
  while (!first.empty() && !source::is_alpha(first.back())) first.remove_suffix(1);
  return lists.dating_words.contains(folded(first)) && std::ranges::any_of(text, is_digit);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t length = space_at_start(text)) text.remove_prefix(length);
  while (const std::size_t length = space_before(text)) text.remove_suffix(length);
  return text;
}

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool contains_any(std::string_view text, const syntax::PhraseList& words) {
  return std::ranges::any_of(words, [&](const std::string& word) { return contains(text, word); });
}

std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    std::size_t length = 0;
    while (length < text.size() && space_at_start(text.substr(length)) == 0) ++length;
    tokens.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return tokens;
}

std::string_view last_token(std::string_view text) {
  text = trimmed(text);
  std::size_t begin = text.size();
  while (begin > 0 && space_before(text.substr(0, begin)) == 0) --begin;
  return text.substr(begin);
}

std::string without_unseen(std::string_view text) {
  static constexpr std::array<std::string_view, 4> unseen{"\xC2\xAD", "\xE2\x80\x8B",
                                                          "\xE2\x81\xA0", "\xEF\xBB\xBF"};
  std::string out;
  while (!text.empty()) {
    const auto found = std::ranges::find_if(
        unseen, [&](std::string_view character) { return text.starts_with(character); });
    if (found == unseen.end()) out += text[0];
    text.remove_prefix(found == unseen.end() ? 1 : found->size());
  }
  return out;
}

bool ends_sentence(std::string_view text) {
  const std::string_view words = without_closing(text);
  if (words.ends_with("...")) return false;  // a blank to fill in
  return !words.empty() && (words.back() == '.' || words.back() == '?' || words.back() == '!');
}

bool leads_in(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with(":-")) return true;
  // A hyphen behind a letter is a word's, broken at the end of its line.
  if (text.ends_with('-') && text.size() > 1 && source::is_alpha(text[text.size() - 2]))
    return false;
  return text.ends_with(':') ||
         std::ranges::any_of(dashes, [&](std::string_view dash) { return text.ends_with(dash); });
}

bool ends_with_punctuation(std::string_view text) {
  const std::string_view words = without_closing(text);
  return ends_sentence(text) || leads_in(text) || words.ends_with(';') || words.ends_with(',');
}

bool breaks_off(std::string_view text, const ImportLists& lists) {
  const std::string last = folded(last_token(text));
  return last.ends_with(',') || lists.open_words.contains(last);
}

bool opens_with_small_letter(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text[0] == '(' || text[0] == '[')) text.remove_prefix(1);
  return !text.empty() && is_lower(text[0]);
}

bool opens_with_capital(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view mark : opening_marks)
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  while (!text.empty() && (text[0] == '(' || text[0] == '[')) text.remove_prefix(1);
  if (text.empty()) return false;
  // Capitals of the Latin letters with accents ("Ŵ", "Â") among others; small ones as well.
  return is_upper(text[0]) || static_cast<unsigned char>(text[0]) >= 0xC3;
}

bool opens_with_quotation(std::string_view text) {
  text = trimmed(text);
  return text.starts_with("“") || text.starts_with('"') || text.starts_with("‘");
}

bool ends_with_quotation(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';'))
    text.remove_suffix(1);
  return text.ends_with("’") || std::ranges::any_of(closing_marks, [&](std::string_view mark) {
           return text.ends_with(mark);
         });
}

bool leaves_quotation_open(std::string_view text) {
  const std::size_t straight = count_of(text, "\"");
  const std::size_t opened = count_of(text, "“") + (straight + 1) / 2;
  const std::size_t closed = count_of(text, "”") + straight / 2;
  return opened > closed;
}

bool in_capitals(std::string_view text) {
  const auto capitals = std::ranges::count_if(text, is_upper);
  return capitals >= 2 && std::ranges::none_of(text, is_lower);
}

bool could_head(std::string_view text, const ImportLists& lists) {
  text = trimmed(text);
  if (text.empty() || text.size() > longest_heading) return false;
  if (text[0] == '(' || text.find('@') != std::string_view::npos ||
      text.find("://") != std::string_view::npos)
    return false;
  if (text.ends_with('?')) text.remove_suffix(1);  // "What can officers expect?"
  if (!opens_with_capital(text) || ends_with_punctuation(text)) return false;
  return tokens_of(text).size() <= most_words_of_heading && !says_when(text, lists);
}

std::string without_digits(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (is_digit(c) && out.ends_with('#')) continue;
    if (c == ' ' && out.ends_with(' ')) continue;
    out += is_digit(c) ? '#' : source::lower(c);
  }
  return out;
}

}  // namespace concord::intake
