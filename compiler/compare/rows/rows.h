// rows/: the matrix of provisions and councils.
//
// In: the linked corpus. Out: a row for each provision, with the clauses of all councils that state
// it. Links of two are gathered into provisions of many (provisions.h: average linkage, then
// correlation clustering); each provision's clauses then become cells, measured by the row's
// leading wording (what most councils share), and the row gets a title in that wording's words
// (titles.h) and the topic that most of its clauses have. A council without a clause of its own may
// say where it deals with the matter (elsewhere.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "compare/effects/decided.h"
#include "compare/match/match.h"

namespace concord::compare {

// `topics`: ids in the register's order. Rows come by topic, then by the mean place of their
// clauses.
std::vector<Row> make_rows(std::span<const passes::Protocol> protocols, const LinkedCorpus& linked,
                           const DecidedDifferences& differences,
                           std::span<const std::string> topics);

// By index in the corpus's clauses: the rows in which the clause stands, as indices, ascending.
std::vector<std::vector<std::uint32_t>> rows_by_clause(std::span<const Row> rows,
                                                       const LinkedCorpus& linked);

}  // namespace concord::compare
