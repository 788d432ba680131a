// Which footnotes a clause has, by the marks in its words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "passes/protocol.h"

namespace concord::draft {

class Footnotes {
 public:
  // Borrows the protocol.
  explicit Footnotes(const passes::Protocol& protocol);

  // In the order of their marks. A mark that has no footnote brings none.
  std::vector<graph::ClauseId> of(graph::ClauseId clause) const;
  // Those of several clauses, in order.
  std::vector<graph::ClauseId> of(const std::vector<graph::ClauseId>& clauses) const;
  // The first clause with the footnote's mark; none for what is no footnote.
  std::optional<graph::ClauseId> marked_in(graph::ClauseId note) const;

 private:
  const passes::Protocol& protocol_;
  std::map<std::string, graph::ClauseId> by_label_;
};

}  // namespace concord::draft
