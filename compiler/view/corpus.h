// The data files: what a build knows of its protocols, for programs and for researchers. Their
// names and keys are a contract with whoever reads them (tests/schema/README.md explains each, the
// JSON Schemas beside it are checked in the tests); a key is added, never renamed.
#pragma once

#include <span>
#include <string>

#include "graph/network.h"
#include "passes/protocol.h"

namespace concord::view {

// data/corpus.json: every protocol in the order given, with its metadata, its clauses in document
// order, and its references. `sources` must hold the texts that the protocols were read from.
std::string corpus(std::span<const passes::Protocol> protocols, const source::SourceMap& sources);

// <id>/protocol.json: one protocol as corpus.json has it, with "schema" as its first key.
std::string protocol_data(const passes::Protocol& protocol, const source::SourceMap& sources);

// data/graph.json: {"schema", "vertices": [{"id", "kind", "label"}], "edges": [{"from", "to",
// "kind"}]}, edges by the ids of their ends, in the network's order.
std::string graph_data(const graph::Network& network);

}  // namespace concord::view
