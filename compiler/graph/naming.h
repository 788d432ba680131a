// Gives every clause its identifier, as keys.h says what that is.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"

namespace concord::graph {

// `title`: the section that is the text's title. Identifiers that authors gave twice, or that no
// address can carry, are reported, and the clause has another.
void name_clauses(ClauseGraph& graph, std::optional<ClauseId> title, diag::Sink& sink);

}  // namespace concord::graph
