// The identifiers that clauses had in earlier versions: permalinks to those still have to lead
// somewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/clause_graph.h"

namespace concord::graph {

struct FormerKey {
  std::string key;
  ClauseId clause{};
  bool written = false;  // in the clause's own `formerly=`, not in one above it

  friend bool operator==(const FormerKey&, const FormerKey&) = default;
};

// Of every clause, in document order. `formerly=5.4` on a clause names its identifier in the
// version before, several parted by spaces or commas, and `formerly=none` says that it had none. It
// holds for what stands below and is named after the clause too: where 5.5 was 5.4, 5.5.a
// was 5.4.a, unless a clause below says otherwise or another claims that identifier in writing.
std::vector<FormerKey> former_keys(const ClauseGraph& graph);

// Those of `after` that speak of `before`. What that text says itself, of the version before it,
// the next one took over with the clause: told by its words, else by what it says, unless its words
// are those that had the identifier there.
std::vector<FormerKey> former_keys(const ClauseGraph& after, const ClauseGraph& before);

// Those of `former` by which an earlier permalink still finds its clause: no clause has the
// identifier now, and it can stand in an address. Each once, the first that has it.
std::vector<FormerKey> lasting_keys(const ClauseGraph& graph, const std::vector<FormerKey>& former);

// The identifiers in a value of `formerly=`, without "none".
std::vector<std::string_view> split_keys(std::string_view value);

}  // namespace concord::graph
