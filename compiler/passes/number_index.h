// The clauses by their numbers, and which of them a number cited somewhere means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "graph/clause_graph.h"

namespace concord::passes {

// "5.4(ii)" as "5", "4", "ii" (graph::parts_of).
using Parts = std::vector<std::string>;

// Clauses with one number, in document order.
using Holders = std::span<const graph::ClauseId>;

// The graph must outlive the index. What it returns lives as long as the index.
class NumberIndex {
 public:
  explicit NumberIndex(const graph::ClauseGraph& graph);

  // Of every clause that has one, in document order.
  const std::vector<std::string>& full_numbers() const { return full_numbers_; }

  // The clauses that a number cited in `from` means, as near to it as there are any: of the whole
  // text, unless `relative`, else below the clauses around. Empty where there are none.
  Holders find(const Parts& parts, bool relative, const graph::Clause& from) const;

  // The clauses below `around` that the number means: counted on from it ("(e)" of 3.1), or with
  // a full number of their own ("1.2" of section 1).
  Holders find_in(const graph::Clause& around, const Parts& parts) const;

  // Those of the clauses that stand below `around`, or are it.
  Holders within(Holders holders, const graph::Clause& around) const;

 private:
  Parts key_of(const graph::Clause& clause) const;
  Holders exact(const Parts& parts) const;
  Holders nearest(const Parts& parts, Holders holders, const graph::Clause& from) const;
  Holders beside(const Parts& parts, bool relative, const graph::Clause& from) const;
  const graph::Clause& root_of(const graph::Clause& clause) const;

  const graph::ClauseGraph& graph_;
  std::map<Parts, std::vector<graph::ClauseId>> by_parts_;
  std::vector<std::string> full_numbers_;
  std::vector<std::uint32_t> ends_;  // by clause: the first behind it and all below it
};

}  // namespace concord::passes
