// A revision as data: what `concord redline --format json` prints.
#pragma once

#include <string>

#include "draft/revision.h"

namespace concord::render {

// A change a line; templates/schema/README.md says what each key means. `revision` is that of the
// two.
std::string redline_data(const draft::Revision& revision, const passes::Protocol& before,
                         const passes::Protocol& after);

}  // namespace concord::render
