// The clauses by their numbers, and which of them a number cited somewhere means.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "graph/clause_graph.h"

namespace concord::passes {

// "5.4(ii)" as "5", "4", "ii" (graph::parts_of).
using Parts = std::vector<std::string>;

// The clauses that have one number: the first few, and how many there are.
struct Holders {
  std::vector<graph::ClauseId> first;
  std::size_t count = 0;
};

// The graph must outlive the index.
class NumberIndex {
 public:
  explicit NumberIndex(const graph::ClauseGraph& graph);

  // Of every clause that has one, in document order.
  const std::vector<std::string>& full_numbers() const { return full_numbers_; }

  // The clauses that a number cited in `from` means: of the whole text, unless `relative`, else
  // below the clauses around. Null where there are none.
  const Holders* find(const Parts& parts, bool relative, const graph::Clause& from) const;

 private:
  Parts key_of(const graph::Clause& clause) const;
  const Holders* exact(const Parts& parts) const;
  const Holders* beside(const Parts& parts, const graph::Clause& from) const;
  const graph::Clause& root_of(const graph::Clause& clause) const;

  const graph::ClauseGraph& graph_;
  std::map<Parts, Holders> by_parts_;
  std::vector<std::string> full_numbers_;
};

}  // namespace concord::passes
