#include "language/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "source/utf8.h"

namespace concord::language {
namespace {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;
};

// The code point at `at`; 0 behind the text. A byte that is no UTF-8 stands for itself.
CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const std::size_t length = source::character_length(text.substr(at));
  if (length == 0) return {first, 1};
  return {source::code_point(text.substr(at, length)), static_cast<std::uint32_t>(length)};
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0x250) return c >= 0xC0 && c != 0xD7 && c != 0xF7;
  return (c >= 0x370 && c < 0x2000) || (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xD800);
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_of_word(char32_t c) {
  return is_letter(c) || is_digit(c);
}
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019;
}
bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0xA0;
}

// What one byte tells of a word, without a look at what stands beside it.
enum class Byte : std::uint8_t {
  of_word,  // an ASCII letter or digit
  between,  // an ASCII sign that ends every word
  unclear,  // an apostrophe, "&", or part of a longer character
};

constexpr Byte kind_of(std::size_t c) {
  if (c == '\'' || c == '&' || c >= 0x80) return Byte::unclear;
  const bool small = c >= 'a' && c <= 'z';
  const bool big = c >= 'A' && c <= 'Z';
  const bool digit = c >= '0' && c <= '9';
  return small || big || digit ? Byte::of_word : Byte::between;
}

constexpr std::array<Byte, 256> kinds_of_bytes() {
  std::array<Byte, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) kinds[c] = kind_of(c);
  return kinds;
}

constexpr std::array<Byte, 256> bytes = kinds_of_bytes();

// True within the text, where a byte of that kind stands.
bool is_at(std::string_view text, std::size_t at, Byte kind) {
  return at < text.size() && bytes[static_cast<unsigned char>(text[at])] == kind;
}

// The end of the word that begins at `begin`, before a possessive ending.
std::uint32_t word_end(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  for (;;) {
    while (is_at(text, at, Byte::of_word)) ++at;
    if (at == text.size() || is_at(text, at, Byte::between)) break;
    const CodePoint c = decode(text, at);
    if (is_of_word(c.value)) {
      at += c.length;
      continue;
    }
    if (!is_apostrophe(c.value)) break;
    const CodePoint next = decode(text, at + c.length);
    if (!is_letter(next.value)) break;
    const bool ends_after = [&] {
      const CodePoint after = decode(text, at + c.length + next.length);
      return !is_of_word(after.value);
    }();
    if ((next.value == 's' || next.value == 'S') && ends_after) break;
    at += c.length;
  }
  return at;
}

// Two capitals or more of ASCII, and no small letter of it.
bool all_capitals(std::string_view word) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto big = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::ranges::none_of(word, small) && std::ranges::count_if(word, big) > 1;
}

// Never the end of a sentence, whatever follows.
constexpr std::array<std::string_view, 40> abbreviations = {
    "e.g",  "eg",   "i.e", "ie",  "l.e", "cf",  "viz",  "vs",    "v",    "no",
    "nos",  "mr",   "mrs", "ms",  "dr",  "st",  "cllr", "cllrs", "para", "paras",
    "p",    "pp",   "s",   "ss",  "sec", "art", "reg",  "regs",  "sch",  "approx",
    "incl", "dept", "tel", "ext", "fig", "ch",  "hon",  "rt",    "prof", "rev"};

// Between two sentences or within one: a capital after them tells.
constexpr std::array<std::string_view, 6> doubtful = {"etc", "a.m", "p.m", "ltd", "co", "inc"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// What stands before the full stop at `stop`, back to a space or bracket.
std::string word_before(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(' && text[begin - 1] != '[')
    --begin;
  return fold(text.substr(begin, stop - begin));
}

// Lower case of ASCII and Latin-1 letters, in place.
void fold(char* text, std::size_t size) {
  std::transform(text, text + size, text, lower);
  const std::string_view all(text, size);
  for (auto at = all.find('\xC3'); at != all.npos && at + 1 < size; at = all.find('\xC3', at + 2)) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second >= 0x80 && second <= 0x9E && second != 0x97)
      text[at + 1] = static_cast<char>(second + 0x20);
  }
}

// How a word becomes its singular: `cut` letters of its end give way to `instead`.
struct Ending {
  std::size_t cut = 0;
  std::string_view instead = {};
};

Ending singular_ending(std::string_view word) {
  if (word.size() > 3 && word.ends_with("men")) return {2, "an"};
  if (!word.ends_with('s')) return {};
  if (word == "appendices") return {4, "ix"};
  if (word.size() > 4 && word.ends_with("ies")) return {3, "y"};
  for (const std::string_view ending : {"sses", "xes", "ches", "shes"})
    if (word.ends_with(ending)) return {2};
  for (const std::string_view ending : {"ss", "us", "is"})
    if (word.ends_with(ending)) return {};
  return {word.size() > 2 ? 1U : 0U};
}

// FNV-1a (Fowler, Noll and Vo): words are too short for a hash that must be made ready first.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// Past the ending of a possessive at `at`, which is no word of its own.
std::uint32_t past_possessive(std::string_view text, std::uint32_t at) {
  if (!is_at(text, at, Byte::unclear)) return at;
  const CodePoint apostrophe = decode(text, at);
  if (!is_apostrophe(apostrophe.value)) return at;
  at += apostrophe.length;
  const CodePoint ending = decode(text, at);
  return ending.value == 's' || ending.value == 'S' ? at + ending.length : at;
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
std::optional<std::uint32_t> sentence_end(std::string_view text, std::uint32_t stop) {
  std::uint32_t end = stop + 1;
  while (end < text.size() && closes(decode(text, end).value)) end += decode(text, end).length;
  if (end >= text.size()) return end;
  if (!is_space(decode(text, end).value)) return std::nullopt;
  if (text[stop] != '.') return end;
  std::uint32_t next = end;
  while (next < text.size() && is_space(decode(text, next).value))
    next += decode(text, next).length;
  const char32_t follower = next < text.size() ? decode(text, next).value : 0;
  const std::string word = word_before(text, stop);
  if (contains(abbreviations, word)) return std::nullopt;
  const bool initial = word.size() == 1 && std::isalpha(static_cast<unsigned char>(word[0])) != 0;
  if (initial && is_upper(follower)) return std::nullopt;
  if (contains(doubtful, word) && !is_upper(follower)) return std::nullopt;
  if (is_letter(follower) && !is_upper(follower)) return std::nullopt;
  return end;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded(text);
  fold(folded.data(), folded.size());
  return folded;
}

Words::Words(std::string_view text) : folded_(text.begin(), text.end()) {
  fold(folded_.data(), folded_.size());
  words_.reserve(text.size() / 6);
  for (std::uint32_t at = 0; at < text.size();) {
    if (is_at(text, at, Byte::between)) {
      ++at;
      continue;
    }
    const CodePoint c = decode(text, at);
    if (!is_of_word(c.value)) {
      if (c.value == '&') words_.push_back({{at, at + 1}, "and", "and", hash_of("and")});
      at += c.length;
      continue;
    }
    const std::uint32_t end = word_end(text, at);
    add({at, end}, is_upper(c.value), all_capitals(text.substr(at, end - at)));
    at = past_possessive(text, end);
  }
}

void Words::add(Range range, bool capital, bool all_capitals) {
  const std::string_view word = slice(folded(), range);
  const Ending ending = singular_ending(word);
  std::string_view one = word.substr(0, word.size() - ending.cut);
  if (!ending.instead.empty()) one = changed_.emplace_front(singular(word));
  words_.push_back({range, word, one, hash_of(one), capital, all_capitals});
}

bool joins(std::string_view gap) {
  if (gap.empty()) return false;
  for (std::size_t i = 0; i < gap.size();) {
    const CodePoint c = decode(gap, i);
    const bool dash = c.value == '-' || (c.value >= 0x2010 && c.value <= 0x2013);
    if (!is_space(c.value) && !dash) return false;
    i += c.length;
  }
  return true;
}

bool joins_owner(std::string_view gap) {
  const CodePoint apostrophe = decode(gap, 0);
  if (gap.empty() || !is_apostrophe(apostrophe.value)) return false;
  gap.remove_prefix(apostrophe.length);
  if (gap.starts_with('s') || gap.starts_with('S')) gap.remove_prefix(1);
  return joins(gap);
}

std::string singular(std::string_view word) {
  const Ending ending = singular_ending(word);
  return std::string(word.substr(0, word.size() - ending.cut)).append(ending.instead);
}

bool same_words(std::span<const Word> a, std::span<const Word> b) {
  return std::ranges::equal(a, b, {}, &Word::singular, &Word::singular);
}

Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && text[range.begin] == ' ') ++range.begin;
  while (range.end > range.begin && text[range.end - 1] == ' ') --range.end;
  return range;
}

std::vector<Range> sentences_of(std::string_view text) {
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
    if (const auto end = sentence_end(text, at)) {
      close(*end);
      at = *end - 1;
    }
  }
  close(static_cast<std::uint32_t>(text.size()));
  return sentences;
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

bool overlap(Range a, Range b) {
  return a.begin < b.end && b.begin < a.end;
}
bool within(Range inner, Range outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace concord::language
