#include "view/council_pages.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "view/comparison_words.h"
#include "view/differences.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::State;

// The clause of the cell that states the provision first.
const compare::Entry& stating(const compare::Cell& cell) {
  return *std::ranges::find(cell.entries, false, &compare::Entry::lead_in);
}

// ---- one council

class CouncilPageMaker {
 public:
  CouncilPageMaker(const Compared& texts, const compare::Peers& peers, std::uint32_t which)
      : texts_(texts),
        which_(which),
        peers_(peers.of[which]),
        differences_(differences_by_provision(texts, which, peers_.councils)) {
    for (const Difference& each : differences_.entries)
      if (each.certainty == compare::Certainty::certain) differing_.insert(each.row);
  }

  CouncilPage make() && {
    CouncilPage page;
    page.council = texts_.council(which_);
    page.chosen_by = peers_.chosen_by;
    page.councils = texts_.count();
    page.excerpt = texts_.metadata(which_).excerpt;
    for (const compare::Row& row : texts_.comparison().rows()) add(row, page);
    for (BriefTopic& topic : page.topics)
      std::ranges::stable_sort(topic.missing, std::ranges::greater(), &BriefRow::peers_have);
    for (const std::uint32_t other : peers_.councils) page.peers.push_back(peer(other));
    page.differences = std::move(differences_);
    return page;
  }

 private:
  void add(const compare::Row& row, CouncilPage& page) const {
    if (row.stated_by(which_)) {
      BriefTopic& topic = topic_of(row, page);
      (is_shared(row) ? topic.shared : topic.alone).push_back(brief(row));
      return;
    }
    const bool of_peers = std::ranges::any_of(
        peers_.councils, [&](std::uint32_t other) { return row.stated_by(other); });
    // As in Comparison::gaps: neither what it deals with elsewhere nor what the rest of an
    // excerpt may say is missing.
    if (of_peers && row.state(which_) == State::none)
      topic_of(row, page).missing.push_back(brief(row));
  }

  // Rows come by topic.
  BriefTopic& topic_of(const compare::Row& row, CouncilPage& page) const {
    const std::string topic = Compared::topic_page(row.topic);
    if (page.topics.empty() || page.topics.back().id != topic)
      page.topics.push_back({.id = topic,
                             .title = texts_.topic_title(row.topic),
                             .shared = {},
                             .missing = {},
                             .alone = {}});
    return page.topics.back();
  }

  BriefRow brief(const compare::Row& from) const {
    BriefRow row{.id = from.id,
                 .title = from.title,
                 .opening = {},
                 .have = councils_stating(from),
                 .peers_have = 0,
                 .wordings = from.wordings,
                 .differs = differing_.contains(from.id),
                 .cells = {cell(from, which_)}};
    if (from.stated_by(which_))
      row.opening = opening(texts_.clause(stating(*from.cell(which_)).clause).words().text);
    for (const std::uint32_t other : peers_.councils) {
      row.cells.push_back(cell(from, other));
      row.peers_have += from.stated_by(other) ? 1U : 0U;
    }
    return row;
  }

  BriefCell cell(const compare::Row& row, std::uint32_t council) const {
    BriefCell cell;
    cell.council = texts_.metadata(council).id;
    cell.name = texts_.metadata(council).name;
    const compare::Cell* const from = row.cell(council);
    if (from == nullptr) return cell;
    cell.state = from->state;
    for (const compare::Entry& entry : from->entries)
      if (!entry.lead_in)
        cell.entries.push_back(
            {texts_.place(entry.clause), entry.state, compare::wording_letter(entry.wording)});
    if (!cell.entries.empty()) return cell;
    for (const ClauseRef& out : from->refers) cell.refers.push_back(texts_.place(out));
    return cell;
  }

  CouncilPeer peer(std::uint32_t other) const {
    const auto rows = texts_.comparison().rows();
    return {.council = texts_.council(other),
            .shared = static_cast<std::size_t>(
                std::ranges::count_if(rows,
                                      [&](const compare::Row& row) {
                                        return row.stated_by(which_) && row.stated_by(other);
                                      })),
            .summary = texts_.comparison().summary(which_, other),
            .pair = texts_.pair_page(which_, other)};
  }

  const Compared& texts_;
  std::uint32_t which_;
  const compare::CouncilPeers& peers_;
  Differences differences_;
  std::set<std::string> differing_;  // ids of rows: the council and a peer differ for certain
};

// ---- one provision

// By wording: the clauses that have it. A lead-in has none of its own.
using Wordings = std::map<std::uint32_t, std::vector<const compare::Entry*>>;

WordingGroup group_of(const Compared& texts, std::uint32_t wording,
                      const std::vector<const compare::Entry*>& entries, ClauseRef leading) {
  const ClauseRef first = entries.front()->clause;
  WordingGroup group;
  group.letter = compare::wording_letter(wording);
  group.lead_in = texts.lead_in(first);
  group.text = texts.clause(first).words().text;
  if (wording != 0) group.changes = texts.changes(leading, first);
  std::set<std::uint32_t> councils;
  for (const compare::Entry* entry : entries) {
    group.speakers.push_back({texts.place(entry->clause), entry->state});
    councils.insert(entry->clause.protocol);
  }
  group.councils = councils.size();
  return group;
}

// ---- all of them

class OverviewMaker {
 public:
  OverviewMaker(const Compared& texts, const compare::Peers& peers)
      : texts_(texts), differing_(texts.comparison().differing_rows()) {
    for (std::uint32_t i = 0; i < texts.count(); ++i)
      overview_.councils.push_back(
          {texts.council(i), 0, 0, peers.of[i].chosen_by, peers.of[i].councils.size()});
    overview_.pairs = peers.pairs.size();
  }

  Overview make() && {
    const auto rows = texts_.comparison().rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
      add(rows[i], differing_[i] == compare::Certainty::certain);
    for (ListedTopic& topic : overview_.topics)
      std::ranges::stable_sort(topic.shared, std::ranges::greater(), &ListedProvision::have);
    return std::move(overview_);
  }

 private:
  void add(const compare::Row& row, bool differs) {
    const bool shared = is_shared(row);
    for (const compare::Cell& cell : row.cells) {
      if (cell.entries.empty()) continue;
      ListedCouncil& council = overview_.councils[cell.protocol];
      ++(shared ? council.provisions : council.alone);
    }
    const std::string id = Compared::topic_page(row.topic);
    if (overview_.topics.empty() || overview_.topics.back().id != id)
      overview_.topics.push_back({id, texts_.topic_title(row.topic), {}, 0});
    ListedTopic& topic = overview_.topics.back();
    if (!shared) {
      ++topic.alone;
      return;
    }
    topic.shared.push_back(
        {row.id, row.title, row.question, councils_stating(row), row.wordings, differs, said(row)});
  }

  // A list's item with its lead-in, and of a long clause what states the provision.
  std::string wording(const compare::Entry& entry) const {
    const std::string& whole = texts_.clause(entry.clause).words().text;
    const auto [begin, end] = entry.passage;
    const std::string text = begin < end ? whole.substr(begin, end - begin) : whole;
    const std::string lead_in = texts_.lead_in(entry.clause);
    return lead_in.empty() ? text : lead_in + " " + text;
  }

  std::vector<std::string> said(const compare::Row& row) const {
    constexpr std::uint32_t most = 2;
    std::vector<const compare::Entry*> leading(std::min(row.wordings, most));
    for (const compare::Cell& cell : row.cells)
      for (const compare::Entry& entry : cell.entries)
        if (!entry.lead_in && entry.wording < leading.size() && !leading[entry.wording])
          leading[entry.wording] = &entry;
    std::vector<std::string> list;
    for (const compare::Entry* entry : leading)
      if (entry) list.push_back(wording(*entry));
    return list;
  }

  const Compared& texts_;
  std::vector<std::optional<compare::Certainty>> differing_;  // by row
  Overview overview_;
};

}  // namespace

bool is_shared(const compare::Row& row) {
  return councils_stating(row) > 1;
}

CouncilPage council_page(const Compared& texts, const compare::Peers& peers, std::uint32_t which) {
  return CouncilPageMaker(texts, peers, which).make();
}

ProvisionPage provision_page(const Compared& texts, std::uint32_t row) {
  const compare::Row& from = texts.comparison().rows()[row];
  ProvisionPage page;
  page.id = from.id;
  page.title = from.title;
  page.question = from.question;
  page.topic_id = Compared::topic_page(from.topic);
  page.topic = texts.topic_title(from.topic);
  page.have = councils_stating(from);
  page.councils = texts.count();
  Wordings wordings;
  for (const compare::Cell& cell : from.cells) {
    for (const compare::Entry& entry : cell.entries)
      if (!entry.lead_in) wordings[entry.wording].push_back(&entry);
    auto& refers = cell.refers_state() == State::elsewhere ? page.elsewhere : page.other_points;
    for (const ClauseRef& out : cell.refers) refers.push_back(texts.place(out));
    for (const compare::Entry& entry : cell.entries)
      if (entry.basis == compare::Basis::provision && !entry.lead_in)
        page.by_provision.push_back(texts.place(entry.clause));
  }
  for (std::uint32_t i = 0; i < texts.count(); ++i) {
    if (from.state(i) == State::none) page.without.push_back(texts.council(i));
    if (from.state(i) == State::not_in_excerpt) page.excerpts.push_back(texts.council(i));
  }
  for (const auto& [wording, entries] : wordings)
    page.wordings.push_back(
        group_of(texts, wording, entries, wordings.begin()->second.front()->clause));
  return page;
}

Overview overview(const Compared& texts, const compare::Peers& peers) {
  return OverviewMaker(texts, peers).make();
}

}  // namespace concord::view
