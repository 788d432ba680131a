// Graphviz DOT (graphviz.org/doc/info/lang.html), of networks too large to be made in memory.
#pragma once

#include "graph/network.h"
#include "source/publication.h"

namespace concord::graph {

// What to_dot(network) gives.
void write_dot(const Network& network, const source::Write& write);

}  // namespace concord::graph
