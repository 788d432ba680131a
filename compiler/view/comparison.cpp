#include "view/comparison.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "view/labels.h"

namespace concord::view {
namespace {

using compare::Cell;
using compare::ClauseRef;
using compare::Comparison;
using compare::Entry;
using compare::Link;
using compare::Row;
using compare::State;
using nlohmann::json;
using passes::Protocol;

using Protocols = std::span<const Protocol>;

std::string global_id(Protocols protocols, ClauseRef ref) {
  return protocols[ref.protocol].global_id(ref.clause);
}

bool tells_pairs(Protocols protocols) {
  return protocols.size() <= most_councils_in_pairs;
}

std::string_view topic_title(const syntax::Register& registers, const std::string& id) {
  const syntax::Topic* topic = registers.topic(id);
  return topic ? std::string_view(topic->title) : std::string_view(id);
}

// Each part once, in order, joined.
void add_part(std::string& list, std::vector<std::string>& parts, std::string part,
              std::string_view between) {
  if (std::find(parts.begin(), parts.end(), part) != parts.end()) return;
  if (!parts.empty()) list += between;
  list += part;
  parts.push_back(std::move(part));
}

// How many councils have a clause of their own in the row.
std::size_t have_it(const Row& row) {
  return static_cast<std::size_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.entries.empty(); }));
}

// What the list says of one council, the row aside.
json cell_entry(const Cell& cell, const Protocol& protocol,
                const std::vector<std::string>& labels) {
  std::string clauses, wordings, text;
  std::vector<std::string> clause_parts, wording_parts, text_parts;
  const auto add = [&](ClauseRef ref) {
    add_part(clauses, clause_parts, labels[graph::index(ref.clause)], "; ");
    add_part(text, text_parts, protocol[ref.clause].words().text, "\n");
  };
  for (const Entry& entry : cell.entries) {
    add(entry.clause);
    add_part(wordings, wording_parts, compare::wording_letter(entry.wording), ", ");
  }
  for (const ClauseRef& from : cell.refers) add(from);
  return {{"council", protocol.metadata().name},
          {"state", compare::name_of(cell.state)},
          {"state_words", words_for(cell.state)},
          {"wording", wordings},
          {"clauses", clauses},
          {"text", text}};
}

// What a state says of a cell, gravest last but for those without a clause.
constexpr std::array<std::pair<State, const char*>, 7> meanings = {{
    {State::same, "The wording that most councils share."},
    {State::vocabulary, "The same wording, but for the words for roles."},
    {State::reworded, "The same provision in other words."},
    {State::part, "Part of the provision, or the provision as part of a longer clause."},
    {State::differs, "The legal effect differs from that of another council's clause."},
    {State::elsewhere, "No clause of its own: a reference leads to where it is dealt with."},
    {State::absent, "Nothing on it."},
}};

json states_json() {
  json states = json::array();
  for (const auto& [state, meaning] : meanings) {
    states.push_back(
        {{"state", compare::name_of(state)}, {"words", words_for(state)}, {"meaning", meaning}});
  }
  return states;
}

}  // namespace

std::string_view words_for(State state) {
  switch (state) {
    case State::same:
      return "same wording";
    case State::vocabulary:
      return "same but for role words";
    case State::reworded:
      return "reworded";
    case State::part:
      return "part of";
    case State::differs:
      return "differs in effect";
    case State::elsewhere:
      return "dealt with elsewhere";
    case State::absent:
      return "absent";
  }
  return "";
}

std::vector<Pair> pairs_of(std::size_t councils) {
  if (councils > most_councils_in_pairs) return {};
  std::vector<Pair> pairs;
  for (std::uint32_t a = 0; a < councils; ++a) {
    for (std::uint32_t b = a + 1; b < councils; ++b) pairs.emplace_back(a, b);
  }
  return pairs;
}

json matrix_list(const Comparison& comparison, Protocols protocols,
                 const syntax::Register& registers, const std::string& as_of) {
  std::vector<std::vector<std::string>> labels_by_protocol;
  for (const Protocol& protocol : protocols) labels_by_protocol.push_back(labels(protocol.graph()));
  json rows = json::array();
  for (const Row& row : comparison.rows()) {
    const std::size_t have = have_it(row);
    auto next = row.cells.begin();
    for (std::uint32_t i = 0; i < protocols.size(); ++i) {
      const bool present = next != row.cells.end() && next->protocol == i;
      if (!present && !tells_pairs(protocols)) continue;
      const Cell cell = present ? *next++ : Cell{i, State::absent, {}, {}};
      json entry = cell_entry(cell, protocols[i], labels_by_protocol[i]);
      entry["row"] = row.id;
      entry["topic"] = topic_title(registers, row.topic);
      entry["provision"] = row.title;
      entry["have"] = have;
      rows.push_back(std::move(entry));
    }
  }
  return {{"as_of", as_of.empty() ? json() : json(as_of)},
          {"states", states_json()},
          {"rows", std::move(rows)}};
}

void add_counterparts(const Comparison& comparison, Protocols protocols, graph::Network& network) {
  for (const auto& [a, b] : pairs_of(protocols.size())) {
    for (const Link& link : comparison.links(a, b)) {
      const auto from = network.find(global_id(protocols, link.a));
      const auto to = network.find(global_id(protocols, link.b));
      if (from && to) network.connect(*from, *to, graph::EdgeKind::counterpart);
    }
  }
}

}  // namespace concord::view
