#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "passes/peers.h"
#include "passes_text.h"

using namespace concord;
using test::Checked;

namespace {

// What is said of a protocol with these peers, among "leeds" and "york".
std::vector<std::string> said(const std::vector<std::string>& peers) {
  const Checked text("Words.\n");
  const Checked other("Words.\n");
  graph::ClauseGraph graph = text->graph();
  graph.metadata.id = "york";
  graph.metadata.peers = peers;
  diag::Sink sink;
  passes::check_peers(graph, {{"leeds", &other->graph()}, {"york", &graph}}, sink);
  std::vector<std::string> messages;
  for (const diag::Diagnostic& each : sink.all()) {
    CHECK(each.code == diag::Code::MET011);
    messages.push_back(each.message);
  }
  return messages;
}

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("MET011: peers are other protocols, each named once") {
  CHECK(said({"leeds"}).empty());
  CHECK(said({}).empty());
  CHECK(said({"leads"}) ==
        Messages{"\"peers\" names \"leads\", but no protocol with that id was read"});
  CHECK(said({"york"}) == Messages{"\"peers\" names \"york\", which is this protocol itself"});
  CHECK(said({"leeds", "leeds"}) == Messages{"\"peers\" names \"leeds\" twice"});
}

TEST_CASE("MET011: of one protocol alone nothing is said") {
  const Checked text("Words.\n");
  graph::ClauseGraph graph = text->graph();
  graph.metadata.peers = {"leeds"};
  diag::Sink sink;
  passes::check_peers(graph, {{"test", &graph}}, sink);
  CHECK(sink.all().empty());
}
