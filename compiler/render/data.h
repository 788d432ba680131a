// The data files: what a build knows of its protocols, for programs and for researchers. Their
// names and keys are a contract with whoever reads them (templates/schema/README.md explains each,
// the JSON Schemas beside it are checked in the tests); a key is added, never renamed.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "graph/network.h"
#include "passes/protocol.h"
#include "source/publication.h"
#include "view/stamp.h"

namespace concord::render {

// "internal", … as every data file says it.
std::string_view name_of(passes::ReferenceKind kind);

// <id>/protocol.json: one protocol, with its metadata, its clauses in document order, and its
// references. `sources` must hold the text that it was read from.
std::string protocol_data(const passes::Protocol& protocol, const source::SourceMap& sources);

// data/corpus.json: every protocol, each with the members that protocol_data gives it but the
// schema, in the order given.
std::string corpus_data(std::span<const passes::Protocol> protocols,
                        const source::SourceMap& sources);
// The same with a stamp, given out as it is made.
void write_corpus_data(std::span<const passes::Protocol> protocols,
                       const source::SourceMap& sources, const view::Stamp& stamp,
                       const source::Write& write);

// data/graph.json: {"schema", "vertices": [{"id", "kind", "label"}], "edges": [{"from", "to",
// "kind"}]}, edges by the ids of their ends, in the network's order.
std::string graph_data(const graph::Network& network);
void write_graph_data(const graph::Network& network, const view::Stamp& stamp,
                      const source::Write& write);

}  // namespace concord::render
