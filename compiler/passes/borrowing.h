// Where a clause says that it was taken over from another protocol: {from="york#4.3"}.
#pragma once

#include <map>
#include <string>

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"

namespace concord::passes {

// The protocols that are compiled together, by id.
using Corpus = std::map<std::string, const graph::ClauseGraph*, std::less<>>;

// Reports each `from` that names no clause of the corpus (REF008), by identifier or by number; and,
// as what cannot be known, one whose protocol is not among the texts (REF009).
void check_borrowing(const graph::ClauseGraph& graph, const Corpus& corpus, diag::Sink& sink);

}  // namespace concord::passes
