// What a revision does to the terms that the text defines: a definition that came, went or says
// something else is felt wherever the term is used.
#pragma once

#include <vector>

#include "draft/revision.h"

namespace concord::draft {

struct MeaningChange {
  ClauseId clause{};  // that defines the term: of the later version, or, where the term is defined
                      // no more, of the earlier one
  Effect effect;      // EffectKind::new_definition, definition or lost_definition
};

// `revision` is that of the two, with the words that changed. A term is the same in singular and
// plural and with any capitals. What its definition says is the sentence in which it stands, or the
// row of a table; of items below that sentence nothing is said.
std::vector<MeaningChange> meaning_changes(const passes::Protocol& before,
                                           const passes::Protocol& after, const Revision& revision,
                                           const syntax::WordLists& lists);

}  // namespace concord::draft
