// rows/: the matrix of provisions and councils.
//
// In: the linked corpus. Out: a row for each provision, with the clauses of all councils that state
// it. Links of two are gathered into provisions of many (clusters.h: average linkage, then
// correlation clustering), which are the register's where they state what it knows (known.h), and
// which show every link (held.h). What states nothing is no row (stating.h). Each provision's
// clauses become cells, measured by the row's leading wording (what most councils share). The row
// has the register's id, title, question and topic or, where the register lacks it, an id and a
// title of its clauses' words (identity.h, titles.h) and the topic that most of them have. A
// council without a clause of its own may say where it deals with the matter (elsewhere.h).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "compare/effects/decided.h"
#include "compare/match/match.h"

namespace concord::compare {

// The divergences of two councils that an earlier comparison listed, by their clauses; null where
// there is none of the two.
using DifferencesKept = std::function<const std::vector<Divergence>*(CouncilPair)>;

// Rows come by topic, in the register's order, then by the mean place of their clauses.
// `registers` and `progress` may be null.
std::vector<Row> make_rows(std::span<const passes::Protocol> protocols, const LinkedCorpus& linked,
                           const DecidedDifferences& differences, const DifferencesKept& kept,
                           const syntax::Register* registers, Progress* progress);

// By index in the corpus's clauses: the rows in which the clause stands, as indices, ascending.
std::vector<std::vector<std::uint32_t>> rows_by_clause(std::span<const Row> rows,
                                                       const LinkedCorpus& linked);

}  // namespace concord::compare
