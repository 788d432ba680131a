// An edited Word file taken into the source that it was made of.
//
// The source stays as it is but for what was edited: each clause is a segment of it
// (source_segments.h), words change within segments (word_edits.h), and segments go, move and come
// in. Numbers are those that Word shows; what cites a clause whose number changed follows it. To
// write the source anew from the Word file, the tempting alternative, would lose all that Word does
// not show: attributes, targets of links, drafting notes, the layout of lines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "draft/rewriting.h"
#include "intake/blocks.h"

namespace concord::draft {

// An edit that has no place in the source.
struct Unplaced {
  intake::Place place;
  std::string words;
  std::string reason;  // lower case, no full stop
};

struct TakenEdits {
  std::string text;  // the source as it comes to stand
  std::size_t reworded = 0;
  std::size_t inserted = 0;
  std::size_t deleted = 0;
  std::size_t moved = 0;
  std::size_t renumbered = 0;
  std::size_t references = 0;  // numbers in references that follow their clauses
  std::size_t comments = 0;    // that became drafting notes
  std::vector<Unplaced> unplaced;
  double recognised = 0;  // 0 to 1: of the clauses, those that the Word file still has

  bool none() const {
    return reworded + inserted + deleted + moved + renumbered + references + comments == 0;
  }
};

// `made` is the Word file of the protocol as it stands, `edited` the one that came back.
TakenEdits take_edits(const Reader& reader, const passes::Protocol& protocol,
                      const intake::Reading& made, const intake::Reading& edited);

// What two Word files of one protocol say differently, paragraph by paragraph: proof that what was
// taken in is what was there. Figures do not count: references that follow their clauses have
// others than Word shows before it updates its fields. `graph` is that of the source of `made`.
std::vector<Unplaced> differences(const intake::Reading& made, const intake::Reading& edited,
                                  const graph::ClauseGraph& graph);

}  // namespace concord::draft
