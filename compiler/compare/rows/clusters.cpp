// Average linkage (Sokal and Michener 1958) with a floor on the weakest member, then local moves
// that raise the agreement with the links (correlation clustering, Bansal, Blum and Chawla 2004).
//
// Connected components lost at once: one long clause that bundles five provisions joins five rows
// into one. Segments and not clauses are clustered, so that such a clause stands in each of its
// rows. One text in one setting is one node, however many councils have it, and an average is over
// those councils that were compared: of two that were not, nothing is known. So what it costs grows
// with the texts that differ, and a row does not come apart because its councils are many.
#include "compare/rows/clusters.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace concord::compare {
namespace {

constexpr double least_average = 0.36;       // mean score between two groups that become one row
constexpr double least_member = 0.2;         // of a node to the rest of its row
constexpr double neutral = 0.34;             // a link of this score speaks neither for nor against
constexpr std::size_t most_clustered = 700;  // nodes of one square table
constexpr double cut = 0.05;                 // by which the least score of a link is raised
constexpr int rounds = 4;
constexpr double equal_means = 1e-12;

constexpr double never = -1e9;  // the score of segments that are kept apart

// A sentence of one text in one setting, of all who have it.
struct Node {
  std::vector<SegmentRef> segments;                                 // sorted
  std::vector<std::pair<std::uint32_t, double>> per_protocol = {};  // how many; sorted
};

struct Edge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;  // a <= b; equal where councils share the node
  double sum = 0;       // of the links' scores
  std::uint32_t links = 1;
  bool decided = false;  // to be one by a person

  double mean() const { return sum / links; }
};

struct Graph {
  std::vector<std::uint32_t> nodes;  // sorted
  std::vector<Edge> edges;           // by a, then b

  // Of a node that it has, in `nodes`.
  std::uint32_t place(std::uint32_t node) const {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(nodes, node) - nodes.begin());
  }
};

class Nodes {
 public:
  explicit Nodes(const LinkedCorpus& linked) : linked_(linked) {
    for (const WordingLink& link : linked.links) {
      for (const SegmentLink& segment : link.segments) {
        segments_.push_back({link.a, segment.a});
        segments_.push_back({link.b, segment.b});
      }
    }
    std::ranges::sort(segments_);
    segments_.erase(std::unique(segments_.begin(), segments_.end()), segments_.end());
    for (const DecidedPair& pair : linked.decisions.all()) decided_.insert({pair.a, pair.b});
    for (const SegmentRef& segment : segments_) add(segment);
    for (Node& node : all_) count_protocols(node);
  }

  const std::vector<Node>& all() const { return all_; }
  std::uint32_t of(const SegmentRef& segment) const {
    const auto place = std::ranges::lower_bound(segments_, segment);
    return node_of_[static_cast<std::size_t>(place - segments_.begin())];
  }
  // Those of the wording's segments that have links.
  std::vector<std::uint32_t> of_wording(std::uint32_t wording) const {
    const auto begin = std::ranges::lower_bound(segments_, SegmentRef{wording, 0});
    const auto end = std::ranges::lower_bound(segments_, SegmentRef{wording + 1, 0});
    const auto first = node_of_.begin() + (begin - segments_.begin());
    return {first, first + (end - begin)};
  }

 private:
  // Of what people have decided about, each council's is a node of its own.
  void add(const SegmentRef& segment) {
    const std::uint32_t text = linked_.corpus.wordings[segment.wording].text;
    const std::uint32_t alone = decided_.contains(segment.wording) ? segment.wording + 1 : 0;
    const auto next = static_cast<std::uint32_t>(all_.size());
    const auto [known, added] = numbers_.try_emplace({text, segment.segment, alone}, next);
    if (added) all_.emplace_back();
    all_[known->second].segments.push_back(segment);
    node_of_.push_back(known->second);
  }

  void count_protocols(Node& node) const {
    std::map<std::uint32_t, double> counts;
    for (const SegmentRef& segment : node.segments) ++counts[linked_.protocol_of(segment.wording)];
    node.per_protocol.assign(counts.begin(), counts.end());
  }

  const LinkedCorpus& linked_;
  std::vector<SegmentRef> segments_;    // sorted
  std::vector<std::uint32_t> node_of_;  // by place in segments_
  std::set<std::uint32_t> decided_;     // wordings
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> numbers_;
  std::vector<Node> all_;
};

// Every two segments of wordings that are decided to be different.
void add_refused(const Decisions& decisions, const Nodes& nodes, std::vector<Edge>& edges) {
  for (const DecidedPair& pair : decisions.all()) {
    if (pair.decided.decision.verdict != syntax::Verdict::different) continue;
    for (const std::uint32_t i : nodes.of_wording(pair.a)) {
      for (const std::uint32_t j : nodes.of_wording(pair.b))
        edges.push_back({std::min(i, j), std::max(i, j), never});
    }
  }
}

// The best segments carry a link's whole score, further ones their share of it.
void add_link(const WordingLink& link, const Nodes& nodes, std::vector<Edge>& edges) {
  for (std::size_t i = 0; i < link.segments.size(); ++i) {
    const SegmentLink& segment = link.segments[i];
    const std::uint32_t a = nodes.of({link.a, segment.a});
    const std::uint32_t b = nodes.of({link.b, segment.b});
    const bool decided = i == 0 && link.found_by == FoundBy::decision;
    const double share = i == 0 ? 1 : segment.coverage;
    edges.push_back({std::min(a, b), std::max(a, b), link.score * share, 1, decided});
  }
}

Graph graph_of(const LinkedCorpus& linked, const Nodes& nodes) {
  std::vector<Edge> edges;
  for (const WordingLink& link : linked.links) add_link(link, nodes, edges);
  add_refused(linked.decisions, nodes, edges);
  std::ranges::stable_sort(edges, {}, [](const Edge& edge) { return std::pair(edge.a, edge.b); });
  Graph graph;
  graph.nodes.resize(nodes.all().size());
  std::iota(graph.nodes.begin(), graph.nodes.end(), 0U);
  for (const Edge& edge : edges) {
    Edge* last = graph.edges.empty() ? nullptr : &graph.edges.back();
    if (last == nullptr || last->a != edge.a || last->b != edge.b) {
      graph.edges.push_back(edge);
      continue;
    }
    last->sum += edge.sum;
    last->links += edge.links;
    last->decided = last->decided || edge.decided;
  }
  return graph;
}

// The parts of the graph that are joined by edges of at least `least`, by first node.
std::vector<Graph> split(const Graph& graph, double least) {
  std::map<std::uint32_t, std::uint32_t> root;
  for (const std::uint32_t node : graph.nodes) root.emplace_hint(root.end(), node, node);
  const auto find = [&](std::uint32_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (const Edge& edge : graph.edges) {
    if (edge.mean() < least) continue;
    const std::uint32_t a = find(edge.a);
    const std::uint32_t b = find(edge.b);
    root[std::max(a, b)] = std::min(a, b);
  }
  std::map<std::uint32_t, Graph> parts;
  for (const std::uint32_t node : graph.nodes) parts[find(node)].nodes.push_back(node);
  for (const Edge& edge : graph.edges) {
    const std::uint32_t part = find(edge.a);
    if (part == find(edge.b)) parts[part].edges.push_back(edge);
  }
  std::vector<Graph> found;
  found.reserve(parts.size());
  for (auto& [first, part] : parts) found.push_back(std::move(part));
  return found;
}

// Parts small enough for a square table: what is too large is cut where its links are weakest.
void cut_up(Graph graph, double least, std::vector<Graph>& parts) {
  if (graph.nodes.size() <= most_clustered || least >= 1) {
    parts.push_back(std::move(graph));
    return;
  }
  for (Graph& part : split(graph, least + cut)) cut_up(std::move(part), least + cut, parts);
}

// Figures of every two of so many.
class Square {
 public:
  explicit Square(std::size_t size) : size_(size), values_(size * size) {}
  double& operator()(std::size_t i, std::size_t j) { return values_[i * size_ + j]; }
  double operator()(std::size_t i, std::size_t j) const { return values_[i * size_ + j]; }

 private:
  std::size_t size_;
  std::vector<double> values_;
};

// What is known of every two nodes of a part.
struct Known {
  Square scores;    // the sum of their links
  Square compared;  // how many segments of theirs could have been linked: of councils compared

  Known(const Graph& part, std::span<const Node> nodes, const LinkIndex& index)
      : scores(part.nodes.size()), compared(part.nodes.size()) {
    for (const Edge& edge : part.edges) {
      scores(part.place(edge.a), part.place(edge.b)) += edge.sum;
      scores(part.place(edge.b), part.place(edge.a)) += edge.sum;
    }
    count_compared(part, nodes, index);
  }

 private:
  using Holders = std::map<std::uint32_t, std::vector<std::pair<std::size_t, double>>>;

  void count_compared(const Graph& part, std::span<const Node> nodes, const LinkIndex& index) {
    Holders holders;  // by protocol: places of nodes that it has, and how many
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
      for (const auto& [protocol, count] : nodes[part.nodes[i]].per_protocol)
        holders[protocol].emplace_back(i, count);
    }
    for (const auto& [protocol, own] : holders) {
      add(own, own);
      for (const auto& [i, count] : own) compared(i, i) -= count;  // each with itself
      for (const std::uint32_t other : index.matched_with[protocol]) {
        if (const auto theirs = holders.find(other); theirs != holders.end())
          add(own, theirs->second);
      }
    }
  }

  void add(const Holders::mapped_type& own, const Holders::mapped_type& others) {
    for (const auto& [i, count] : own) {
      for (const auto& [j, other] : others) compared(i, j) += count * other;
    }
  }
};

// Clusters the nodes of one part.
class Clustering {
 public:
  Clustering(const Graph& part, std::span<const Node> nodes, const LinkIndex& index)
      : part_(part),
        size_(static_cast<std::uint32_t>(part.nodes.size())),
        known_(part, nodes, index),
        sums_(known_.scores),
        counts_(known_.compared),
        group_(size_),
        members_(size_),
        best_(size_) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (std::uint32_t i = 0; i < size_; ++i) members_[i] = {i};
    for (const Edge& edge : part.edges) {
      if (edge.decided) keep_together(part_.place(edge.a), part_.place(edge.b));
    }
  }

  // Nodes, each list in no order.
  std::vector<std::vector<std::uint32_t>> run() {
    for (std::uint32_t g = 0; g < size_; ++g) best_[g] = best_of(g);
    while (join()) {
    }
    for (int round = 0; round < rounds && move(); ++round) {
    }
    std::vector<std::vector<std::uint32_t>> found;
    for (const auto& members : members_) {
      if (!members.empty()) found.push_back(members);
    }
    return found;
  }

 private:
  // The group after this one that it joins first, and the mean score of the two.
  struct Partner {
    std::uint32_t group = 0;
    double mean = least_average;
  };

  // How much the node's links to the rest of two groups score on average; it is in one of them.
  double mean_to_rest(std::uint32_t i, std::uint32_t g, std::uint32_t h) const {
    double score = 0;
    double compared = 0;
    for (const std::uint32_t group : {g, h}) {
      for (const std::uint32_t j : members_[group]) {
        score += known_.scores(i, j);
        compared += known_.compared(i, j);
      }
    }
    return score / compared;
  }

  bool holds(std::uint32_t g, std::uint32_t h) const {
    const auto held = [&](std::uint32_t i) { return mean_to_rest(i, g, h) >= least_member; };
    return std::ranges::all_of(members_[g], held) && std::ranges::all_of(members_[h], held);
  }

  // Of equals, the first.
  Partner best_of(std::uint32_t g) const {
    Partner best;
    for (std::uint32_t h = g + 1; h < size_ && !members_[g].empty(); ++h) {
      if (members_[h].empty() || sums_(g, h) <= 0) continue;
      const double mean = sums_(g, h) / counts_(g, h);
      if (mean > best.mean + equal_means && holds(g, h)) best = {h, mean};
    }
    return best;
  }

  // Joins the two groups with the highest average that hold; of equals, the first.
  bool join() {
    Partner best;
    std::uint32_t g = 0;
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (best_[i].mean <= best.mean + equal_means) continue;
      best = best_[i];
      g = i;
    }
    if (best.group == 0) return false;
    unite(g, best.group);
    look_again(g, best.group);
    return true;
  }

  // After h was put into g: only what had one of the two for a partner, or now has a better one.
  void look_again(std::uint32_t g, std::uint32_t h) {
    best_[h] = {};
    best_[g] = best_of(g);
    for (std::uint32_t i = 0; i < h; ++i) {
      if (i == g || members_[i].empty()) continue;
      const bool had = best_[i].group == g || best_[i].group == h;
      const bool may =
          i < g && sums_(i, g) > 0 && sums_(i, g) / counts_(i, g) >= best_[i].mean - equal_means;
      if (had || may) best_[i] = best_of(i);
    }
  }

  // Unless others of their groups are kept apart.
  void keep_together(std::uint32_t i, std::uint32_t j) {
    if (group_[i] != group_[j] && sums_(group_[i], group_[j]) < 0) return;
    if (group_[i] != group_[j])
      unite(std::min(group_[i], group_[j]), std::max(group_[i], group_[j]));
    settled_.insert({i, j});
  }

  // Puts the members of h into g.
  void unite(std::uint32_t g, std::uint32_t h) {
    for (Square* table : {&sums_, &counts_}) {
      for (std::uint32_t k = 0; k < size_; ++k) {
        (*table)(g, k) += (*table)(h, k);
        (*table)(k, g) = (*table)(g, k);
      }
    }
    for (const std::uint32_t i : members_[h]) group_[i] = g;
    members_[g].insert(members_[g].end(), members_[h].begin(), members_[h].end());
    members_[h].clear();
  }

  // What a node's links say for its standing in a group.
  double agreement(std::uint32_t i, std::uint32_t group) const {
    double all = 0;
    for (const std::uint32_t j : members_[group])
      all += known_.scores(i, j) - neutral * known_.compared(i, j);
    return all;
  }

  // Moves each node to the group that its links speak for most; true where one moved.
  bool move() {
    bool moved = false;
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (settled_.contains(i)) continue;
      const std::uint32_t from = group_[i];
      std::uint32_t to = from;
      double best = agreement(i, from) + 1e-9;
      for (std::uint32_t g = 0; g < size_; ++g) {
        if (g == from || members_[g].empty()) continue;
        const double here = agreement(i, g);
        if (here > best) {
          best = here;
          to = g;
        }
      }
      if (to == from) continue;
      std::erase(members_[from], i);
      members_[to].push_back(i);
      group_[i] = to;
      moved = true;
    }
    return moved;
  }

  const Graph& part_;
  std::uint32_t size_;
  Known known_;
  Square sums_;    // of two groups' links
  Square counts_;  // how many there could be
  std::vector<std::uint32_t> group_;
  std::vector<std::vector<std::uint32_t>> members_;  // places in the part
  std::vector<Partner> best_;                        // by group
  std::set<std::uint32_t> settled_;                  // by a person: stays where it is
};

}  // namespace

std::vector<std::vector<SegmentRef>> cluster(const LinkedCorpus& linked) {
  const Nodes nodes(linked);
  std::vector<Graph> parts;
  for (Graph& part : split(graph_of(linked, nodes), 0)) cut_up(std::move(part), 0, parts);
  std::vector<std::vector<std::vector<SegmentRef>>> of_part(parts.size());
  tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
    for (const auto& group : Clustering(parts[i], nodes.all(), linked.index).run()) {
      auto& segments = of_part[i].emplace_back();
      for (const std::uint32_t member : group) {
        const auto& own = nodes.all()[parts[i].nodes[member]].segments;
        segments.insert(segments.end(), own.begin(), own.end());
      }
      std::ranges::sort(segments);
    }
  });
  std::vector<std::vector<SegmentRef>> found;
  for (auto& groups : of_part) std::ranges::move(groups, std::back_inserter(found));
  std::ranges::sort(found);
  return found;
}

}  // namespace concord::compare
