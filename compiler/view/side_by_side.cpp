// Two councils side by side: one walks the first one's text and sets beside each clause what the
// other has.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "view/comparison_pages.h"
#include "view/comparison_words.h"
#include "view/labels.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::Divergence;
using compare::Link;
using graph::ClauseId;

class SideBySide {
 public:
  explicit SideBySide(const Compared& texts) : texts_(texts) {}

  Pair of(std::uint32_t a, std::uint32_t b) const {
    return {.a = texts_.council(a),
            .b = texts_.council(b),
            .summary = texts_.comparison().summary(a, b),
            .blocks = blocks(a, b)};
  }

 private:
  using Links = std::map<ClauseId, std::vector<Link>>;

  // Each clause's links, the surest first.
  Links links_by_clause(std::uint32_t a, std::uint32_t b) const {
    Links by_clause;
    for (Link& link : texts_.comparison().links(a, b))
      by_clause[link.a.clause].push_back(std::move(link));
    for (auto& [id, links] : by_clause) {
      std::stable_sort(links.begin(), links.end(),
                       [](const Link& x, const Link& y) { return x.score > y.score; });
    }
    return by_clause;
  }

  // Walks a's text; each clause of b's that has no counterpart stands after its neighbour's.
  std::vector<Block> blocks(std::uint32_t a, std::uint32_t b) const {
    const Links links = links_by_clause(a, b);
    const std::set<ClauseId> settled = in_place(links);
    auto alone = only_in(b, links);
    const auto shown = differences(a, b);
    std::set<ClauseId> seen;
    std::vector<Block> list;
    const auto add_alone = [&](ClauseId after) {
      const auto found = alone.find(after);
      if (found == alone.end()) return;
      for (const ClauseId id : found->second) list.push_back(only(Which::b, {b, id}, a));
    };
    add_alone(nowhere);
    for (const graph::Clause& each : texts_.protocol(a).clauses()) {
      if (each.kind == graph::Kind::section) {
        if (!is_title(each)) list.push_back(heading(each));
        continue;
      }
      const auto found = links.find(each.id);
      if (found == links.end()) {
        list.push_back(only(Which::a, {a, each.id}, b));
        continue;
      }
      list.push_back(linked(found->second, settled, seen, shown));
      for (const Link& link : found->second) {
        if (seen.insert(link.b.clause).second) add_alone(link.b.clause);
      }
    }
    return list;
  }

  static constexpr ClauseId nowhere{UINT32_MAX};

  // The clauses of b without a counterpart, by the linked clause that they follow in b's own order.
  std::map<ClauseId, std::vector<ClauseId>> only_in(std::uint32_t b, const Links& links) const {
    std::set<ClauseId> have;
    for (const auto& [id, list] : links) {
      for (const Link& link : list) have.insert(link.b.clause);
    }
    std::map<ClauseId, std::vector<ClauseId>> alone;
    ClauseId after = nowhere;
    for (const graph::Clause& each : texts_.protocol(b).clauses()) {
      if (each.kind == graph::Kind::section) continue;
      if (have.contains(each.id)) {
        after = each.id;
      } else {
        alone[after].push_back(each.id);
      }
    }
    return alone;
  }

  // The clauses of a whose best counterparts come in the order of b's text: the longest such chain
  // (patience sorting, Fredman 1975). The others have moved.
  static std::set<ClauseId> in_place(const Links& links) {
    std::vector<std::pair<ClauseId, ClauseId>> best;
    for (const auto& [id, list] : links) best.emplace_back(id, list.front().b.clause);
    std::vector<std::size_t> tops;
    std::vector<std::size_t> before(best.size(), SIZE_MAX);
    for (std::size_t i = 0; i < best.size(); ++i) {
      const auto pile = std::upper_bound(
          tops.begin(), tops.end(), i,
          [&](std::size_t x, std::size_t y) { return best[x].second < best[y].second; });
      if (pile != tops.begin()) before[i] = *std::prev(pile);
      if (pile == tops.end()) {
        tops.push_back(i);
      } else {
        *pile = i;
      }
    }
    std::set<ClauseId> settled;
    for (std::size_t i = tops.empty() ? SIZE_MAX : tops.back(); i != SIZE_MAX; i = before[i]) {
      settled.insert(best[i].first);
    }
    return settled;
  }

  using Differences = std::map<std::pair<ClauseId, ClauseId>, std::vector<Divergence>>;

  Differences differences(std::uint32_t a, std::uint32_t b) const {
    Differences found;
    for (Divergence& d : texts_.comparison().divergences(a, b)) {
      found[{d.a.clause, d.b.clause}].push_back(std::move(d));
    }
    return found;
  }

  static Block heading(const graph::Clause& section) {
    const std::string number = section.number.present() ? section.number.label + " " : "";
    return {.heading = number + section.heading.text, .only = {}, .left = {}, .right = {}};
  }

  Side side(ClauseRef ref, Pieces pieces) const {
    Side side;
    side.place = texts_.place(ref);
    side.pieces = std::move(pieces);
    return side;
  }

  // `other`: the council that has no counterpart.
  Block only(Which which, ClauseRef ref, std::uint32_t other) const {
    Side mine = side(ref, {{PieceKind::equal, texts_.clause(ref).words().text}});
    mine.decisions = texts_.decided(ref, other);
    Block block;
    block.only = which;
    if (which == Which::a) {
      block.left = std::move(mine);
    } else {
      block.right.push_back(std::move(mine));
    }
    return block;
  }

  Block linked(const std::vector<Link>& links, const std::set<ClauseId>& settled,
               const std::set<ClauseId>& seen, const Differences& shown) const {
    const Link& best = links.front();
    Block block;
    for (const Link& link : links) {
      auto [own, other] = texts_.own_words(link.a, link.b);
      if (&link == &best) block.left = side(best.a, std::move(own));
      Side& right = block.right.emplace_back(side(link.b, std::move(other)));
      right.relation = link.relation;
      right.moved = &link == &best && !settled.contains(link.a.clause);
      right.first = !seen.contains(link.b.clause);
      right.decisions = texts_.decided(link.a, link.b);
      const auto found = shown.find({link.a.clause, link.b.clause});
      if (found == shown.end()) continue;
      for (const Divergence& d : found->second) right.effects.push_back(effect_of(d));
    }
    return block;
  }

  const Compared& texts_;
};

}  // namespace

Pair compared_pair(const Compared& texts, std::uint32_t a, std::uint32_t b) {
  return SideBySide(texts).of(a, b);
}

}  // namespace concord::view
