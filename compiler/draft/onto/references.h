// References that follow the clauses that they cite.
//
// A clause keeps its identity through the edit: each of the source is known with the one of the new
// text that came of it, and what cites the first by its number, or links to it, is written anew
// where the second is numbered otherwise. Words of a reference that were edited are left as the
// editor put them.
#pragma once

#include "draft/onto/new_text.h"

namespace concord::draft {

void follow_references(const MatchedFiles& files, const NewText& now, CollectedEdits& edits);

}  // namespace concord::draft
