// A paragraph that somebody put in in Word, as a clause of the source: modelled on the nearest one
// of its look, so that it is spelt as its neighbours are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/word_units.h"

namespace concord::draft {

// A clause of the source to go by. Borrows all.
struct Model {
  const intake::Block* block = nullptr;  // in the Word file as it was made
  const graph::Clause* clause = nullptr;
  std::string_view head;    // in the source: indent, bullet, number, up to the words
  std::uint32_t begin = 0;  // of the head
};

struct MadeClause {
  std::string head;
  syntax::Prose words;
  bool heading = false;
  bool numbered = false;
};

// `models`: the nearest first.
MadeClause made_clause(const Unit& unit, const std::vector<Model>& models);

// As Markdown, on one line.
std::string text_of(const MadeClause& made);

// "- ", "  3. ", and the like.
bool is_item_head(std::string_view head);

}  // namespace concord::draft
