#include "view/peers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "view/comparison_words.h"

namespace concord::view {
namespace {

using compare::Certainty;
using compare::ClauseRef;
using compare::Divergence;
using compare::Link;
using graph::Clause;

class PeerFinder {
 public:
  PeerFinder(const Compared& texts, std::span<const std::uint32_t> among)
      : texts_(texts), among_(among.begin(), among.end()) {}

  PeerChoice of(ClauseRef chosen) const {
    PeerChoice choice{.place = texts_.place(chosen),
                      .lead_in = texts_.lead_in(chosen),
                      .text = texts_.clause(chosen).words().text,
                      .provisions = provisions(chosen),
                      .peers = {},
                      .elsewhere = {},
                      .without = {},
                      .excerpts = {}};
    std::map<std::uint32_t, std::vector<PeerClause>> found = linked(chosen);
    add_of_rows(chosen, found);
    for (std::uint32_t other = 0; other < texts_.count(); ++other) {
      if (other == chosen.protocol || (!among_.empty() && !among_.contains(other))) continue;
      if (const auto clauses = found.find(other); clauses != found.end()) {
        choice.peers.push_back({texts_.council(other), std::move(clauses->second)});
      } else if (!add_elsewhere(chosen, other, choice.elsewhere)) {
        auto& into = texts_.metadata(other).excerpt ? choice.excerpts : choice.without;
        into.push_back(texts_.council(other));
      }
    }
    return choice;
  }

 private:
  std::vector<PeerProvision> provisions(ClauseRef chosen) const {
    std::vector<PeerProvision> list;
    for (const std::uint32_t index : texts_.comparison().rows_of(chosen)) {
      const compare::Row& row = texts_.comparison().rows()[index];
      list.push_back({row.title, row.question});
    }
    return list;
  }

  PeerClause peer_clause(ClauseRef mine, ClauseRef other) const {
    PeerClause clause{.place = texts_.place(other),
                      .lead_in = texts_.lead_in(other),
                      .pieces = texts_.own_words(mine, other).second,
                      .relation = {},
                      .effects = {},
                      .decided = {}};
    if (const compare::Decided* decided = texts_.comparison().decision(mine, other))
      clause.decided = decided->decision.because;
    return clause;
  }

  std::map<std::uint32_t, std::vector<PeerClause>> linked(ClauseRef chosen) const {
    std::vector<Link> links = texts_.comparison().links_of(chosen);
    std::ranges::stable_sort(links, std::ranges::greater{}, &Link::score);
    std::map<std::uint32_t, std::vector<PeerClause>> found;
    for (const Link& link : links) {
      PeerClause clause = peer_clause(chosen, link.b);
      clause.relation = link.relation;
      clause.effects = effects(chosen, link.b);
      found[link.b.protocol].push_back(std::move(clause));
    }
    return found;
  }

  std::vector<Effect> effects(ClauseRef mine, ClauseRef other) const {
    std::vector<Effect> certain;
    for (Divergence& each : texts_.comparison().divergences(mine.protocol, other.protocol))
      if (each.a == mine && each.b == other && each.certainty == Certainty::certain)
        certain.push_back(effect_of(std::move(each)));
    return certain;
  }

  // What states the same provision with no link of its own: a council that has it does not lack it.
  void add_of_rows(ClauseRef chosen,
                   std::map<std::uint32_t, std::vector<PeerClause>>& found) const {
    const std::map<std::uint32_t, std::vector<PeerClause>> by_link = found;
    std::set<ClauseRef> added;
    for (const std::uint32_t index : texts_.comparison().rows_of(chosen))
      for (const compare::Cell& cell : texts_.comparison().rows()[index].cells)
        for (const compare::Entry& entry : cell.entries)
          if (!entry.lead_in && cell.protocol != chosen.protocol &&
              !by_link.contains(cell.protocol) && added.insert(entry.clause).second)
            found[cell.protocol].push_back(peer_clause(chosen, entry.clause));
  }

  // False where the council's text does not say that it deals with it elsewhere.
  bool add_elsewhere(ClauseRef chosen, std::uint32_t other, std::vector<Place>& into) const {
    const std::size_t before = into.size();
    for (const std::uint32_t index : texts_.comparison().rows_of(chosen)) {
      const compare::Cell* cell = texts_.comparison().rows()[index].cell(other);
      if (cell == nullptr || cell->state != compare::State::elsewhere) continue;
      for (const ClauseRef& refers : cell->refers) into.push_back(texts_.place(refers));
    }
    return into.size() > before;
  }

  const Compared& texts_;
  const std::set<std::uint32_t> among_;
};

// The clause where it has words of its own, and what stands below it.
void add_with_children(const Compared& texts, ClauseRef ref, std::vector<ClauseRef>& into) {
  const Clause& clause = texts.clause(ref);
  if (clause.kind != graph::Kind::section && std::ranges::find(into, ref) == into.end())
    into.push_back(ref);
  for (const graph::ClauseId child : clause.children)
    add_with_children(texts, {ref.protocol, child}, into);
}

}  // namespace

Peers peers(const Compared& texts, std::span<const ClauseRef> chosen,
            std::span<const std::uint32_t> among) {
  std::vector<ClauseRef> all;
  for (const ClauseRef& each : chosen) add_with_children(texts, each, all);
  return peers_of_each(texts, all, among);
}

Peers peers_of_each(const Compared& texts, std::span<const ClauseRef> chosen,
                    std::span<const std::uint32_t> among) {
  const PeerFinder finder(texts, among);
  Peers made;
  for (const ClauseRef& each : chosen) made.choices.push_back(finder.of(each));
  const bool of_one = std::ranges::all_of(
      chosen, [&](ClauseRef each) { return each.protocol == chosen.front().protocol; });
  if (of_one && !chosen.empty()) made.council = texts.council(chosen.front().protocol);
  return made;
}

std::string words_for_peer(const PeerClause& clause, const Words& words) {
  return std::string(clause.relation ? words_for(*clause.relation, words)
                                     : words["same_provision"]);
}

std::string list_of(const std::vector<Place>& places) {
  std::vector<std::string> names;
  for (const Place& each : places) names.push_back(each.name + " " + each.label);
  return fmt::format("{}", fmt::join(names, "; "));
}

std::string list_of(const std::vector<Council>& councils) {
  std::vector<std::string> names;
  for (const Council& each : councils) names.push_back(each.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string line_of(const PeerChoice& choice, const Words& words) {
  std::vector<Council> councils;
  for (const Peer& each : choice.peers) councils.push_back(each.council);
  return councils.empty() ? std::string(words["peers_none"]) : list_of(councils);
}

std::string described(const Peers& peers) {
  std::vector<Place> places;
  for (const PeerChoice& each : peers.choices) places.push_back(each.place);
  constexpr std::size_t most = 6;
  const std::size_t more = places.size() - std::min(places.size(), most);
  places.resize(places.size() - more);
  return Words(peers.language)
      .say(more == 0 ? "peers_on" : "peers_on_more", fmt::arg("places", list_of(places)),
           fmt::arg("count", more));
}

std::vector<std::string> caveats(const Peers& peers) {
  const Words words(peers.language);
  std::vector<std::string> list = {std::string(words["peers_caveat_found"]),
                                   std::string(words["peers_caveat_effect"])};
  const auto lacks = [](const PeerChoice& choice) { return !choice.without.empty(); };
  if (std::ranges::any_of(peers.choices, lacks)) list.emplace_back(words["peers_caveat_none"]);
  return list;
}

}  // namespace concord::view
