// Does a text keep the identifiers of the version that was adopted?
#pragma once

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"

namespace concord::passes {

// Reports each identifier of `adopted` that no clause of `now` has, as its own or as `formerly=`
// (ID002), at the beginning of `now`, with the clause that had it. The files of both texts must be
// in the source map that the sink's diagnostics are printed with.
void check_identifiers(const graph::ClauseGraph& now, const graph::ClauseGraph& adopted,
                       diag::Sink& sink);

}  // namespace concord::passes
