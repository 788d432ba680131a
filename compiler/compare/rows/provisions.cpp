// Average linkage (Sokal and Michener 1958) with a floor on the weakest member, then local moves
// that raise the agreement with the links (correlation clustering, Bansal, Blum and Chawla 2004).
//
// Connected components lost at once: one long clause that bundles five provisions joins five rows
// into one. Segments and not clauses are clustered, so that such a clause stands in each of its
// rows. Members are told apart by wording and segment, never by council, so that the order of
// councils does not matter, and a duplicate council adds no weight.
#include "compare/rows/provisions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "compare/rows/held.h"
#include "compare/rows/known.h"

namespace concord::compare {
namespace {

constexpr double least_average = 0.36;       // mean score between two groups that become one row
constexpr double least_member = 0.2;         // of a segment to the rest of its row
constexpr double neutral = 0.34;             // a link of this score speaks neither for nor against
constexpr std::size_t most_clustered = 700;  // segments of one square table
constexpr int rounds = 4;

constexpr double never = -1e9;  // the score of segments that are kept apart

struct Edge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double score = 0;
  bool decided = false;  // to be one by a person
};

struct LinkedSegments {
  std::vector<SegmentRef> all;  // sorted
  std::vector<Edge> edges;      // by index in `all`
};

// Every two segments of wordings that are decided to be different.
void add_refused(const Decisions& decisions, LinkedSegments& segments) {
  const auto of = [&](std::uint32_t wording) {
    const auto begin = std::ranges::lower_bound(segments.all, SegmentRef{wording, 0});
    const auto end = std::ranges::lower_bound(segments.all, SegmentRef{wording + 1, 0});
    return std::pair(static_cast<std::uint32_t>(begin - segments.all.begin()),
                     static_cast<std::uint32_t>(end - segments.all.begin()));
  };
  for (const DecidedPair& pair : decisions.all()) {
    if (pair.decided.decision.verdict != syntax::Verdict::different) continue;
    const auto [first_a, end_a] = of(pair.a);
    const auto [first_b, end_b] = of(pair.b);
    for (std::uint32_t i = first_a; i < end_a; ++i) {
      for (std::uint32_t j = first_b; j < end_b; ++j) {
        segments.edges.push_back({i, j, never, false});
      }
    }
  }
}

// The best segments carry the link's whole score, further ones their share of it.
LinkedSegments segments_of(std::span<const WordingLink> links, const Decisions& decisions) {
  std::map<std::pair<SegmentRef, SegmentRef>, double> scores;
  std::set<std::pair<SegmentRef, SegmentRef>> decided;
  for (const WordingLink& link : links) {
    for (std::size_t i = 0; i < link.segments.size(); ++i) {
      const SegmentLink& segment = link.segments[i];
      const double share = i == 0 ? 1 : segment.coverage;
      double& score = scores[{{link.a, segment.a}, {link.b, segment.b}}];
      score = std::max(score, link.score * share);
    }
    if (link.found_by == FoundBy::decision && !link.segments.empty()) {
      const SegmentLink& best = link.segments.front();
      decided.insert({{link.a, best.a}, {link.b, best.b}});
    }
  }
  LinkedSegments segments;
  for (const auto& [pair, score] : scores) {
    segments.all.push_back(pair.first);
    segments.all.push_back(pair.second);
  }
  std::sort(segments.all.begin(), segments.all.end());
  segments.all.erase(std::unique(segments.all.begin(), segments.all.end()), segments.all.end());
  const auto index = [&](const SegmentRef& ref) {
    return static_cast<std::uint32_t>(
        std::lower_bound(segments.all.begin(), segments.all.end(), ref) - segments.all.begin());
  };
  for (const auto& [pair, score] : scores) {
    segments.edges.push_back(
        {index(pair.first), index(pair.second), score, decided.contains(pair)});
  }
  add_refused(decisions, segments);
  return segments;
}

// Sets of indices joined by edges of at least `least`, each sorted, by first member.
std::vector<std::vector<std::uint32_t>> components(std::size_t size, std::span<const Edge> edges,
                                                   double least) {
  std::vector<std::uint32_t> root(size);
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (const Edge& edge : edges) {
    if (edge.score < least) continue;
    const std::uint32_t a = find(edge.a);
    const std::uint32_t b = find(edge.b);
    root[std::max(a, b)] = std::min(a, b);
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> sets;
  for (std::uint32_t i = 0; i < size; ++i) sets[find(i)].push_back(i);
  std::vector<std::vector<std::uint32_t>> found;
  found.reserve(sets.size());
  for (auto& [first, set] : sets) found.push_back(std::move(set));
  return found;
}

// Clusters one component's segments. Small: everything is a square table.
class Clustering {
 public:
  Clustering(std::size_t size, std::span<const Edge> edges)
      : size_(size), score_(size * size), group_(size), members_(size) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (std::uint32_t i = 0; i < size; ++i) members_[i] = {i};
    for (const Edge& edge : edges) at(edge.a, edge.b) = at(edge.b, edge.a) = edge.score;
    sums_ = score_;
    for (const Edge& edge : edges) {
      if (edge.decided) keep_together(edge.a, edge.b);
    }
  }

  std::vector<std::vector<std::uint32_t>> run() {
    while (join()) {
    }
    for (int round = 0; round < rounds && move(); ++round) {
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < size_; ++i) groups[group_[i]].push_back(i);
    std::vector<std::vector<std::uint32_t>> found;
    found.reserve(groups.size());
    for (auto& [number, members] : groups) found.push_back(std::move(members));
    return found;
  }

 private:
  double& at(std::size_t i, std::size_t j) { return score_[i * size_ + j]; }
  double sum(std::size_t i, std::size_t j) const { return sums_[i * size_ + j]; }

  double average(std::uint32_t g, std::uint32_t h) const {
    return sum(g, h) / static_cast<double>(members_[g].size() * members_[h].size());
  }

  bool holds(std::uint32_t g, std::uint32_t h) {
    const auto weakest = [&](std::uint32_t from, std::uint32_t to) {
      double least = 1;
      for (const std::uint32_t i : members_[from]) {
        double all = 0;
        for (const std::uint32_t j : members_[to]) all += at(i, j);
        for (const std::uint32_t j : members_[from]) all += i == j ? 0 : at(i, j);
        const std::size_t others = members_[to].size() + members_[from].size() - 1;
        least = std::min(least, all / static_cast<double>(others));
      }
      return least;
    };
    return weakest(g, h) >= least_member && weakest(h, g) >= least_member;
  }

  // Unless others of their groups are kept apart.
  void keep_together(std::uint32_t i, std::uint32_t j) {
    if (group_[i] != group_[j] && sum(group_[i], group_[j]) < 0) return;
    if (group_[i] != group_[j])
      unite(std::min(group_[i], group_[j]), std::max(group_[i], group_[j]));
    settled_.insert(i);
    settled_.insert(j);
  }

  // Joins the two groups with the highest average that hold; of equals, the first.
  bool join() {
    double best = least_average;
    std::pair<std::uint32_t, std::uint32_t> chosen{0, 0};
    for (std::uint32_t g = 0; g < size_; ++g) {
      if (members_[g].empty()) continue;
      for (std::uint32_t h = g + 1; h < size_; ++h) {
        if (members_[h].empty() || sum(g, h) <= 0) continue;
        const double mean = average(g, h);
        if (mean > best + 1e-12 && holds(g, h)) {
          best = mean;
          chosen = {g, h};
        }
      }
    }
    const auto [g, h] = chosen;
    if (g == h) return false;
    unite(g, h);
    return true;
  }

  // Puts the members of h into g.
  void unite(std::uint32_t g, std::uint32_t h) {
    for (std::uint32_t k = 0; k < size_; ++k) {
      sums_[g * size_ + k] += sum(h, k);
      sums_[k * size_ + g] = sum(g, k);
    }
    for (const std::uint32_t i : members_[h]) group_[i] = g;
    members_[g].insert(members_[g].end(), members_[h].begin(), members_[h].end());
    members_[h].clear();
  }

  // What a segment's links say for its standing in a group.
  double agreement(std::uint32_t i, std::uint32_t group) {
    double all = 0;
    for (const std::uint32_t j : members_[group]) all += i == j ? 0 : at(i, j) - neutral;
    return all;
  }

  // Moves each segment to the group that its links speak for most; true where one moved.
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

  std::size_t size_;
  std::vector<double> score_;
  std::vector<double> sums_;
  std::vector<std::uint32_t> group_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::set<std::uint32_t> settled_;  // by a person: stays where it is
};

// Clusters a set of segments; one too large is first cut where its links are weakest.
void cluster_set(const std::vector<std::uint32_t>& set, std::span<const Edge> edges, double least,
                 std::vector<std::vector<std::uint32_t>>& found) {
  std::map<std::uint32_t, std::uint32_t> place;
  for (const std::uint32_t i : set) place.try_emplace(i, static_cast<std::uint32_t>(place.size()));
  std::vector<Edge> inside;
  for (const Edge& edge : edges) {
    const auto a = place.find(edge.a);
    const auto b = place.find(edge.b);
    if (a != place.end() && b != place.end()) {
      inside.push_back({a->second, b->second, edge.score, edge.decided});
    }
  }
  const auto outward = [&](std::vector<std::uint32_t> group) {
    for (std::uint32_t& i : group) i = set[i];
    return group;
  };
  if (set.size() > most_clustered && least < 1) {
    for (const auto& part : components(set.size(), inside, least + 0.05)) {
      cluster_set(outward(part), edges, least + 0.05, found);
    }
    return;
  }
  for (auto& group : Clustering(set.size(), inside).run())
    found.push_back(outward(std::move(group)));
}

std::vector<Provision> clustered_provisions(const LinkedCorpus& linked) {
  std::vector<Provision> found;
  for (auto& segments : cluster(linked.links, linked.decisions)) {
    std::vector<std::uint32_t> wordings;
    wordings.reserve(segments.size());
    for (const SegmentRef& segment : segments) wordings.push_back(segment.wording);
    wordings.erase(std::unique(wordings.begin(), wordings.end()), wordings.end());
    Provision& provision = found.emplace_back();
    provision.wordings = std::move(wordings);
    provision.segments = std::move(segments);
  }
  return found;
}

// Wordings that have no link, and those that several councils share without one.
void add_unlinked(const LinkedCorpus& linked, std::vector<Provision>& provisions) {
  for (std::uint32_t w = 0; w < linked.corpus.wordings.size(); ++w) {
    if (linked.representatives.of[w] == w && linked.index.links_of[w].empty()) {
      provisions.emplace_back().wordings = {w};
    }
  }
}

// Most wordings first; of equals, what the register knows.
void order(std::vector<Provision>& provisions) {
  const auto rank = [](const Provision& each) {
    return std::tuple(each.wordings.size(), each.known.has_value());
  };
  std::ranges::sort(provisions, [&](const Provision& a, const Provision& b) {
    return rank(a) != rank(b) ? rank(a) > rank(b)
                              : std::tie(a.wordings, a.segments) < std::tie(b.wordings, b.segments);
  });
}

// Leaves out what is part of a provision before it, by wordings, and has no name of its own.
std::vector<Provision> without_parts(std::vector<Provision> provisions, std::size_t wordings) {
  std::vector<std::vector<std::uint32_t>> kept_with(wordings);  // by wording: indices in `kept`
  std::vector<Provision> kept;
  for (Provision& provision : provisions) {
    const auto& own = provision.wordings;
    const auto& others = kept_with[own.front()];
    const bool part = !provision.known && std::any_of(others.begin(), others.end(), [&](auto k) {
      const auto& other = kept[k].wordings;
      return std::includes(other.begin(), other.end(), own.begin(), own.end());
    });
    if (part) continue;
    for (const std::uint32_t wording : own) {
      kept_with[wording].push_back(static_cast<std::uint32_t>(kept.size()));
    }
    kept.push_back(std::move(provision));
  }
  return kept;
}

}  // namespace

bool Provision::has(std::uint32_t wording) const {
  return std::ranges::binary_search(wordings, wording);
}

void Provision::add(SegmentRef stating) {
  insert_sorted(wordings, stating.wording);
  if (!segments.empty()) insert_sorted(segments, stating);
}

bool kept_apart(const Decisions& decisions, std::span<const std::uint32_t> a,
                std::span<const std::uint32_t> b) {
  if (decisions.all().empty()) return false;
  return std::ranges::any_of(a, [&](std::uint32_t x) {
    return std::ranges::any_of(b, [&](std::uint32_t y) {
      const Decided* decided = x == y ? nullptr : decisions.of(x, y);
      return decided != nullptr && decided->decision.verdict == syntax::Verdict::different;
    });
  });
}

std::vector<std::vector<SegmentRef>> cluster(std::span<const WordingLink> links,
                                             const Decisions& decisions) {
  const LinkedSegments segments = segments_of(links, decisions);
  std::vector<std::vector<std::uint32_t>> sets;
  for (const auto& set : components(segments.all.size(), segments.edges, 0)) {
    cluster_set(set, segments.edges, 0, sets);
  }
  std::vector<std::vector<SegmentRef>> found;
  for (auto& set : sets) {
    std::sort(set.begin(), set.end());
    auto& refs = found.emplace_back();
    for (const std::uint32_t i : set) refs.push_back(segments.all[i]);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Provision> find_provisions(const LinkedCorpus& linked) {
  std::vector<Provision> all = clustered_provisions(linked);
  add_unlinked(linked, all);
  order(all);
  all = without_parts(std::move(all), linked.corpus.wordings.size());
  all = recognise(std::move(all), linked);
  hold_links(linked, all);
  order(all);
  return without_parts(std::move(all), linked.corpus.wordings.size());
}

}  // namespace concord::compare
