#include "language/words.h"

#include <algorithm>
#include <array>

#include "language/code_points.h"
#include "source/characters.h"

namespace concord::language {
namespace {

// What one byte tells of a word, without a look at what stands beside it.
enum class Byte : std::uint8_t {
  of_word,  // an ASCII letter or digit
  between,  // an ASCII sign that ends every word
  unclear,  // an apostrophe, "&", or part of a longer character
};

constexpr Byte kind_of(std::size_t c) {
  if (c == '\'' || c == '&' || c >= 0x80) return Byte::unclear;
  return source::is_alnum(static_cast<char>(c)) ? Byte::of_word : Byte::between;
}

constexpr std::array<Byte, 256> kinds_of_bytes() {
  std::array<Byte, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) kinds[c] = kind_of(c);
  return kinds;
}

constexpr std::array<Byte, 256> bytes = kinds_of_bytes();

constexpr char32_t soft_hyphen = 0xAD;
constexpr std::string_view soft_hyphen_bytes = "\xC2\xAD";

// A hyphen that shows only where a line breaks is no letter.
std::string without_soft_hyphens(std::string_view word) {
  std::string kept;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t next = word.find(soft_hyphen_bytes, at);
    kept += word.substr(at, next - at);
    at = next == word.npos ? word.size() : next + soft_hyphen_bytes.size();
  }
  return kept;
}

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
    const CodePoint next = decode(text, at + c.length);
    if (c.value == soft_hyphen && is_of_word(next.value)) {
      at += c.length;
      continue;
    }
    if (!is_apostrophe(c.value) || !is_letter(next.value)) break;
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
  return std::ranges::none_of(word, source::is_lower) &&
         std::ranges::count_if(word, source::is_upper) > 1;
}

// Lower case of ASCII and Latin-1 letters, in place.
void fold(char* text, std::size_t size) {
  std::transform(text, text + size, text, source::lower);
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

}  // namespace

std::uint32_t past_possessive(std::string_view text, std::uint32_t at) {
  if (!is_at(text, at, Byte::unclear)) return at;
  const CodePoint apostrophe = decode(text, at);
  if (!is_apostrophe(apostrophe.value)) return at;
  at += apostrophe.length;
  const CodePoint ending = decode(text, at);
  return ending.value == 's' || ending.value == 'S' ? at + ending.length : at;
}

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
      if (c.value == '&') words_.push_back({{at, at + 1}, "and", "and"});
      at += c.length;
      continue;
    }
    const std::uint32_t end = word_end(text, at);
    add({at, end}, is_capital(c.value), all_capitals(text.substr(at, end - at)));
    at = past_possessive(text, end);
  }
}

void Words::add(Range range, bool capital, bool all_capitals) {
  std::string_view word = slice(folded(), range);
  if (word.find(soft_hyphen_bytes) != word.npos)
    word = changed_.emplace_front(without_soft_hyphens(word));
  const Ending ending = singular_ending(word);
  std::string_view one = word.substr(0, word.size() - ending.cut);
  if (!ending.instead.empty()) one = changed_.emplace_front(singular(word));
  words_.push_back({range, word, one, capital, all_capitals});
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

std::size_t word_from(std::span<const Word> words, std::uint32_t at) {
  const auto begin_of = [](const Word& word) { return word.range.begin; };
  return static_cast<std::size_t>(std::ranges::lower_bound(words, at, {}, begin_of) -
                                  words.begin());
}

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_among(std::string_view word, const syntax::PhraseList& words) {
  return std::ranges::find(words, word) != words.end();
}

std::string straight(std::string_view word) {
  std::string plain(word);
  constexpr std::string_view curved = "\u2019";
  const std::size_t at = plain.find(curved);
  if (at != std::string::npos) plain.replace(at, curved.size(), "'");
  return plain;
}

bool same_words(std::span<const Word> a, std::span<const Word> b) {
  return std::ranges::equal(a, b, {}, &Word::singular, &Word::singular);
}

Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && text[range.begin] == ' ') ++range.begin;
  while (range.end > range.begin && text[range.end - 1] == ' ') --range.end;
  return range;
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (;;) {
    if (text.substr(at).starts_with(' ')) {
      ++at;
    } else if (text.substr(at).starts_with(no_break_space)) {
      at += 2;
    } else {
      return at;
    }
  }
}

namespace {

// Past the character, or the spaces that one stands for; `at` where something else is there.
std::uint32_t past(std::string_view text, std::uint32_t at, char character) {
  if (character == ' ') return skip_spaces(text, at);
  if (at >= text.size()) return at;
  if (character != '\'') return at + (source::lower(text[at]) == character ? 1 : 0);
  const CodePoint found = decode(text, at);
  return at + (is_apostrophe(found.value) ? found.length : 0);
}

}  // namespace

std::optional<std::uint32_t> accept(std::string_view text, std::uint32_t at,
                                    std::string_view words) {
  for (const char c : words) {
    const std::uint32_t next = past(text, at, c);
    if (next == at) return std::nullopt;
    at = next;
  }
  const bool goes_on = source::is_alnum(words.back()) && is_of_word(decode(text, at).value);
  return goes_on ? std::nullopt : std::optional(at);
}

std::optional<std::uint32_t> accept_any(std::string_view text, std::uint32_t at,
                                        const syntax::PhraseList& phrases) {
  for (const std::string& phrase : phrases)
    if (const auto end = accept(text, at, phrase)) return end;
  return std::nullopt;
}

bool overlap(Range a, Range b) {
  return a.begin < b.end && b.begin < a.end;
}
bool within(Range inner, Range outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace concord::language
