// The texts that a protocol borrowed clauses from.
#pragma once

#include <deque>
#include <filesystem>
#include <vector>

#include "graph/clause_graph.h"
#include "passes/borrowing.h"
#include "source/source_map.h"
#include "view/loans.h"

namespace concord::cli {

struct Lenders {
  std::deque<graph::ClauseGraph> graphs;  // which stay where they are when this is moved
  passes::Corpus by_name;                 // with each version by what it may be called
};

// Of the texts in `places` (protocols/ where none is named) the versions of those that a `from=` of
// the protocol names; they go into `sources`. Reads nothing where it has none. A text that is not
// there, or cannot be read, lends nothing.
Lenders read_lenders(const passes::Protocol& borrower,
                     const std::vector<std::filesystem::path>& places, source::SourceMap& sources);

// What the lenders in `places` say of each `from=` of the protocol.
view::Loans find_loans(const passes::Protocol& borrower,
                       const std::vector<std::filesystem::path>& places);

}  // namespace concord::cli
