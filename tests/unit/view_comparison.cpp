#include <catch2/catch.hpp>
#include <utility>
#include <vector>

#include "compared_councils.h"
#include "view/comparison.h"
#include "view/matrix_list.h"

using namespace concord;
using namespace concord::test;

namespace {

view::MatrixList matrix_of(const Compared& compared) {
  return view::matrix_list(compared.comparison, compared.protocols, compared.registers,
                           "2026-11-21", {{compare::State::none, "no counterpart found", "…"}});
}

}  // namespace

TEST_CASE("the matrix as a list has a row a provision and council, those with nothing too") {
  const view::MatrixList matrix = matrix_of(two_councils());
  CHECK(matrix.as_of == "2026-11-21");
  CHECK(view::words_for(compare::State::none, matrix.states) == "no counterpart found");
  CHECK(view::words_for(compare::State::part, matrix.states).empty());
  std::vector<view::ListRow> shared;
  for (const view::ListRow& row : matrix.rows) {
    if (row.have == 2) shared.push_back(row);
    if (row.have == 1 && row.council == "barton Town") {
      CHECK(row.state == compare::State::none);
      CHECK(row.text.empty());
      CHECK(row.clauses.empty());
    }
  }
  REQUIRE(shared.size() == 2);
  CHECK(shared[0].council == "ashby Town");
  CHECK(shared[1].council == "barton Town");
  CHECK(shared[1].topic == "Conduct");
  CHECK(shared[1].state == compare::State::same);
  CHECK(shared[1].wording == "A");
  CHECK(shared[1].clauses == "1.1");
  CHECK(shared[1].text ==
        "Members and officers must treat one another with respect and courtesy at all times.");
}

TEST_CASE("a line says how surely the councils differ that are shown") {
  const std::string must = "1.1 Officers must attend the meetings of party groups when asked.\n";
  const std::string may = "1.1 Officers may attend the meetings of party groups when asked.\n";
  const Compared three(Texts{{"ashby", must}, {"barton", may}, {"corby", must}});
  const auto differs = [&](const std::vector<std::uint32_t>& among) {
    return view::matrix_list(three.comparison, three.protocols, three.registers, "", {}, among)
        .rows.at(0)
        .differs;
  };
  CHECK(differs({}) == compare::Certainty::certain);
  CHECK(differs({0, 1}) == compare::Certainty::certain);
  CHECK(differs({0, 2}) == std::nullopt);
}

TEST_CASE("of an excerpt no counterpart is said to be missing") {
  const Compared compared(Texts{{"ashby", respect + parking}, {"barton", respect}},
                          {{"barton", "excerpt: true\n"}});
  std::vector<compare::State> states;
  for (const view::ListRow& row : matrix_of(compared).rows)
    if (row.have == 1) states.push_back(row.state);
  CHECK(states == std::vector{compare::State::base, compare::State::not_in_excerpt});
  CHECK(compared.comparison.gaps(1).empty());
}

TEST_CASE("linked clauses are counterparts in the graph") {
  const Compared& compared = two_councils();
  const std::vector<const graph::Network*> networks = {&compared.protocols[0].network(),
                                                       &compared.protocols[1].network()};
  graph::Network network = graph::merge(networks);
  graph::NetworkFacts facts = view::clause_facts(compared.protocols, network);
  view::add_counterparts(compared.comparison, compared.peers.pairs, compared.protocols, network,
                         facts);
  std::vector<std::pair<std::string, std::string>> counterparts;
  for (const graph::Edge& edge : network.edges()) {
    if (edge.kind != graph::EdgeKind::counterpart) continue;
    counterparts.emplace_back(network.vertices()[edge.from].id, network.vertices()[edge.to].id);
  }
  CHECK(counterparts ==
        std::vector<std::pair<std::string, std::string>>{{"ashby#1.1", "barton#1.1"}});
  const graph::ClauseFacts& clause = facts.clauses.at(*network.find("ashby#1.1"));
  CHECK(clause.council == "ashby");
  CHECK(clause.topic == "conduct");
  CHECK(clause.words == 14);
  REQUIRE(facts.links.size() == 1);
  CHECK(facts.links.front().relation == "identical");
  std::string xml;
  graph::write_graphml(network, facts, [&](std::string_view bytes) { xml += bytes; });
  CHECK(xml.find("attr.name=\"weight\" attr.type=\"double\"") != std::string::npos);
  CHECK(xml.find(">identical</data>") != std::string::npos);
}

TEST_CASE("of more councils than one matrix shows, absent ones have no line") {
  CHECK(matrix_of(ten_councils()).rows.size() == 11);  // ten ask for respect, one has a car park
}
