// Where a clause says that it was taken over from another protocol: {from="york@2017-04-11#4.3"},
// or {from="york#4.3"} where the version is not known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"

namespace concord::passes {

// The protocols that are compiled together, by id, and each version by what it may be called too:
// "york", "york@in-force", "york@2017-04-11", "york@2.1".
using Corpus = std::map<std::string, const graph::ClauseGraph*, std::less<>>;

// What `from` names. Borrows its words.
struct LentClause {
  std::string_view protocol;  // "york"
  std::string_view version;   // "2017-04-11"; empty: the one that stands for the protocol
  std::string_view clause;    // an identifier or a printed number
};
std::optional<LentClause> lent_clause(std::string_view from);

// The clause that `from` names, and what became of it.
struct Loan {
  const graph::ClauseGraph* lender;  // the version that is named
  const graph::Clause* clause;       // of the lender's
  // Whether the protocol still has its words; nothing where `from` names no version: then nobody
  // knows since when.
  std::optional<bool> kept;
};
// Nothing where it is no clause of the corpus.
std::optional<Loan> find_loan(std::string_view from, const Corpus& corpus);

// Reports each `from` that names no clause of the corpus (REF008), by identifier or by number; as
// what cannot be known, one whose protocol or version is not among the texts (REF009); and, unless
// the clause has a `sic`, one of an earlier version whose words the protocol no longer has, or that
// is not among the texts where the protocol's words are other ones now, or that names a clause of
// quite other words (REF017). The corpus's files must be in the
// source map that the sink's diagnostics are printed with.
void check_borrowing(const graph::ClauseGraph& graph, const Corpus& corpus, diag::Sink& sink);

}  // namespace concord::passes
