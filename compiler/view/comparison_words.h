// What is found by comparing, in words for people: English unless others are given.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparison.h"
#include "view/words.h"

namespace concord::view {

struct Effect;

// What b is to a, said beside b: "part of this".
std::string_view words_for(compare::Relation relation, const Words& words = Words());

// "different force of duty".
std::string_view words_for(compare::DivergenceType type, const Words& words = Words());

// The same of the kind by its name ("duty"); empty of none.
std::string_view words_for_kind(std::string_view name, const Words& words = Words());

// What is shown of a difference.
Effect effect_of(compare::Divergence divergence);

// "differs in effect", "may differ in effect".
std::string_view words_for(compare::Certainty certainty, const Words& words = Words());

// A statement in pieces: words that decide, and those around them.
struct StatementPiece {
  std::string_view words;
  bool decides = false;
};
// In order, none empty. The statement must outlive them.
std::vector<StatementPiece> pieces_of(const compare::Quotation& statement);

// The length of the first words of a text, so many bytes at most, cut between words.
std::size_t length_of_opening(std::string_view text, std::size_t most = 90);
// Those words, with an ellipsis where they are not the whole text.
std::string opening(const std::string& text, std::size_t most = 90);

}  // namespace concord::view
