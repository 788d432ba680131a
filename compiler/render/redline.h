// A revision as data: what `concord redline --format json` prints.
#pragma once

#include <string>

#include "draft/revision.h"

namespace concord::render {

// {"schema", "before": {"id", "status", "adopted", "version"}, "after": {…}, "summary": {…},
// "changes": [{"fate", "before", "after", "wording", "moved", "renumbered", "evidence", "likeness",
// "pieces"}]}, a change a line; tests/schema/README.md says what each is. `revision` is that of the
// two.
std::string redline_data(const draft::Revision& revision, const passes::Protocol& before,
                         const passes::Protocol& after);

}  // namespace concord::render
