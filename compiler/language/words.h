// The words of plain text: what everything that reads prose reads it by.
//
// A Word is the token of this room: later readings (phrases, roles, modals, numbers) are of runs of
// words, told by the place of their first word and their count. Ranges are bytes of the text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/word_lists.h"

namespace concord::language {

using syntax::Range;

// A run of letters and digits. An apostrophe between letters belongs to it, a possessive ending
// does not: "officer's" is the word "officer". "&" is a word of its own and reads "and".
struct Word {
  Range range;
  std::string_view folded;    // lower case
  std::string_view singular;  // of folded
  bool capital = false;       // begins with a capital
  bool all_capitals = false;  // two or more letters, no small one
};

// The words of a text, in order, with the letters that they are made of: the text may go, and a
// Words may be moved (not copied), and its Word stay what they are.
class Words {
 public:
  explicit Words(std::string_view text);
  Words(Words&&) noexcept = default;
  Words& operator=(Words&&) noexcept = default;

  const Word* begin() const { return words_.data(); }
  const Word* end() const { return words_.data() + words_.size(); }
  const Word* data() const { return words_.data(); }
  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  const Word& operator[](std::size_t i) const { return words_[i]; }

  // The text in lower case, with each byte where it was.
  std::string_view folded() const { return {folded_.data(), folded_.size()}; }

 private:
  void add(Range range, bool capital, bool all_capitals);

  std::vector<char> folded_;                // no string: that moves its bytes where they are few
  std::forward_list<std::string> changed_;  // singulars that are no part of the text
  std::vector<Word> words_;
};

inline std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

// The text between two words that follow one another.
inline std::string_view between(std::string_view text, const Word& a, const Word& b) {
  return text.substr(a.range.end, b.range.begin - a.range.end);
}

// The first byte from `at` on that the test holds for; the end where there is none.
template <typename Test>
std::uint32_t find_from(std::string_view text, std::uint32_t at, Test test) {
  return static_cast<std::uint32_t>(std::find_if(text.begin() + at, text.end(), test) -
                                    text.begin());
}

// Nothing but spaces, hyphens and dashes: the words are of one phrase.
bool joins(std::string_view gap);

// A possessive ending, and no other sign but such: "Members' Code", "Council's Constitution".
bool joins_owner(std::string_view gap);

// The singular of a lower-case English word, near enough to compare two words that went through it.
std::string singular(std::string_view word);

// The place of the first word that begins at or behind the byte; how many there are where none
// does.
std::size_t word_from(std::span<const Word> words, std::uint32_t at);

bool is_among(std::string_view word, std::span<const std::string_view> words);
bool is_among(std::string_view word, const syntax::PhraseList& words);

// The word with the apostrophe of the lists: "can't" for "can’t".
std::string straight(std::string_view word);

// One after another, whatever their number, the same words.
bool same_words(std::span<const Word> a, std::span<const Word> b);

// Lower case of ASCII and Latin-1 letters.
std::string fold(std::string_view text);

// Without white space at either end.
Range trimmed(std::string_view text, Range range);

// Past the possessive ending at `at` ("'s", "'"), which is no word of its own; `at` where there is
// none.
std::uint32_t past_possessive(std::string_view text, std::uint32_t at);

// Past spaces and no-break spaces.
std::uint32_t skip_spaces(std::string_view text, std::uint32_t at);

// The end of the lower-case word(s) at `at`, whatever their case and apostrophes in the text;
// nothing where others stand there or the last goes on. `at` is within the text or at its end.
std::optional<std::uint32_t> accept(std::string_view text, std::uint32_t at,
                                    std::string_view words);
// The same for the first of the phrases that stands there.
std::optional<std::uint32_t> accept_any(std::string_view text, std::uint32_t at,
                                        const syntax::PhraseList& phrases);

bool overlap(Range a, Range b);
bool within(Range inner, Range outer);

}  // namespace concord::language
