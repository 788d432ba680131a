// What a council's peers have on each clause, for a protocol's own page.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "view/addresses.h"
#include "view/comparison_pages.h"
#include "view/comparison_words.h"
#include "view/council_pages.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::Divergence;
using compare::Link;
using compare::Row;
using graph::ClauseId;

class CounterpartFinder {
 public:
  CounterpartFinder(const Compared& texts, const compare::Peers& peers, std::uint32_t which)
      : texts_(texts),
        which_(which),
        words_(texts.metadata(which).language),
        few_(compare::are_few(texts.count())) {
    for (const std::uint32_t other : peers.of[which].councils) {
      for (Link& link : texts_.comparison().links(which_, other))
        links_[link.a.clause].push_back(std::move(link));
      // In the order in which the pair's page asks for them: they are told once.
      const auto [a, b] = std::minmax(which_, other);
      for (const Divergence& d : texts_.comparison().divergences(a, b)) {
        const auto place = which_ == a ? std::pair(d.a.clause, d.b) : std::pair(d.b.clause, d.a);
        compare::Certainty& surest = differing_.try_emplace(place, d.certainty).first->second;
        surest = std::max(surest, d.certainty);
      }
    }
  }

  // What states no provision stands in no row and has no counterparts.
  CounterpartsByClause of_all() const {
    CounterpartsByClause found;
    for (const graph::Clause& clause : texts_.protocol(which_).clauses()) {
      if (clause.kind == graph::Kind::section) continue;
      Counterparts counterparts = of(clause);
      const bool states = !texts_.comparison().rows_of(ClauseRef{which_, clause.id}).empty();
      if (states || !counterparts.list.empty() || !counterparts.decisions.empty())
        found.emplace(clause.key, std::move(counterparts));
    }
    return found;
  }

 private:
  Counterparts of(const graph::Clause& clause) const {
    const ClauseRef mine{which_, clause.id};
    std::set<std::uint32_t> councils = few_ ? std::set<std::uint32_t>() : stating(mine);
    Counterparts found;
    if (const auto links = links_.find(clause.id); links != links_.end()) {
      for (const Link& link : links->second) {
        const auto difference = differing_.find({clause.id, link.b});
        std::optional<compare::Certainty> differs;
        if (difference != differing_.end()) differs = difference->second;
        found.differs = found.differs || differs == compare::Certainty::certain;
        councils.insert(link.b.protocol);
        found.list.push_back(counterpart(link, clause.key, differs));
      }
    }
    add_row_mates(mine, clause.key, councils, found);
    found.councils = councils.size();
    found.others = texts_.count() - 1;
    found.row = row_address(mine);
    found.decisions = texts_.decided(mine, {}, texts_.metadata(which_).language);
    return found;
  }

  // Councils that stand in one of the clause's rows by a link with a third: the matrix has them
  // there, so the margin has them too.
  void add_row_mates(ClauseRef mine, const std::string& key, std::set<std::uint32_t>& councils,
                     Counterparts& found) const {
    for (const std::uint32_t index : texts_.comparison().rows_of(mine)) {
      for (const compare::Cell& cell : texts_.comparison().rows()[index].cells) {
        const auto own = std::ranges::find(cell.entries, false, &compare::Entry::lead_in);
        if (cell.protocol == which_ || own == cell.entries.end()) continue;
        if (!councils.insert(cell.protocol).second) continue;
        found.list.push_back({.council = texts_.metadata(cell.protocol).name,
                              .number = texts_.label(own->clause),
                              .href = address(cell.protocol, key),
                              .differs = false,
                              .state = std::string(words_["same_provision"])});
      }
    }
  }

  std::string address(std::uint32_t other, const std::string& key) const {
    const char* side = texts_.metadata(which_).id < texts_.metadata(other).id ? "a-" : "b-";
    return fmt::format("../{}#{}{}", comparison_address(texts_.pair_page(which_, other)), side,
                       key);
  }

  // The others of all councils that state what the clause states.
  std::set<std::uint32_t> stating(ClauseRef mine) const {
    std::set<std::uint32_t> councils;
    for (const std::uint32_t index : texts_.comparison().rows_of(mine))
      for (const compare::Cell& cell : texts_.comparison().rows()[index].cells)
        if (!cell.entries.empty() && cell.protocol != which_) councils.insert(cell.protocol);
    return councils;
  }

  Counterpart counterpart(const Link& link, const std::string& key,
                          std::optional<compare::Certainty> differs) const {
    return {.council = texts_.metadata(link.b.protocol).name,
            .number = texts_.label(link.b),
            .href = address(link.b.protocol, key),
            .differs = differs == compare::Certainty::certain,
            .state = std::string(state(link.relation, differs)),
            .decided = link.found_by == compare::FoundBy::decision};
  }

  std::string_view state(compare::Relation relation,
                         std::optional<compare::Certainty> differs) const {
    return differs ? words_for(*differs, words_) : words_for(relation, words_);
  }

  // Of the row that most councils stand in; empty for none.
  std::string row_address(ClauseRef mine) const {
    const Row* best = nullptr;
    for (const std::uint32_t index : texts_.comparison().rows_of(mine)) {
      const Row& row = texts_.comparison().rows()[index];
      if (best == nullptr || councils_stating(row) > councils_stating(*best)) best = &row;
    }
    if (best == nullptr || (!few_ && !is_shared(*best))) return "";
    if (!few_) return "../" + comparison_address(compared::provision(best->id));
    const std::string topic = compared::topic(Compared::topic_page(best->topic));
    return fmt::format("../{}#{}", comparison_address(topic), best->id);
  }

  const Compared& texts_;
  std::uint32_t which_;
  Words words_;  // of the page, which is this protocol's
  bool few_;     // so few councils that one page has all of a topic's texts
  std::map<ClauseId, std::vector<Link>> links_;  // to its peers
  // How sure the surest difference between the two is.
  std::map<std::pair<ClauseId, ClauseRef>, compare::Certainty> differing_;
};

}  // namespace

CounterpartsByClause counterparts(const Compared& texts, const compare::Peers& peers,
                                  std::uint32_t which) {
  return CounterpartFinder(texts, peers, which).of_all();
}

}  // namespace concord::view
