#include "render/comparison_data.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "render/data_file.h"

namespace concord::render {
namespace {

using compare::Cell;
using compare::ClauseRef;
using compare::Comparison;
using compare::Divergence;
using compare::Entry;
using compare::Link;
using compare::Row;
using compare::State;
using nlohmann::ordered_json;
using passes::Protocol;

using Protocols = std::span<const Protocol>;

std::string global_id(Protocols protocols, ClauseRef ref) {
  return protocols[ref.protocol].global_id(ref.clause);
}

double rounded(double score) {
  return std::round(score * 1e4) / 1e4;
}

ordered_json words_or_null(const std::string& words) {
  return words.empty() ? ordered_json() : ordered_json(words);
}

ordered_json cell_json(const Cell& cell, Protocols protocols) {
  ordered_json entries = ordered_json::array();
  for (const Entry& entry : cell.entries) {
    entries.push_back(
        {{"clause", global_id(protocols, entry.clause)},
         {"state", compare::name_of(entry.state)},
         {"wording", compare::wording_letter(entry.wording)},
         {"lead_in", entry.lead_in},
         {"basis", entry.lead_in ? ordered_json() : ordered_json(name_of(entry.basis))}});
  }
  if (cell.state != State::elsewhere) return entries;
  for (const ClauseRef& from : cell.refers) {
    entries.push_back({{"clause", global_id(protocols, from)},
                       {"state", compare::name_of(State::elsewhere)},
                       {"wording", nullptr},
                       {"lead_in", false},
                       {"basis", nullptr}});
  }
  return entries;
}

ordered_json states_json(const Row& row, Protocols protocols) {
  ordered_json states = ordered_json::object();
  for (const Cell& cell : compare::listed_cells(row, protocols.size()))
    states[protocols[cell.protocol].metadata().id] = compare::name_of(cell.state);
  return states;
}

// `differs`: how surely some of its councils do.
ordered_json row_json(const Row& row, std::optional<compare::Certainty> differs,
                      Protocols protocols) {
  ordered_json cells = ordered_json::object();
  ordered_json other_points = ordered_json::object();
  for (const Cell& cell : row.cells) {
    const std::string& council = protocols[cell.protocol].metadata().id;
    if (cell.state < State::none && cell.state != State::other_point)
      cells[council] = cell_json(cell, protocols);
    if (cell.refers_state() != State::other_point) continue;
    for (const ClauseRef& ref : cell.refers)
      other_points[council].push_back(global_id(protocols, ref));
  }
  return {{"id", row.id},
          {"provisional", row.provisional},
          {"title", row.title},
          {"question", words_or_null(row.question)},
          {"topic", row.topic.empty() ? ordered_json() : ordered_json(row.topic)},
          {"differs", differs ? ordered_json(compare::name_of(*differs)) : ordered_json()},
          {"states", states_json(row, protocols)},
          {"cells", std::move(cells)},
          {"other_points", std::move(other_points)}};
}

std::string words_in(Protocols protocols, ClauseRef ref, syntax::Range range) {
  return protocols[ref.protocol][ref.clause].words().text.substr(range.begin,
                                                                 range.end - range.begin);
}

ordered_json link_json(const Link& link, Protocols protocols) {
  ordered_json segments = ordered_json::array();
  for (const compare::Passage& passage : link.segments) {
    segments.push_back({{"a", words_in(protocols, link.a, passage.a)},
                        {"b", words_in(protocols, link.b, passage.b)},
                        {"coverage", rounded(passage.coverage)}});
  }
  return {{"a", global_id(protocols, link.a)},
          {"b", global_id(protocols, link.b)},
          {"relation", compare::name_of(link.relation)},
          {"score", rounded(link.score)},
          {"found_by", compare::name_of(link.found_by)},
          {"provision", words_or_null(link.provision)},
          {"segments", std::move(segments)}};
}

// A statement with the deciding words in it, as ranges of its bytes.
ordered_json statement_json(const compare::Quotation& quotation) {
  ordered_json deciding = ordered_json::array();
  for (const syntax::Range& each : quotation.deciding) deciding.push_back({each.begin, each.end});
  return {{"text", quotation.text}, {"deciding", std::move(deciding)}};
}

ordered_json divergence_json(const Divergence& divergence, Protocols protocols) {
  ordered_json made = {{"a", global_id(protocols, divergence.a)},
                       {"b", global_id(protocols, divergence.b)},
                       {"type", compare::name_of(divergence.type)},
                       {"a_words", divergence.a_words},
                       {"b_words", divergence.b_words},
                       {"certainty", compare::name_of(divergence.certainty)},
                       {"confidence", rounded(divergence.confidence)},
                       {"a_statement", statement_json(divergence.a_statement)},
                       {"b_statement", statement_json(divergence.b_statement)}};
  if (!divergence.because.empty()) made["because"] = divergence.because;
  return made;
}

ordered_json decision_json(const compare::Decided& decided, Protocols protocols) {
  const syntax::Decision& decision = decided.decision;
  return {{"a", global_id(protocols, decided.a)},
          {"b", global_id(protocols, decided.b)},
          {"verdict", syntax::name_of(decision.verdict)},
          {"kind", words_or_null(decision.kind)},
          {"because", decision.because},
          {"by", words_or_null(decision.by)},
          {"date", words_or_null(decision.date.iso)}};
}

ordered_json peers_json(const compare::CouncilPeers& peers, Protocols protocols) {
  ordered_json ids = ordered_json::array();
  for (const std::uint32_t peer : peers.councils) ids.push_back(protocols[peer].metadata().id);
  return {{"chosen_by", compare::name_of(peers.chosen_by)}, {"councils", std::move(ids)}};
}

ordered_json unmatched_json(const Comparison& comparison, std::uint32_t council,
                            const Protocol& protocol) {
  ordered_json list = ordered_json::array();
  for (const graph::ClauseId id : comparison.unmatched(council))
    list.push_back(protocol.global_id(id));
  return list;
}

ordered_json gap_json(const compare::Gap& gap, const Comparison& comparison, Protocols protocols) {
  ordered_json nearest;
  if (gap.nearest) {
    nearest = {{"clause", global_id(protocols, gap.nearest->clause)},
               {"likeness", rounded(gap.nearest->likeness)}};
  }
  return {
      {"row", comparison.rows()[gap.row].id}, {"have", gap.have}, {"nearest", std::move(nearest)}};
}

ordered_json gaps_json(const Comparison& comparison, std::uint32_t council, Protocols protocols) {
  ordered_json list = ordered_json::array();
  for (const compare::Gap& gap : comparison.gaps(council))
    list.push_back(gap_json(gap, comparison, protocols));
  return list;
}

// By topic: what the council has on it, and how much of what others have; an excerpt's rest may
// have them.
ordered_json coverage_json(const Comparison& comparison, std::uint32_t council, bool excerpt) {
  ordered_json topics = ordered_json::object();
  for (const compare::Coverage& of : comparison.coverage(council)) {
    ordered_json& topic = topics[of.topic];
    topic = {{"clauses", of.clauses}, {"words", of.words}, {"known", nullptr}, {"found", nullptr}};
    if (excerpt) continue;
    topic["known"] = of.known;
    topic["found"] = of.found;
  }
  return topics;
}

void add_comparison(const Comparison& comparison, const compare::Peers& peers, Protocols protocols,
                    DataFile& file) {
  std::vector<std::uint32_t> councils(protocols.size());
  std::iota(councils.begin(), councils.end(), 0U);
  const auto by_council = [&](std::string_view name, const auto& as_value) {
    file.map(
        name, councils, [&](std::uint32_t i) { return protocols[i].metadata().id; }, as_value);
  };
  file.short_member("complete", peers.all_pairs());
  file.short_member("councils", comparison.councils());
  by_council("peers", [&](std::uint32_t i) { return peers_json(peers.of[i], protocols); });
  const auto differing = comparison.differing_rows();
  file.list("rows", comparison.rows(), [&](const Row& row) {
    const auto place = static_cast<std::size_t>(&row - comparison.rows().data());
    return row_json(row, differing[place], protocols);
  });
  file.begin_list("links");
  for (const auto& [a, b] : peers.pairs) {
    for (const Link& link : comparison.links(a, b)) file.add(link_json(link, protocols));
  }
  file.end_list();
  file.begin_list("divergences");
  for (const auto& [a, b] : peers.pairs) {
    for (const Divergence& each : comparison.divergences(a, b, compare::Certainty::possible)) {
      file.add(divergence_json(each, protocols));
    }
  }
  file.end_list();
  file.list("decisions", comparison.decisions(),
            [&](const compare::Decided& each) { return decision_json(each, protocols); });
  by_council("unmatched",
             [&](std::uint32_t i) { return unmatched_json(comparison, i, protocols[i]); });
  if (compare::are_few(protocols.size()))
    by_council("gaps", [&](std::uint32_t i) { return gaps_json(comparison, i, protocols); });
  by_council("coverage", [&](std::uint32_t i) {
    return coverage_json(comparison, i, protocols[i].metadata().excerpt);
  });
}

}  // namespace

std::string comparison_data(const Comparison& comparison, const compare::Peers& peers,
                            Protocols protocols) {
  DataFile file;
  add_comparison(comparison, peers, protocols, file);
  return file.take();
}

void write_comparison_data(const Comparison& comparison, const compare::Peers& peers,
                           Protocols protocols, const view::Stamp& stamp,
                           const source::Write& write) {
  DataFile file(stamp, write);
  add_comparison(comparison, peers, protocols, file);
  file.take();
}

}  // namespace concord::render
