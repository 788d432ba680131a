#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <vector>

#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "syntax/document.h"
#include "view/comparison.h"
#include "view/corpus.h"

using namespace concord;
using nlohmann::json;

namespace {

const std::string respect =
    "1.1 Members and officers must treat one another with respect and courtesy at all times.\n\n";
const std::string parking =
    "1.2 The car park in Castle Street closes at dusk on winter evenings.\n\n";

// Councils that were compared, each with the clauses given below one heading.
struct Compared {
  source::SourceMap sources;
  syntax::Register registers;
  std::vector<passes::Protocol> protocols;
  compare::Comparison comparison;

  explicit Compared(const std::vector<std::pair<std::string, std::string>>& texts) {
    registers.topics = {{"conduct", "Conduct", {"respect"}}};
    diag::Sink sink;
    for (const auto& [id, clauses] : texts) {
      const source::FileId file = sources.add(
          id + ".md", "---\nid: " + id + "\nname: " + id + " Town\ncouncil: " + id +
                          "\ntitle: Protocol\n---\n\n## 1. Conduct {topic=conduct}\n\n" + clauses);
      auto protocol = passes::check(graph::build(syntax::parse(sources, file, sink), sink),
                                    passes::Vocabulary(registers), {}, sink);
      REQUIRE(protocol);
      protocols.push_back(std::move(*protocol));
    }
    comparison = compare::compare(protocols, {&registers, 1});
  }

  json data() const { return json::parse(view::comparison_data(comparison, protocols)); }
  json matrix() const { return view::matrix_list(comparison, protocols, registers, "2026-11-21"); }
};

const Compared& two_councils() {
  static const Compared compared({{"ashby", respect + parking}, {"barton", respect}});
  return compared;
}

}  // namespace

TEST_CASE("a link of two councils names its clauses, and the passages that carry it") {
  const json data = two_councils().data();
  CHECK(data["schema"] == "concord/1");
  CHECK(data["complete"] == true);
  CHECK(data["councils"] == json({"ashby", "barton"}));
  REQUIRE(data["links"].size() == 1);
  const json& link = data["links"][0];
  CHECK(link["a"] == "ashby#1.1");
  CHECK(link["b"] == "barton#1.1");
  CHECK(link["relation"] == "identical");
  CHECK(link["found_by"] == "same-wording");
  CHECK(link["score"] == 1.0);
  REQUIRE(!link["segments"].empty());
  const std::string words =
      "Members and officers must treat one another with respect and courtesy at all times.";
  CHECK(words.find(link["segments"][0]["a"].get<std::string>()) != std::string::npos);
  CHECK(data["divergences"] == json::array());
}

TEST_CASE("a row has the cells of the councils that have the provision") {
  const json data = two_councils().data();
  const json cell = json::array({{{"clause", "barton#1.1"}, {"state", "same"}, {"wording", "A"}}});
  bool found = false;
  for (const json& row : data["rows"]) {
    if (!row["cells"].contains("barton")) continue;
    CHECK(row["cells"]["barton"] == cell);
    CHECK(row["cells"]["ashby"][0]["clause"] == "ashby#1.1");
    CHECK(row["topic"] == "conduct");
    found = true;
  }
  CHECK(found);
}

TEST_CASE("clauses without a counterpart are listed by council") {
  CHECK(two_councils().data()["unmatched"] ==
        json({{"ashby", {"ashby#1.2"}}, {"barton", json::array()}}));
}

TEST_CASE("a clause that says may where another says must is a divergence with its words") {
  const Compared compared(
      {{"ashby", "1.1 Officers must attend the meetings of party groups when they are asked.\n"},
       {"barton", "1.1 Officers may attend the meetings of party groups when they are asked.\n"}});
  const json data = compared.data();
  REQUIRE(data["divergences"].size() == 1);
  const json& divergence = data["divergences"][0];
  CHECK(divergence["a"] == "ashby#1.1");
  CHECK(divergence["b"] == "barton#1.1");
  CHECK(divergence["type"] == "modality");
  CHECK(divergence["a_words"].get<std::string>().starts_with("must"));
  CHECK(divergence["b_words"].get<std::string>().starts_with("may"));
}

TEST_CASE("the matrix as a list has a row a provision and council, absent councils too") {
  const json matrix = two_councils().matrix();
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
  const json data = json::parse(view::graph_data(network));
  json counterparts = json::array();
  for (const json& edge : data["edges"]) {
    if (edge["kind"] == "counterpart") counterparts.push_back(edge);
  }
  CHECK(counterparts ==
        json::array({{{"from", "ashby#1.1"}, {"to", "barton#1.1"}, {"kind", "counterpart"}}}));
}

TEST_CASE("one protocol alone has nothing to be compared with") {
  const Compared compared({{"ashby", respect}});
  const json data = compared.data();
  CHECK(data["links"] == json::array());
  CHECK(data["divergences"] == json::array());
  CHECK(data["councils"] == json::array({"ashby"}));
}

TEST_CASE("of too many councils the rows alone are told, and absent ones are not listed") {
  std::vector<std::pair<std::string, std::string>> texts;
  for (std::size_t i = 0; i <= view::most_councils_in_pairs; ++i) {
    texts.emplace_back("town" + std::to_string(i), i == 0 ? respect + parking : respect);
  }
  const Compared compared(texts);
  const json data = compared.data();
  CHECK(data["complete"] == false);
  CHECK(data["links"] == json::array());
  REQUIRE(data["rows"].size() == 2);
  CHECK(data["rows"][0]["cells"].size() + data["rows"][1]["cells"].size() == texts.size() + 1);
  CHECK(compared.matrix()["rows"].size() == texts.size() + 1);
}
