#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "compared_councils.h"
#include "view/comparison.h"

using namespace concord;
using namespace concord::test;
using nlohmann::json;

namespace {

json matrix_of(const Compared& compared) {
  return view::matrix_list(compared.comparison, compared.protocols, compared.registers,
                           "2026-11-21");
}

}  // namespace

TEST_CASE("the matrix as a list has a row a provision and council, absent councils too") {
  const json matrix = matrix_of(two_councils());
  CHECK(matrix["as_of"] == "2026-11-21");
  CHECK(matrix["states"].size() == 7);
  std::vector<json> shared;
  for (const json& row : matrix["rows"]) {
    if (row["have"] == 2) shared.push_back(row);
    if (row["have"] == 1 && row["council"] == "barton Town") {
      CHECK(row["state"] == "absent");
      CHECK(row["state_words"] == "absent");
      CHECK(row["text"] == "");
      CHECK(row["clauses"] == "");
    }
  }
  REQUIRE(shared.size() == 2);
  CHECK(shared[0]["council"] == "ashby Town");
  CHECK(shared[1]["council"] == "barton Town");
  CHECK(shared[1]["topic"] == "Conduct");
  CHECK(shared[1]["state_words"] == "same wording");
  CHECK(shared[1]["wording"] == "A");
  CHECK(shared[1]["clauses"] == "1.1");
  CHECK(shared[1]["text"] ==
        "Members and officers must treat one another with respect and courtesy at all times.");
}

TEST_CASE("linked clauses are counterparts in the graph") {
  const Compared& compared = two_councils();
  const std::vector<const graph::Network*> networks = {&compared.protocols[0].network(),
                                                       &compared.protocols[1].network()};
  graph::Network network = graph::merge(networks);
  view::add_counterparts(compared.comparison, compared.protocols, network);
  std::vector<std::pair<std::string, std::string>> counterparts;
  for (const graph::Edge& edge : network.edges()) {
    if (edge.kind != graph::EdgeKind::counterpart) continue;
    counterparts.emplace_back(network.vertices()[edge.from].id, network.vertices()[edge.to].id);
  }
  CHECK(counterparts ==
        std::vector<std::pair<std::string, std::string>>{{"ashby#1.1", "barton#1.1"}});
}

TEST_CASE("of too many councils absent ones are not listed") {
  std::vector<std::pair<std::string, std::string>> texts;
  for (std::size_t i = 0; i <= view::most_councils_in_pairs; ++i) {
    texts.emplace_back("town" + std::to_string(i), i == 0 ? respect + parking : respect);
  }
  const Compared compared(texts);
  CHECK(matrix_of(compared)["rows"].size() == texts.size() + 1);
}
