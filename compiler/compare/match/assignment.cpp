// Maximum-weight matching (Edmonds 1965, by boost::maximum_weighted_matching), one connected part
// of the candidates at a time: parts are a handful of clauses, and the algorithm is cubic.
//
// Weights are whole numbers so that sums are exact; a candidate's place breaks ties, by less than
// any difference of scores that means anything.
#include "compare/match/assignment.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/maximum_weighted_matching.hpp>
#include <cmath>
#include <map>

namespace concord::compare {
namespace {

using Weight = boost::property<boost::edge_weight_t, long>;
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

constexpr double steps = 1e6;

// Numbers the clauses of both sides in order of their first candidate.
class Vertices {
 public:
  std::size_t of(int side, std::uint32_t clause) {
    return numbers_.try_emplace({side, clause}, numbers_.size()).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::map<std::pair<int, std::uint32_t>, std::size_t> numbers_;
};

struct Edge {
  std::size_t from, to;
  std::uint32_t candidate;
};

std::vector<std::uint32_t> match_part(const std::vector<Edge>& edges,
                                      std::span<const Candidate> candidates) {
  if (edges.size() == 1) return {edges.front().candidate};
  std::map<std::size_t, std::size_t> dense;
  for (const Edge& edge : edges) {
    dense.try_emplace(edge.from, dense.size());
    dense.try_emplace(edge.to, dense.size());
  }
  Graph graph(dense.size());
  std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> candidate_of;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const std::size_t from = dense[edges[i].from];
    const std::size_t to = dense[edges[i].to];
    const long place = static_cast<long>(edges.size() - i);
    const long score = std::lround(candidates[edges[i].candidate].score * steps);
    boost::add_edge(from, to, score * static_cast<long>(edges.size() + 1) + place, graph);
    candidate_of[std::minmax(from, to)] = edges[i].candidate;
  }
  std::vector<boost::graph_traits<Graph>::vertex_descriptor> mate(dense.size());
  boost::maximum_weighted_matching(graph, mate.data());
  std::vector<std::uint32_t> chosen;
  for (std::size_t v = 0; v < mate.size(); ++v) {
    const auto other = mate[v];
    const bool matched = other != boost::graph_traits<Graph>::null_vertex();
    if (matched && v < other) chosen.push_back(candidate_of.at({v, other}));
  }
  return chosen;
}

}  // namespace

std::vector<std::uint32_t> assign(std::span<const Candidate> candidates, double least) {
  Vertices vertices;
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].score < least) continue;
    edges.push_back({vertices.of(0, candidates[i].a), vertices.of(1, candidates[i].b), i});
  }
  Graph graph(vertices.size());
  for (const Edge& edge : edges) boost::add_edge(edge.from, edge.to, graph);
  std::vector<std::size_t> part(vertices.size());
  const std::size_t parts = boost::connected_components(graph, part.data());
  std::vector<std::vector<Edge>> by_part(parts);
  for (const Edge& edge : edges) by_part[part[edge.from]].push_back(edge);
  std::vector<std::uint32_t> chosen;
  for (const auto& part_edges : by_part) {
    const auto matched = match_part(part_edges, candidates);
    chosen.insert(chosen.end(), matched.begin(), matched.end());
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace concord::compare
