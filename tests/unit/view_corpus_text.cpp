#include <array>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "view/corpus.h"
#include "view/data_text.h"

using namespace concord;
using nlohmann::ordered_json;

TEST_CASE("data has one record a line") {
  const ordered_json document = {
      {"schema", "concord/1"},
      {"records", {{{"id", 1}, {"in", {1, 2}}}, {{"id", 2}, {"in", ordered_json::array()}}}},
      {"none", ordered_json::array()}};
  CHECK(view::data_text(document, 2) ==
        "{\n"
        " \"schema\": \"concord/1\",\n"
        " \"records\": [\n"
        "  {\"id\":1,\"in\":[1,2]},\n"
        "  {\"id\":2,\"in\":[]}\n"
        " ],\n"
        " \"none\": []\n"
        "}");
}

TEST_CASE("data stands at the depth of what it is part of") {
  CHECK(view::data_text(ordered_json::array({1}), 3, 2) == "[\n   1\n  ]");
  CHECK(view::data_text(ordered_json::array({1}), 2, 2) == "[1]");
}

TEST_CASE("bytes that are no text become the replacement character") {
  CHECK(view::data_text("\xC3 é", 1) == "\"\uFFFD é\"");
}

TEST_CASE("the graph names the ends of its edges") {
  graph::Network network;
  const auto from = network.add({"york#4.6", graph::VertexKind::clause, "4.6"});
  const auto to = network.add({"york#13", graph::VertexKind::clause, "13"});
  network.connect(from, to, graph::EdgeKind::refers_to);
  CHECK(view::graph_data(network) ==
        "{\n"
        " \"schema\": \"concord/1\",\n"
        " \"vertices\": [\n"
        "  {\"id\":\"york#4.6\",\"kind\":\"clause\",\"label\":\"4.6\"},\n"
        "  {\"id\":\"york#13\",\"kind\":\"clause\",\"label\":\"13\"}\n"
        " ],\n"
        " \"edges\": [\n"
        "  {\"from\":\"york#4.6\",\"to\":\"york#13\",\"kind\":\"refers-to\"}\n"
        " ]\n"
        "}\n");
}

TEST_CASE("an empty corpus is a corpus") {
  CHECK(view::corpus({}) == "{\n \"schema\": \"concord/1\",\n \"protocols\": []\n}\n");
}

TEST_CASE("a corpus has protocols as they are written, deeper and without their schema") {
  const std::string_view york =
      "{\n \"schema\": \"concord/1\",\n \"id\": \"york\",\n \"clauses\": [\n  {\"id\":\"1\"}\n "
      "]\n}\n";
  CHECK(view::corpus(std::array{york}) ==
        "{\n"
        " \"schema\": \"concord/1\",\n"
        " \"protocols\": [\n"
        "  {\n"
        "   \"id\": \"york\",\n"
        "   \"clauses\": [\n"
        "    {\"id\":\"1\"}\n"
        "   ]\n"
        "  }\n"
        " ]\n"
        "}\n");
}
