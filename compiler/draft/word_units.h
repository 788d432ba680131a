// The paragraphs of a Word file as it was made and as it came back, and which became which.
//
// A bookmark says which clause a paragraph is, and words say it too. Neither is sure: a paragraph
// that was copied has the bookmark of the other, a new one typed before a clause takes its
// bookmark, and programs lose them. So the bookmark counts where the words agree with it, the same
// words count before other words with the bookmark, and the bookmark alone is the last resort.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/clause_graph.h"
#include "intake/blocks.h"

namespace concord::draft {

// A paragraph or table of the text. Borrows its block.
struct Unit {
  const intake::Block* block = nullptr;
  syntax::Prose prose;  // footnotes by the label of the source; of a table all its cells' words
  std::optional<graph::ClauseId> clause;  // whose bookmark stands in it; the first of several
  bool around = false;                    // of the cover or what follows the text, by its style

  bool is_table() const { return block->kind == intake::BlockKind::table; }
};

// A footnote as the file has it. Borrows the note.
struct NoteUnit {
  const intake::Note* note = nullptr;
  std::vector<syntax::Prose> paragraphs;
  std::string label;                      // in the source; of a new one, that it is to have
  std::optional<graph::ClauseId> clause;  // none: it is new
};

struct Units {
  std::vector<Unit> units;
  std::vector<NoteUnit> notes;
};

// The words of a paragraph with what Markdown can say of them, white space squeezed. `labels`: of
// the footnotes, by their printed marks.
syntax::Prose prose_of(const intake::Runs& runs,
                       const std::map<std::string, std::string, std::less<>>& labels);

// The bookmarks of Concord's are those of the graph's clauses. `known` are the notes of the file as
// it was made; none where that is what is read.
Units units_of(const intake::Reading& reading, const graph::ClauseGraph& graph, const Units* known);

using Index = std::optional<std::size_t>;

// By unit of the one file: the unit of the other, or nothing.
struct UnitPairs {
  std::vector<Index> of_before;
  std::vector<Index> of_after;
};
UnitPairs pair_units(const std::vector<Unit>& before, const std::vector<Unit>& after);

// Places of those units of `after` that have moved among the paired ones that stayed in order.
std::vector<bool> moved_units(const UnitPairs& pairs);

}  // namespace concord::draft
