#include "passes/number_index.h"

#include <optional>

#include "graph/numbers.h"

namespace concord::passes {
namespace {

using graph::Clause;

constexpr std::size_t most_listed = 5;

std::string name_of(const Clause& root) {
  return "#" + root.key;
}

// "3.1e" for 3.1(e).
std::optional<Parts> split_letter(const Parts& parts) {
  const std::string& last = parts.back();
  if (last.size() < 2 || last.back() < 'a') return std::nullopt;
  Parts split(parts.begin(), parts.end() - 1);
  split.push_back(last.substr(0, last.size() - 1));
  split.push_back(last.substr(last.size() - 1));
  return split;
}

}  // namespace

NumberIndex::NumberIndex(const graph::ClauseGraph& graph) : graph_(graph) {
  for (const Clause& clause : graph.clauses) {
    if (clause.full_number.empty()) continue;
    Holders& holders = by_parts_[key_of(clause)];
    if (holders.count++ < most_listed) holders.first.push_back(clause.id);
    full_numbers_.push_back(clause.full_number);
  }
}

const Holders* NumberIndex::find(const Parts& parts, bool relative, const Clause& from) const {
  if (!relative) {
    if (const auto* found = exact(parts)) return found;
    if (const auto split = split_letter(parts))
      if (const auto* found = exact(*split)) return found;
  }
  return relative || parts.size() == 1 ? beside(parts, from) : nullptr;
}

// Letters without a number above them are known within their section only.
Parts NumberIndex::key_of(const Clause& clause) const {
  Parts parts = graph::parts_of(clause.full_number);
  if (clause.full_number.starts_with('(')) parts.insert(parts.begin(), name_of(root_of(clause)));
  return parts;
}

const Holders* NumberIndex::exact(const Parts& parts) const {
  const auto found = by_parts_.find(parts);
  return found == by_parts_.end() ? nullptr : &found->second;
}

const Holders* NumberIndex::beside(const Parts& parts, const Clause& from) const {
  const auto below = [&](Parts whole) {
    whole.insert(whole.end(), parts.begin(), parts.end());
    return exact(whole);
  };
  const Clause* around = &from;
  for (;;) {
    if (!around->full_number.empty())
      if (const auto* found = below(key_of(*around))) return found;
    if (!around->parent) break;
    around = &graph_[*around->parent];
  }
  return below({name_of(*around)});
}

const Clause& NumberIndex::root_of(const Clause& clause) const {
  const Clause* at = &clause;
  while (at->parent) at = &graph_[*at->parent];
  return *at;
}

}  // namespace concord::passes
