// The graph proper: typed vertices and typed edges, with the algorithms that Boost.Graph lends.
//
// Vertices are dense indices in the order of adding; a clause's vertex has the clause's own index.
// Edges are kept once each and always listed sorted, so that every output of them is the same.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concord::graph {

enum class VertexKind : std::uint8_t { clause, definition, role, instrument, footnote, external };
enum class EdgeKind : std::uint8_t { contains, next, refers_to, defines, uses, cites, counterpart };

std::string_view name_of(VertexKind kind);  // "clause", …
std::string_view name_of(EdgeKind kind);    // "refers-to", …

// `id` is unique in the whole corpus: "york#5.4.ii", "role:member", "instrument:localism-act-2011".
struct Vertex {
  std::string id;
  VertexKind kind = VertexKind::clause;
  std::string label;  // for people: "5.4(ii)", "Monitoring Officer"
};

struct Edge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  EdgeKind kind = EdgeKind::contains;

  friend auto operator<=>(const Edge&, const Edge&) = default;
};

class Network {
 public:
  // Adds a vertex and returns its index; a vertex of the same id is added once.
  std::uint32_t add(Vertex vertex);
  // Adds the edge where it is not there yet.
  void connect(std::uint32_t from, std::uint32_t to, EdgeKind kind);

  std::span<const Vertex> vertices() const { return vertices_; }
  // Sorted by from, to, kind. Sorts on the first call after a connect(): a network that several
  // threads read has been asked for its edges once before (passes::check does).
  const std::vector<Edge>& edges() const;
  // The index of the vertex with that id, or nothing.
  std::optional<std::uint32_t> find(std::string_view id) const;

 private:
  std::vector<Vertex> vertices_;
  std::map<std::string, std::uint32_t, std::less<>> by_id_;
  mutable std::vector<Edge> edges_;
  mutable bool sorted_ = true;
};

// Circles of references: strongly connected sets of two or more vertices over refers-to edges, each
// sorted, and the sets sorted. (Tarjan 1972, by boost::strong_components.)
std::vector<std::vector<std::uint32_t>> reference_cycles(const Network& network);

// What a change of the vertex would touch, with the number of steps, nearest first: its own parts;
// what refers to it or to them, cites or uses it; the terms it defines and what uses those; and so
// on from each of these. The vertex itself is not in it.
struct Touched {
  std::uint32_t vertex = 0;
  std::uint32_t steps = 0;
};
std::vector<Touched> impact(const Network& network, std::uint32_t vertex);

// Clauses that no reference leads to, in order, although some reference leads elsewhere in their
// protocol.
std::vector<std::uint32_t> never_referred_to(const Network& network);

// The vertices that an edge of the kind leads from, to this one; sorted.
std::vector<std::uint32_t> sources_of(const Network& network, std::uint32_t vertex, EdgeKind kind);

// GraphML (graphml.graphdrawing.org) with keys id, kind and label; and Graphviz DOT.
std::string to_graphml(const Network& network);
std::string to_dot(const Network& network);

// The networks of several protocols as one: vertices of the same id (roles, instruments) become
// one.
Network merge(std::span<const Network* const> networks);

}  // namespace concord::graph
