// Boost.Graph seen from one file: the network is turned into a Boost graph of the edges in
// question, the library's algorithm runs on it, and only indices come back.
//
// Circles are strongly connected components (R. Tarjan, "Depth-first search and linear graph
// algorithms", SIAM J. Comput. 1972). What a change touches is a breadth-first search over edges
// that point from what changes to what depends on it.

#include "graph/network.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/visitors.hpp>
#include <map>
#include <set>
#include <utility>

namespace concord::graph {
namespace {

using Links = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Links links_of(const Network& network, EdgeKind kind) {
  Links links(network.vertices().size());
  for (const Edge& edge : network.edges())
    if (edge.kind == kind) boost::add_edge(edge.from, edge.to, links);
  return links;
}

// From what changes to what that touches. A part is touched by its whole only where the whole is
// what changes, so containment is no edge here.
Links dependants_of(const Network& network) {
  Links links(network.vertices().size());
  for (const Edge& edge : network.edges()) {
    switch (edge.kind) {
      case EdgeKind::refers_to:
      case EdgeKind::uses:
      case EdgeKind::cites:
        boost::add_edge(edge.to, edge.from, links);
        break;
      case EdgeKind::defines:
        boost::add_edge(edge.from, edge.to, links);
        break;
      case EdgeKind::contains:
      case EdgeKind::next:
      case EdgeKind::counterpart:
        break;
    }
  }
  return links;
}

constexpr std::uint32_t unreached = 0xFFFFFFFFU;

std::vector<std::uint32_t> steps_from(const Links& links, std::uint32_t start) {
  std::vector<std::uint32_t> steps(boost::num_vertices(links), unreached);
  steps[start] = 0;
  const auto distances =
      boost::make_iterator_property_map(steps.begin(), boost::get(boost::vertex_index, links));
  boost::breadth_first_search(links, start,
                              boost::visitor(boost::make_bfs_visitor(
                                  boost::record_distances(distances, boost::on_tree_edge()))));
  return steps;
}

std::string_view protocol_of(const Vertex& vertex) {
  return std::string_view(vertex.id).substr(0, vertex.id.find('#'));
}

}  // namespace

std::string_view name_of(VertexKind kind) {
  switch (kind) {
    case VertexKind::clause:
      return "clause";
    case VertexKind::definition:
      return "definition";
    case VertexKind::role:
      return "role";
    case VertexKind::instrument:
      return "instrument";
    case VertexKind::footnote:
      return "footnote";
    case VertexKind::external:
      return "external";
  }
  return "";
}

std::string_view name_of(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::contains:
      return "contains";
    case EdgeKind::next:
      return "next";
    case EdgeKind::refers_to:
      return "refers-to";
    case EdgeKind::defines:
      return "defines";
    case EdgeKind::uses:
      return "uses";
    case EdgeKind::cites:
      return "cites";
    case EdgeKind::counterpart:
      return "counterpart";
  }
  return "";
}

std::uint32_t Network::add(Vertex vertex) {
  const auto next = static_cast<std::uint32_t>(vertices_.size());
  const auto [entry, fresh] = by_id_.try_emplace(vertex.id, next);
  if (fresh) vertices_.push_back(std::move(vertex));
  return entry->second;
}

void Network::connect(std::uint32_t from, std::uint32_t to, EdgeKind kind) {
  edges_.push_back({from, to, kind});
  sorted_ = false;
}

const std::vector<Edge>& Network::edges() const {
  if (!sorted_) {
    std::ranges::sort(edges_);
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
    sorted_ = true;
  }
  return edges_;
}

std::optional<std::uint32_t> Network::find(std::string_view id) const {
  const auto entry = by_id_.find(id);
  if (entry == by_id_.end()) return std::nullopt;
  return entry->second;
}

std::vector<std::vector<std::uint32_t>> reference_cycles(const Network& network) {
  const Links links = links_of(network, EdgeKind::refers_to);
  std::vector<std::size_t> component(boost::num_vertices(links));
  const std::size_t count = boost::strong_components(
      links,
      boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, links)));
  std::vector<std::vector<std::uint32_t>> sets(count);
  for (std::uint32_t vertex = 0; vertex < component.size(); ++vertex)
    sets[component[vertex]].push_back(vertex);
  std::erase_if(sets, [](const auto& set) { return set.size() < 2; });
  std::ranges::sort(sets);
  return sets;
}

std::vector<Touched> impact(const Network& network, std::uint32_t vertex) {
  if (vertex >= network.vertices().size()) return {};
  const auto inside = steps_from(links_of(network, EdgeKind::contains), vertex);
  // One more vertex, from which the whole and its parts are one step away, starts the search.
  Links links = dependants_of(network);
  const auto start = static_cast<std::uint32_t>(boost::add_vertex(links));
  for (std::uint32_t part = 0; part < inside.size(); ++part)
    if (inside[part] != unreached) boost::add_edge(start, part, links);
  const auto steps = steps_from(links, start);

  std::vector<Touched> touched;
  for (std::uint32_t each = 0; each < inside.size(); ++each) {
    if (each == vertex || steps[each] == unreached) continue;
    touched.push_back({each, inside[each] != unreached ? inside[each] : steps[each] - 1});
  }
  std::ranges::stable_sort(touched, {}, &Touched::steps);
  return touched;
}

std::vector<std::uint32_t> never_referred_to(const Network& network) {
  std::set<std::uint32_t> targets;
  std::set<std::string_view> protocols;
  for (const Edge& edge : network.edges()) {
    const Vertex& target = network.vertices()[edge.to];
    if (edge.kind != EdgeKind::refers_to || target.kind != VertexKind::clause) continue;
    targets.insert(edge.to);
    protocols.insert(protocol_of(target));
  }
  std::vector<std::uint32_t> lonely;
  for (std::uint32_t each = 0; each < network.vertices().size(); ++each) {
    const Vertex& vertex = network.vertices()[each];
    if (vertex.kind == VertexKind::clause && protocols.contains(protocol_of(vertex)) &&
        !targets.contains(each))
      lonely.push_back(each);
  }
  return lonely;
}

std::vector<std::uint32_t> sources_of(const Network& network, std::uint32_t vertex, EdgeKind kind) {
  std::vector<std::uint32_t> sources;
  for (const Edge& edge : network.edges())
    if (edge.to == vertex && edge.kind == kind) sources.push_back(edge.from);
  return sources;
}

Network merge(std::span<const Network* const> networks) {
  Network all;
  for (const Network* network : networks) {
    std::vector<std::uint32_t> place;
    for (const Vertex& vertex : network->vertices()) place.push_back(all.add(vertex));
    for (const Edge& edge : network->edges())
      all.connect(place[edge.from], place[edge.to], edge.kind);
  }
  return all;
}

}  // namespace concord::graph
