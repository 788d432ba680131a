#include "language/sentences.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "language/code_points.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::language {
namespace {

using syntax::WordLists;

// What stands before the full stop at `stop`, back to a space or bracket.
std::string word_before(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(' && text[begin - 1] != '[')
    --begin;
  return fold(text.substr(begin, stop - begin));
}

bool closes(char32_t c) {
  return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x2019 || c == 0x201D;
}

// The mark that closes what `mark` opens; 0 where it opens nothing.
char32_t closing_mark(char32_t mark, bool before_a_word) {
  switch (mark) {
    case 0x201C:
      return 0x201D;
    case 0x2018:
      return 0x2019;
    case '"':
      return '"';
    case '\'':
      return before_a_word ? '\'' : 0;
    default:
      return 0;
  }
}

// The byte from `at` on where a quotation mark may stand; the end where there is none.
std::uint32_t next_mark(std::string_view text, std::uint32_t at) {
  const auto opens_mark = [](char c) { return c == '"' || c == '\'' || c == '\xE2'; };
  return find_from(text, at, opens_mark);
}

// A space before the text.
char32_t code_point_before(std::string_view text, std::uint32_t at) {
  if (at == 0) return ' ';
  return decode(text, source::to_boundary(text, at - 1)).value;
}

// Where the sentence that ends with the stop at `stop` ends, or nothing where none does.
std::optional<std::uint32_t> sentence_end(std::string_view text, std::uint32_t stop,
                                          const WordLists& lists) {
  std::uint32_t end = stop + 1;
  while (end < text.size() && closes(decode(text, end).value)) end += decode(text, end).length;
  if (end >= text.size()) return end;
  if (!is_space(decode(text, end).value)) return std::nullopt;
  std::uint32_t next = end;
  while (next < text.size() && is_space(decode(text, next).value))
    next += decode(text, next).length;
  const char32_t follower = next < text.size() ? decode(text, next).value : 0;
  if (is_letter(follower) && !is_capital(follower)) return std::nullopt;
  if (text[stop] != '.') return end;
  const std::string word = word_before(text, stop);
  if (lists.abbreviations.contains(word)) return std::nullopt;
  const bool initial = word.size() == 1 && source::is_alpha(word[0]);
  if (initial && is_capital(follower)) return std::nullopt;
  if (lists.doubtful_abbreviations.contains(word) && !is_capital(follower)) return std::nullopt;
  return end;
}

}  // namespace

std::vector<Range> sentences_of(std::string_view text, const WordLists& lists) {
  std::vector<Range> sentences;
  std::uint32_t begin = 0;
  const auto close = [&](std::uint32_t end) {
    const Range range = trimmed(text, {begin, end});
    if (range.begin < range.end) sentences.push_back(range);
    begin = end;
  };
  const auto stops = [](char c) { return c == '.' || c == '!' || c == '?'; };
  for (std::uint32_t at = find_from(text, 0, stops); at < text.size();
       at = find_from(text, at + 1, stops)) {
    if (const auto end = sentence_end(text, at, lists)) {
      close(*end);
      at = *end - 1;
    }
  }
  close(static_cast<std::uint32_t>(text.size()));
  return sentences;
}

Range sentence_around(std::string_view text, std::uint32_t at, const WordLists& lists) {
  const auto sentences = sentences_of(text, lists);
  const auto found = std::ranges::find_if(sentences, [&](Range each) { return at < each.end; });
  return found == sentences.end() ? Range{} : *found;
}

bool opens_sentence(std::string_view text, std::uint32_t at, const WordLists& lists) {
  const auto sentences = sentences_of(text, lists);
  return std::ranges::find(sentences, at, &Range::begin) != sentences.end();
}

std::vector<Range> quotations_of(std::string_view text) {
  std::vector<Range> quotations;
  std::uint32_t begin = 0;
  char32_t closing = 0;  // the mark that ends the open quotation; 0 outside one
  std::uint32_t length = 0;
  for (auto at = next_mark(text, 0); at < text.size(); at = next_mark(text, at + length)) {
    const char32_t mark = decode(text, at).value;
    length = decode(text, at).length;
    const bool word_before_it = is_of_word(code_point_before(text, at));
    const bool word_after_it = is_of_word(decode(text, at + length).value);
    const bool apostrophe = is_apostrophe(mark) && word_before_it && word_after_it;
    if (closing != 0 && mark == closing && !apostrophe) {
      quotations.push_back({begin, at});
      closing = 0;
    } else if (closing == 0 && !word_before_it) {
      closing = closing_mark(mark, word_after_it);
      begin = at + length;
    }
  }
  return quotations;
}

}  // namespace concord::language
