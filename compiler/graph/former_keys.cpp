#include "graph/former_keys.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "graph/keys.h"

namespace concord::graph {

namespace {

bool have_one_text(const Clause& a, const Clause& b) {
  return a.kind == b.kind && syntax::same_words(a.words(), b.words());
}

// What a text says of the version before it, to be found again in the next text, each once.
class TakenOver {
 public:
  explicit TakenOver(const ClauseGraph& graph) : graph_(graph) {
    for (const FormerKey& each : former_keys(graph)) said_.emplace(each.key, each.clause);
  }

  // On the clause with the same words.
  bool with_words(const FormerKey& each, const Clause& now) {
    const auto [begin, end] = said_.equal_range(each.key);
    const auto place = std::find_if(
        begin, end, [&](const auto& said) { return have_one_text(graph_[said.second], now); });
    if (place == end) return false;
    said_.erase(place);
    return true;
  }

  // On any clause but that whose words had the identifier.
  bool with_key(const FormerKey& each, const Clause& now) {
    const auto place = said_.find(each.key);
    const auto holder = graph_.find(each.key);
    if (place == said_.end() || (holder && have_one_text(graph_[*holder], now))) return false;
    said_.erase(place);
    return true;
  }

 private:
  const ClauseGraph& graph_;
  std::multimap<std::string, ClauseId> said_;
};

}  // namespace

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

std::vector<FormerKey> former_keys(const ClauseGraph& after, const ClauseGraph& before) {
  std::vector<FormerKey> all = former_keys(after);
  TakenOver taken_over(before);
  std::erase_if(
      all, [&](const FormerKey& each) { return taken_over.with_words(each, after[each.clause]); });
  std::erase_if(
      all, [&](const FormerKey& each) { return taken_over.with_key(each, after[each.clause]); });
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
