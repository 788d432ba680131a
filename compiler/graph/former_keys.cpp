#include "graph/former_keys.h"

#include <algorithm>
#include <functional>
#include <set>

#include "graph/keys.h"

namespace concord::graph {

std::vector<std::string_view> split_keys(std::string_view value) {
  constexpr std::string_view gaps = " ,";
  std::vector<std::string_view> keys;
  for (std::size_t at = value.find_first_not_of(gaps); at != std::string_view::npos;
       at = value.find_first_not_of(gaps, at)) {
    const std::size_t end = std::min(value.find_first_of(gaps, at), value.size());
    if (const auto key = value.substr(at, end - at); key != "none") keys.push_back(key);
    at = end;
  }
  return keys;
}

std::vector<FormerKey> former_keys(const ClauseGraph& graph) {
  std::vector<std::vector<FormerKey>> by_clause(graph.clauses.size());
  std::set<std::string, std::less<>> claimed;
  for (const Clause& clause : graph.clauses) {
    auto& own = by_clause[index(clause.id)];
    if (const std::string* written = clause.attributes.find("formerly")) {
      for (const std::string_view key : split_keys(*written)) {
        own.push_back({std::string(key), clause.id, true});
        claimed.emplace(key);
      }
      continue;
    }
    if (!clause.parent) continue;
    const std::string& above = graph[*clause.parent].key;
    if (!clause.key.starts_with(above + ".")) continue;
    for (const FormerKey& former : by_clause[index(*clause.parent)])
      own.push_back({former.key + clause.key.substr(above.size()), clause.id, false});
  }
  std::vector<FormerKey> all;
  for (auto& each : by_clause)
    std::ranges::copy_if(each, std::back_inserter(all), [&](const FormerKey& former) {
      return former.written || !claimed.contains(former.key);
    });
  return all;
}

std::vector<FormerKey> lasting_keys(const ClauseGraph& graph,
                                    const std::vector<FormerKey>& former) {
  std::set<std::string_view> taken;
  for (const Clause& clause : graph.clauses) taken.insert(clause.key);
  std::vector<FormerKey> all;
  for (const FormerKey& each : former)
    if (valid_id(each.key) && taken.insert(each.key).second) all.push_back(each);
  return all;
}

}  // namespace concord::graph
