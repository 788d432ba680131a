// Words and sentences of plain text: what every pass that reads prose reads it by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"

namespace concord::passes {

using syntax::Range;

// A run of letters and digits. An apostrophe between letters belongs to it, a possessive ending
// does not: "officer's" is the word "officer". "&" is a word of its own and reads "and".
struct Word {
  Range range;
  std::string folded;         // lower case
  std::string singular;       // of folded
  bool capital = false;       // begins with a capital
  bool all_capitals = false;  // two or more letters, no small one
};

std::vector<Word> words_of(std::string_view text);

inline std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

// The text between two words that follow one another.
inline std::string_view between(std::string_view text, const Word& a, const Word& b) {
  return text.substr(a.range.end, b.range.begin - a.range.end);
}

// Nothing but spaces, hyphens and dashes: the words are of one phrase.
bool joins(std::string_view gap);

// A possessive ending, and no other sign but such: "Members' Code", "Council's Constitution".
bool joins_owner(std::string_view gap);

// The singular of a lower-case English word, near enough to compare two words that went through it.
std::string singular(std::string_view word);

// Lower case of an ASCII letter; every other byte as it is.
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Lower case of ASCII and Latin-1 letters.
std::string fold(std::string_view text);

// Without white space at either end.
Range trimmed(std::string_view text, Range range);

// The sentences, without the space between. Knows "e.g.", "i.e.", "No." and their like, and that
// "etc." ends a sentence where a capital follows.
std::vector<Range> sentences_of(std::string_view text);

// The parts in double quotes, or in single quotes that are no apostrophes, without the quotes.
std::vector<Range> quotations_of(std::string_view text);

bool overlap(Range a, Range b);
bool within(Range inner, Range outer);

}  // namespace concord::passes
