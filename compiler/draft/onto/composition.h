// The new source text, from the segments that stay, the clauses that are new and what changes in
// them.
//
// Blank lines and blank quotation marks between two clauses are the source's where both stood side
// by side, else those that their kind has. The number and the bullet of a new clause are modelled
// on the nearest clause of its kind (new_clause.h).
#pragma once

#include <string>

#include "draft/onto/matched_files.h"

namespace concord::draft {

std::string composed(const MatchedFiles& files, const CollectedEdits& edits);

}  // namespace concord::draft
