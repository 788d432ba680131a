// Nesting, in one walk over the blocks.
//
// Three stacks would tell the whole story, and two are enough: the open sections, and the open
// numbered clauses of the innermost section. A number finds its parent by going up until it meets a
// number that it continues (4.5.1 finds 4.5); a heading without a number goes by its level; what
// has neither belongs to whatever is open. The tempting alternative, a first pass that builds a
// tree of headings and a second that sorts numbers into it, loses the order of the text, and with
// it what an unnumbered paragraph belongs to.
//
// The order of clauses is the order of the text, and a tree walked from its roots meets them in
// that order: a list that rejoins an earlier lead-in takes the paragraphs between with it.
#pragma once

#include <optional>
#include <vector>

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"

namespace concord::graph {

// Fills the graph, whose metadata are known, with the clauses of the blocks: each has its number in
// full, and none an identifier. Returns the section that is the text's title, if any.
std::optional<ClauseId> nest(std::vector<syntax::Block> blocks, ClauseGraph& graph,
                             diag::Sink& sink);

}  // namespace concord::graph
