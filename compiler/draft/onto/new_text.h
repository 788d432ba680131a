// The composed text read again: proof that it says what was meant.
#pragma once

#include <string>
#include <vector>

#include "draft/onto/matched_files.h"
#include "draft/rewriting.h"

namespace concord::draft {

struct NewText {
  explicit NewText(const std::string& text);

  Reread reread;
  std::vector<graph::ClauseId> order;  // its clauses by place, footnotes left out
};

// Whether the text has the clauses that were meant, one for each entry.
bool has_clauses_meant(const NewText& now, const CollectedEdits& edits);

// Marks the clauses whose words are not read as they were meant, which are to be written anew as a
// whole; false where all are.
bool mark_misread(const MatchedFiles& files, const NewText& now, CollectedEdits& edits);

}  // namespace concord::draft
