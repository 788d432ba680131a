// What the front matter says of the protocols to compare a text with: `peers:`.
#pragma once

#include "diag/diagnostic.h"
#include "passes/borrowing.h"

namespace concord::passes {

// Reports each peer that is no protocol of the corpus, the protocol itself, or named twice
// (MET011). Of one protocol alone nothing can be said.
void check_peers(const graph::ClauseGraph& graph, const Corpus& corpus, diag::Sink& sink);

}  // namespace concord::passes
