#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <vector>

#include "frozen_registers.h"
#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "render/data.h"
#include "syntax/document.h"

using namespace concord;
using nlohmann::json;

namespace {

// A corpus of texts, compiled with one instrument in the register.
struct Compiled {
  source::SourceMap sources;
  std::vector<passes::Protocol> protocols;

  explicit Compiled(const std::vector<std::string>& texts) {
    syntax::Register registers;
    registers.lists = test::word_lists();
    registers.topics = {{"duties", "Duties", {"duty"}}};
    registers.instruments = {{"localism-act-2011",
                              "Localism Act 2011",
                              syntax::InstrumentKind::act,
                              "2011",
                              "https://www.legislation.gov.uk/ukpga/2011/20",
                              {},
                              "in-force",
                              ""}};
    diag::Sink sink;
    for (const std::string& text : texts) {
      const source::FileId file = sources.add("protocols/ashby.md", text);
      auto graph = graph::build(syntax::parse(sources, file, sink), sink);
      auto protocol = passes::check(std::move(graph), passes::Vocabulary(registers), {}, sink);
      REQUIRE(protocol);
      protocols.push_back(std::move(*protocol));
    }
  }

  std::string data(std::size_t i) const { return render::protocol_data(protocols.at(i), sources); }
  json one() const { return json::parse(data(0)); }
};

const std::string front_matter =
    "---\n"
    "id: ashby\n"
    "name: Ashby\n"
    "council: Ashby Town Council\n"
    "title: Protocol on Member/Officer Relations\n"
    "status: adopted\n"
    "adopted: {date: 2024-05-20, body: Council, minute: \"34/2024\"}\n"
    "review: {due: 2027-05}\n"
    "versions:\n"
    "  - {version: \"1\", date: 2024, note: New}\n"
    "---\n"
    "\n";

const std::string text =
    "# Protocol\n"
    "\n"
    "## 1. Duties {topic=duties}\n"
    "\n"
    "1.1 Members lead, as in paragraph 1.2 below[^1] and the Localism Act 2011:\n"
    "\n"
    "- (a) *always*;\n"
    "- (b) with care.\n"
    "\n"
    "1.2 Officers advise.\n"
    "They are impartial. {sic=\"as adopted\" from=\"york#4.3\"}\n"
    "\n"
    "[^1]: Member includes co-opted members.\n";

json clause_named(const json& protocol, const std::string& id) {
  for (const json& clause : protocol["clauses"]) {
    if (clause["id"] == id) return clause;
  }
  FAIL("no clause " << id);
  return {};
}

json expected_span(int line, int column, int end_line) {
  return {
      {"file", "protocols/ashby.md"}, {"line", line}, {"column", column}, {"end_line", end_line}};
}

}  // namespace

TEST_CASE("a protocol's data has every key of its front matter") {
  const json data = Compiled({front_matter + text}).one();
  CHECK(data["schema"] == "concord/1");
  CHECK(data["id"] == "ashby");
  CHECK(data["name"] == "Ashby");
  CHECK(data["council"] == "Ashby Town Council");
  CHECK(data["title"] == "Protocol on Member/Officer Relations");
  CHECK(data["status"] == "adopted");
  CHECK(data["numbering"] == "explicit");
  CHECK(data["adopted"] ==
        json({{"date", "2024-05-20"}, {"body", "Council"}, {"minute", "34/2024"}}));
  CHECK(data["review"] ==
        json({{"date", nullptr}, {"due", "2027-05"}, {"owner", nullptr}, {"note", nullptr}}));
  CHECK(data["versions"] == json::array({{{"version", "1"},
                                          {"date", "2024"},
                                          {"authority", nullptr},
                                          {"minute", nullptr},
                                          {"note", "New"}}}));
  for (const char* absent : {"part", "governance", "purpose", "profile", "contact", "source"}) {
    INFO(absent);
    CHECK(data.at(absent).is_null());
  }
  for (const char* empty : {"signoff", "repairs"}) CHECK(data.at(empty) == json::array());
  CHECK(data.at("roles") == json::object());
}

TEST_CASE("every block is one clause, in document order, footnotes last") {
  const json data = Compiled({front_matter + text}).one();
  std::vector<std::string> ids;
  for (const json& clause : data["clauses"]) {
    CHECK(clause["order"] == ids.size());
    ids.push_back(clause["id"]);
  }
  CHECK(ids == std::vector<std::string>{"ashby#title", "ashby#1", "ashby#1.1", "ashby#1.1.a",
                                        "ashby#1.1.b", "ashby#1.2", "ashby#fn1"});
}

TEST_CASE("a section has a heading and no text, any other clause a text and no heading") {
  const json data = Compiled({front_matter + text}).one();
  const json section = clause_named(data, "ashby#1");
  CHECK(section["heading"] == "Duties");
  CHECK(section["text"] == "");
  CHECK(section["number"] == "1.");
  CHECK(section["parent"].is_null());
  CHECK(section["topic"] == "duties");

  const json item = clause_named(data, "ashby#1.1.a");
  CHECK(item["heading"].is_null());
  CHECK(item["text"] == "always;");
  CHECK(item["number"] == "(a)");
  CHECK(item["full_number"] == "1.1(a)");
  CHECK(item["kind"] == "item");
  CHECK(item["parent"] == "ashby#1.1");
  CHECK(item["topic"] == "duties");
}

TEST_CASE("a clause says where it stands, why it is irregular and where it came from") {
  const json data = Compiled({front_matter + text}).one();
  const json clause = clause_named(data, "ashby#1.2");
  CHECK(clause["text"] == "Officers advise. They are impartial.");
  CHECK(clause["span"] == expected_span(22, 1, 23));
  CHECK(clause["sic"] == "as adopted");
  CHECK(clause["from"] == "york#4.3");
  CHECK(clause["formerly"].is_null());
  CHECK(clause_named(data, "ashby#1.1")["span"] == expected_span(17, 1, 17));
  CHECK(clause_named(data, "ashby#fn1")["number"] == "1");
}

TEST_CASE("references lead to clauses and to instruments") {
  const json data = Compiled({front_matter + text}).one();
  REQUIRE(data["references"].size() == 2);
  const json& internal = data["references"][0];
  CHECK(internal["from"] == "ashby#1.1");
  CHECK(internal["text"] == "paragraph 1.2 below");
  CHECK(internal["to"] == "ashby#1.2");
  CHECK(internal["kind"] == "internal");
  CHECK(internal["uri"].is_null());
  CHECK(internal["span"] == expected_span(17, 25, 17));
  const json& instrument = data["references"][1];
  CHECK(instrument["kind"] == "instrument");
  CHECK(instrument["to"].is_null());
  CHECK(instrument["target"] == "localism-act-2011");
  CHECK(instrument["uri"] == "https://www.legislation.gov.uk/ukpga/2011/20");
}

TEST_CASE("a protocol in the corpus is the protocol of its own file") {
  const Compiled compiled({front_matter + text, "# Other\n\nMembers lead.\n"});
  const json corpus = json::parse(render::corpus_data(compiled.protocols, compiled.sources));
  CHECK(corpus["schema"] == "concord/1");
  REQUIRE(corpus["protocols"].size() == 2);
  json own = compiled.one();
  own.erase("schema");
  CHECK(corpus["protocols"][0] == own);
}

TEST_CASE("the graph names the ends of its edges") {
  graph::Network network;
  const auto from = network.add({"york#4.6", graph::VertexKind::clause, "4.6"});
  const auto to = network.add({"york#13", graph::VertexKind::clause, "13"});
  network.connect(from, to, graph::EdgeKind::refers_to);
  CHECK(render::graph_data(network) ==
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
  CHECK(render::corpus_data({}, {}) == "{\n \"schema\": \"concord/1\",\n \"protocols\": []\n}\n");
}
