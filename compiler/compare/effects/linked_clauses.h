// Linked clauses as their differences are looked for.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <utility>

#include "compare/effects/stated_clause.h"
#include "compare/match/match.h"

namespace concord::compare {

// The clauses of a corpus with their statements. The statements of a text are read once for each
// lead-in that it continues, whoever asks: reading them costs more than comparing them, and a
// clause is compared with many. May be asked by several threads at once.
class StatedClauses {
 public:
  // The corpus must outlive it and stay where it is.
  explicit StatedClauses(const LinkedCorpus& linked) : linked_(linked) {}

  // Of the clause, as an index in the corpus.
  const StatedClause& of(std::uint32_t clause) const;

 private:
  using Texts = std::pair<std::uint32_t, std::uint32_t>;  // its own, and its lead-in's

  const LinkedCorpus& linked_;
  mutable std::mutex mutex_;
  mutable std::map<Texts, StatedClause> read_;
};

}  // namespace concord::compare
