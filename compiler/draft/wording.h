// Word by word, what a revision did to a text, for a reader's eye: no word is split, and where
// hardly a word is left between two changes they are shown as one instead of in shreds.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/effects/word_diff.h"

namespace concord::draft {

// What stands between the words of two clauses where they were split or merged.
inline constexpr std::string_view clause_break = " \u00b6 ";

// What is other about words that are not kept.
enum class Layer : std::uint8_t {
  words,
  spelling,   // punctuation, quotation marks, case, or a spelling variant alone
  title,      // another title for one role
  reference,  // a reference that follows its target to another number
};
std::string_view name_of(Layer layer);  // "words", …

// A stretch of a changed text. Kept and deleted ones together are the earlier text, kept and
// inserted ones the later.
struct Piece {
  enum class Kind : std::uint8_t { kept, deleted, inserted };

  Kind kind = Kind::kept;
  Layer layer = Layer::words;  // of what is not kept
  std::string text;

  friend bool operator==(const Piece&, const Piece&) = default;
};
std::string_view name_of(Piece::Kind kind);  // "kept", …

// A range of the earlier text and what stands in its place in the later one. Stretches follow one
// another without a gap on either side.
struct Stretch {
  bool kept = false;  // the same to the letter
  Layer layer = Layer::words;
  syntax::Range before;
  syntax::Range after;

  bool is_replacement() const {
    return !kept && before.begin < before.end && after.begin < after.end;
  }
};

// An amount and a date are exchanged whole (atoms.h); `lists` has the months.
std::vector<Stretch> stretches(const compare::TokenText& before, const compare::TokenText& after,
                               const syntax::WordLists& lists);

// Joins changes of words that hardly a word parts, after Fraser's semantic clean-up of differences
// (Neil Fraser, diff-match-patch, 2006). The stretches are of the two texts.
std::vector<Stretch> joined(const std::vector<Stretch>& stretches, std::string_view before,
                            std::string_view after);

// The stretches as words. Where something is replaced, what goes stands before what comes.
std::vector<Piece> pieces_of(const std::vector<Stretch>& stretches, std::string_view before,
                             std::string_view after);

}  // namespace concord::draft
