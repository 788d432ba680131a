// What is taken from an edited Word file, kind by kind.
#pragma once

#include "draft/onto/matched_files.h"

namespace concord::draft {

// Clauses that came, went, moved, or have other words, other cells, another number or level.
void take_units(const MatchedFiles& files, CollectedEdits& edits);

// The words of one clause, where they changed.
void take_words(const MatchedFiles& files, const graph::Clause& clause, const syntax::Prose& was,
                const syntax::Prose& is, const intake::Place& place, CollectedEdits& edits);

// Footnotes that came, went or have other words.
void take_notes(const MatchedFiles& files, CollectedEdits& edits);

// Comments, which become drafting notes. After the units: a comment may stand in a new one.
void take_comments(const MatchedFiles& files, CollectedEdits& edits);

}  // namespace concord::draft
