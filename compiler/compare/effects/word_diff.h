// Word by word: what one text says that another does not.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "compare/match/lexicon.h"
#include "syntax/document.h"

namespace concord::compare {

enum class EditKind : std::uint8_t {
  equal,
  insertion,  // in b only; `a` is the empty range where it would stand
  deletion,   // in a only; `b` likewise
  role,       // another word for the same role: a layer of its own, which a reader may mute
};

struct Edit {
  EditKind kind = EditKind::equal;
  syntax::Range a;
  syntax::Range b;

  friend bool operator==(const Edit&, const Edit&) = default;
};

// A text with its tokens, in order. Borrowed.
struct TokenText {
  std::string_view text;
  std::span<const Token> tokens;
};

// The edits that turn a into b, in order; together their ranges cover both texts without gap or
// overlap (white space goes with the word before it). No word is split. Modals, negators, numbers,
// dates and references are never matched in part, and differences slide to the edges of phrases.
std::vector<Edit> word_diff(const TokenText& a, const TokenText& b);

// The same of texts of no protocol.
std::vector<Edit> word_diff(std::string_view a, std::string_view b, const Lexicon& lexicon);

}  // namespace concord::compare
