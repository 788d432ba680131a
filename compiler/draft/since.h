// What a revision can get wrong that its text alone does not show.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/renumber.h"
#include "draft/revision.h"

namespace concord::draft {

// Reports of the later version: references that lead elsewhere than they did (REF012 to REF016),
// identifiers that are gone or name another clause (ID002, VER002), and `formerly=` and `deleted:`
// that are not so (VER001, VER003). The files of both must be in the source map that the
// sink's diagnostics are printed with.
void check_since(const passes::Protocol& before, const passes::Protocol& after,
                 const Revision& revision, const source::SourceMap& sources, diag::Sink& sink);

// What the earlier version says of the later one's references and identifiers, for renumber().
Before known_before(const passes::Protocol& before, const passes::Protocol& after,
                    const Revision& revision);

// The findings of the later version that the earlier one has too: the same code at the same words
// of the clause that it comes from; in its attributes, with the same message. Returned by finding,
// in order.
std::vector<bool> known_findings(const std::vector<diag::Finding>& before,
                                 const std::vector<diag::Finding>& after,
                                 const passes::Protocol& earlier, const passes::Protocol& later,
                                 const Revision& revision, const source::SourceMap& sources);

}  // namespace concord::draft
