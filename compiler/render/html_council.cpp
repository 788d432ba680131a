#include "render/html_council.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

#include "render/html_comparison_parts.h"
#include "render/html_differences.h"
#include "render/search_index.h"
#include "view/addresses.h"
#include "view/comparison_words.h"

namespace concord::render {
namespace {

using compare::ChosenBy;
using compare::State;

// ---- council_peers.tpl

void fill_peers(const view::CouncilPage& page, const Dictionary& into) {
  into.show("everybody"_name, page.chosen_by == ChosenBy::everybody);
  into.show("front_matter"_name, page.chosen_by == ChosenBy::front_matter);
  into.show("command_line"_name, page.chosen_by == ChosenBy::command_line);
  into.show("nearest"_name, page.chosen_by == ChosenBy::nearest);
  into.set("peer_count"_name, page.peers.size());
  into.set("other_count"_name, page.councils - 1);
}

// ---- council.tpl

void fill_peer(const view::CouncilPeer& peer, const Dictionary& into) {
  into.set("peer_id"_name, peer.council.id);
  into.set("peer_name"_name, peer.council.name);
  into.set("pair_id"_name, peer.pair);
  into.set("shared"_name, peer.shared);
  into.set("shared_percent"_name, percent(peer.summary.shared_wording));
  fill_counts(peer.summary, into);
}

// `words`: the first of the clause, where it is the page's own council's.
void fill_clause(const view::BriefEntry& entry, std::string_view words, bool lettered,
                 const view::StateKey& states, const Dictionary& into) {
  into.set("clause_id"_name, entry.place.clause);
  into.set("at"_name, entry.place.label);
  into.set_optional("words"_name, words);
  into.set("entry_state"_name, compare::name_of(entry.state));
  into.set("entry_state_words"_name, view::words_for(entry.state, states));
  into.show("lettered"_name, lettered);
  into.set("letter"_name, entry.wording);
}

void fill_cell(const view::BriefCell& cell, std::string_view opening, bool lettered,
               const view::StateKey& states, const Dictionary& into) {
  into.set("council"_name, cell.council);
  into.set("name"_name, cell.name);
  into.set("state"_name, compare::name_of(cell.state));
  for (const view::BriefEntry& entry : cell.entries) {
    const bool first = &entry == &cell.entries.front();
    fill_clause(entry, first ? opening : "", lettered, states, into.section("clauses"_name));
  }
  for (const view::Place& place : cell.refers) {
    const Dictionary other = into.section("refers"_name);
    other.set("label"_name, place.label);
    other.set("refers_words"_name, view::words_for(cell.state, states));
  }
  if (cell.state < State::none) return;
  into.section("nothing"_name).set("nothing_words"_name, view::words_for(cell.state, states));
}

void fill_row(const view::BriefRow& row, const Dictionary& into) {
  into.set("row_id"_name, row.id);
  into.set("row_title"_name, row.title);
  into.set("have"_name, row.have);
  into.set("peers_have"_name, row.peers_have);
  into.show("differs"_name, row.differs);
}

void fill_cells(const view::BriefRow& row, const view::StateKey& states, const Dictionary& into) {
  for (const view::BriefCell& cell : row.cells) {
    const bool own = &cell == &row.cells.front();
    fill_cell(cell, own ? row.opening : "", row.wordings > 1, states, into.section("cell"_name));
  }
}

void fill_missing(const view::BriefRow& row, const Dictionary& into) {
  into.set("row_id"_name, row.id);
  into.set("row_title"_name, row.title);
  into.set("have"_name, row.have);
  into.set("peers_have"_name, row.peers_have);
  // Only what councils share has a page of its own.
  into.show("of_several"_name, row.have > 1);
  into.show("of_one"_name, row.have == 1);
  for (const view::BriefCell& cell : row.cells) {
    if (cell.entries.empty()) continue;
    const view::Place& place = cell.entries.front().place;
    const Dictionary holder = into.section("holder"_name);
    holder.set("council"_name, place.council);
    holder.set("clause_id"_name, place.clause);
    holder.set("name"_name, place.name);
    holder.set("label"_name, place.label);
  }
}

void fill_alone(const view::BriefRow& row, const Dictionary& into) {
  const view::Place& place = row.cells.front().entries.front().place;
  into.set("row_id"_name, row.id);
  into.set("row_title"_name, row.title);
  into.set("clause_id"_name, place.clause);
  into.set("label"_name, place.label);
}

void fill_column(const view::Council& council, const Dictionary& into) {
  into.set("id"_name, council.id);
  into.set("name"_name, council.name);
}

void fill_topic(const view::BriefTopic& topic, const Dictionary& into) {
  into.set("topic_id"_name, topic.id);
  into.set("topic_title"_name, topic.title);
}

// The rows of a kind: what the council shares, what was not found in it, what it alone has.
using Rows = std::vector<view::BriefRow> view::BriefTopic::*;

bool has(const view::CouncilPage& page, Rows rows) {
  return std::ranges::any_of(page.topics,
                             [&](const view::BriefTopic& topic) { return !(topic.*rows).empty(); });
}

// A part of the page: the rows of a kind, by topic, and how many they are.
void fill_part(const view::CouncilPage& page, Rows rows,
               void (*fill)(const view::BriefRow&, const Dictionary&), const Dictionary& into) {
  std::size_t count = 0;
  for (const view::BriefTopic& topic : page.topics) {
    const std::vector<view::BriefRow>& own = topic.*rows;
    if (own.empty()) continue;
    const Dictionary group = into.section("group"_name);
    fill_topic(topic, group);
    group.set("group_count"_name, own.size());
    for (const view::BriefRow& row : own) fill(row, group.section("provision"_name));
    count += own.size();
  }
  into.set("count"_name, count);
}

void fill_council(const view::CouncilPage& page, const Dictionary& into) {
  fill_peers(page, into.include("council_peers"_name));
  into.set("id"_name, page.council.id);
  into.set("name"_name, page.council.name);
  into.set("peer_count"_name, page.peers.size());
  into.set("council_count"_name, page.councils);
  into.set("certain_count"_name, page.differences.certain);
  into.set("likely_count"_name, page.differences.likely);
  into.show("excerpt"_name, page.excerpt);
  for (const view::CouncilPeer& peer : page.peers) fill_peer(peer, into.section("peer_row"_name));
  for (const view::BriefTopic& topic : page.topics) fill_topic(topic, into.section("topic"_name));
  fill_part(page, &view::BriefTopic::shared, fill_row, into.section("states"_name));
  if (has(page, &view::BriefTopic::missing))
    fill_part(page, &view::BriefTopic::missing, fill_missing, into.section("missing"_name));
  if (has(page, &view::BriefTopic::alone))
    fill_part(page, &view::BriefTopic::alone, fill_alone, into.section("alone"_name));
}

// ---- council_topic.tpl

void fill_topic_of(const view::CouncilPage& page, const view::BriefTopic& topic,
                   const Dictionary& into) {
  fill_peers(page, into.include("council_peers"_name));
  into.set("name"_name, page.council.name);
  into.set("council_count"_name, page.councils);
  into.set("topic_id"_name, topic.id);
  fill_column(page.council, into.section("column"_name));
  for (const view::CouncilPeer& peer : page.peers)
    fill_column(peer.council, into.section("column"_name));
  for (const view::BriefRow& row : topic.shared) {
    const Dictionary to = into.section("provision"_name);
    fill_row(row, to);
    fill_cells(row, page.states, to);
  }
}

// ---- differences.tpl

void fill_differences_of(const view::CouncilPage& page, const Dictionary& into) {
  const Dictionary one = into.section("one_council"_name);
  fill_peers(page, one.include("council_peers"_name));
  into.section("back"_name).set("name"_name, page.council.name);
  std::vector<view::Council> councils = {page.council};
  for (const view::CouncilPeer& peer : page.peers) councils.push_back(peer.council);
  fill_differences(page.differences, councils, into);
}

// ---- provision.tpl

// The clauses of one wording and state; many are folded.
void fill_voices(State state, const std::vector<const view::Place*>& places,
                 const view::StateKey& states, const Dictionary& into) {
  constexpr std::size_t most_shown = 12;
  const bool many = places.size() > most_shown;
  into.show("folded"_name, many);
  into.show("shown"_name, !many);
  into.show("marked"_name, state > State::same);
  into.show("unmarked"_name, state <= State::same);
  into.set("entry_state"_name, compare::name_of(state));
  into.set("entry_state_words"_name, view::words_for(state, states));
  into.set("voice_count"_name, places.size());
  for (const view::Place* place : places) fill_place(*place, into.section("speaker"_name));
}

void fill_wording(const view::WordingGroup& group, const view::StateKey& states,
                  const Dictionary& into) {
  into.set("letter"_name, group.letter);
  into.set("count"_name, group.councils);
  into.set_optional("lead_in"_name, group.lead_in);
  into.set("words"_name, group.text);
  if (!group.changes.empty()) fill_pieces(group.changes, into.section("compared"_name));
  std::map<State, std::vector<const view::Place*>> voices;
  for (const view::Speaker& speaker : group.speakers)
    voices[std::max(speaker.state, State::same)].push_back(&speaker.place);
  for (const auto& [state, places] : voices)
    fill_voices(state, places, states, into.section("voices"_name));
}

// The wordings that most councils share; those that few have are folded behind them.
void fill_wordings(const view::ProvisionPage& page, const Dictionary& into) {
  constexpr std::size_t most_shown = 10;
  const bool folds = page.wordings.size() > most_shown;
  for (std::size_t i = 0; i < page.wordings.size(); ++i) {
    const Dictionary wording = into.section("wording"_name);
    if (folds && i == most_shown)
      wording.section("fold"_name).set("count"_name, page.wordings.size() - most_shown);
    fill_wording(page.wordings[i], page.states, wording);
    wording.show("end_of_fold"_name, folds && i + 1 == page.wordings.size());
  }
}

// A part of the page that names clauses, where there are some.
void fill_places(const std::vector<view::Place>& places, const Name& name, const Dictionary& into) {
  if (places.empty()) return;
  const Dictionary part = into.section(name);
  part.set("count"_name, places.size());
  for (const view::Place& place : places) fill_place(place, part.section("stands"_name));
}

// A part that names councils, where there are some.
void fill_councils(const std::vector<view::Council>& councils, const Name& name,
                   const Dictionary& into) {
  if (councils.empty()) return;
  const Dictionary part = into.section(name);
  part.set("count"_name, councils.size());
  for (const view::Council& council : councils) fill_column(council, part.section("council"_name));
}

void fill_provision(const view::ProvisionPage& page, const Dictionary& into) {
  into.set("have"_name, page.have);
  into.set("council_count"_name, page.councils);
  into.set("wording_count"_name, page.wordings.size());
  into.set("topic_id"_name, page.topic_id);
  into.set("topic"_name, page.topic);
  into.set_optional("question"_name, page.question);
  fill_wordings(page, into);
  fill_places(page.by_provision, "by_provision"_name, into);
  fill_places(page.elsewhere, "elsewhere"_name, into);
  fill_places(page.other_points, "other_points"_name, into);
  fill_councils(page.without, "without"_name, into);
  fill_councils(page.excerpts, "excerpts"_name, into);
}

// ---- overview.tpl and provisions.tpl

void fill_listed(const view::ListedProvision& provision, const Dictionary& into) {
  into.set("row_id"_name, provision.id);
  into.set("row_title"_name, provision.title);
  into.set("have"_name, provision.have);
  into.set("wordings"_name, provision.wordings);
  into.show("differs"_name, provision.differs);
}

// The provisions on the topic that most councils have; its own page has all.
void fill_most_shared(const view::ListedTopic& topic, const Dictionary& into) {
  constexpr std::size_t most_listed = 40;
  const std::size_t listed = std::min(topic.shared.size(), most_listed);
  into.set("topic_id"_name, topic.id);
  into.set("topic_title"_name, topic.title);
  into.set("shared_count"_name, topic.shared.size());
  for (const view::ListedProvision& each : std::span(topic.shared).first(listed))
    fill_listed(each, into.section("provision"_name));
  if (listed < topic.shared.size())
    into.section("more"_name).set("count"_name, topic.shared.size() - listed);
}

void fill_overview(const view::Overview& overview, const Dictionary& into) {
  std::size_t provisions = 0;
  std::size_t alone = 0;
  for (const view::ListedTopic& topic : overview.topics) {
    provisions += topic.shared.size();
    alone += topic.alone;
    if (!topic.shared.empty()) fill_most_shared(topic, into.section("topic"_name));
  }
  for (const view::ListedCouncil& council : overview.councils) {
    const Dictionary to = into.section("council"_name);
    fill_column(council.council, to);
    to.set("shared_count"_name, council.provisions);
    to.set("alone_count"_name, council.alone);
  }
  const std::size_t councils = overview.councils.size();
  into.set("provisions_count"_name, provisions);
  into.set("alone_count"_name, alone);
  into.set("council_count"_name, councils);
  into.set("pair_count"_name, overview.pairs);
  into.set("all_pair_count"_name, councils * (councils - 1) / 2);
}

void fill_topic(const view::ListedTopic& topic, std::size_t councils, const Dictionary& into) {
  into.set("shared_count"_name, topic.shared.size());
  into.set("council_count"_name, councils);
  into.show("has_alone"_name, topic.alone > 0);
  into.set("alone_count"_name, topic.alone);
  for (const view::ListedProvision& each : topic.shared)
    fill_listed(each, into.section("provision"_name));
}

}  // namespace

Files council_html(const view::CouncilPage& council, const ComparisonOffer& offer,
                   const HtmlTemplates& templates) {
  const std::string& name = council.council.name;
  const std::string& id = council.council.id;
  const PageWords against = page_words("council", fmt::arg("council", name));
  Files files =
      comparison_page(view::compared::council(id), Layout::council, Views::none, against, offer,
                      templates, [&](const Dictionary& into) { fill_council(council, into); });
  for (const view::BriefTopic& topic : council.topics) {
    if (topic.shared.empty()) continue;
    const PageWords on =
        page_words("council_topic", fmt::arg("council", name), fmt::arg("topic", topic.title));
    files.merge(comparison_page(
        view::compared::council_topic(id, topic.id), Layout::council_topic, Views::none, on, offer,
        templates, [&](const Dictionary& into) { fill_topic_of(council, topic, into); }));
  }
  const PageWords differing = page_words("council_differences", fmt::arg("council", name));
  files.merge(comparison_page(view::compared::council_differences(id), Layout::differences,
                              Views::none, differing, offer, templates,
                              [&](const Dictionary& into) { fill_differences_of(council, into); }));
  return files;
}

Files provision_html(const view::ProvisionPage& provision, const ComparisonOffer& offer,
                     const HtmlTemplates& templates) {
  const PageWords words = page_words("provision", fmt::arg("provision", provision.title));
  return comparison_page(view::compared::provision(provision.id), Layout::provision, Views::none,
                         words, offer, templates,
                         [&](const Dictionary& into) { fill_provision(provision, into); });
}

Files overview_html(const view::Overview& overview, const ComparisonOffer& offer,
                    const HtmlTemplates& templates) {
  Files files = comparison_page(view::compared::main, Layout::overview, Views::matrix,
                                page_words("overview"), offer, templates,
                                [&](const Dictionary& into) { fill_overview(overview, into); });
  files.merge(search_index(overview));
  for (const view::ListedTopic& topic : overview.topics) {
    const PageWords words = page_words("topic", fmt::arg("topic", topic.title));
    files.merge(comparison_page(
        view::compared::topic(topic.id), Layout::provisions, Views::none, words, offer, templates,
        [&](const Dictionary& into) { fill_topic(topic, overview.councils.size(), into); }));
  }
  return files;
}

}  // namespace concord::render
