#include <catch2/catch.hpp>

#include "graph/clause_graph.h"
#include "passes/identifiers.h"

using namespace concord;

namespace {

// The messages about a text that takes the place of another.
std::vector<std::string> lost(std::string_view adopted, std::string_view now) {
  source::SourceMap sources;
  diag::Sink ignored;
  const auto graph_of = [&](std::string_view text) {
    return graph::build(
        syntax::parse(sources,
                      sources.add("a.md", "---\ncouncil: A\ntitle: B\n---\n\n" + std::string(text)),
                      ignored),
        ignored);
  };
  const graph::ClauseGraph before = graph_of(adopted);
  diag::Sink sink;
  passes::check_identifiers(graph_of(now), before, sink);
  std::vector<std::string> messages;
  for (const diag::Diagnostic& each : sink.all()) {
    CHECK(each.code == diag::Code::ID002);
    CHECK(each.notes.at(0).span->file == before.file);
    messages.push_back(each.message);
  }
  return messages;
}

}  // namespace

TEST_CASE("ID002: a clause of the adopted version whose identifier is gone") {
  CHECK(lost("1.1 One.\n\n1.2 Two.\n", "1.1 One.\n") ==
        std::vector<std::string>{"the adopted version has a clause \"1.2\", and here none has that "
                                 "identifier or formerly=1.2"});
  CHECK(lost("Rest. {#rest}\n", "Rest.\n").size() == 1);
}

TEST_CASE("what keeps its identifier, has it as formerly, or is new is not reported") {
  CHECK(lost("1.1 One. {#one}\n", "2.7 One, moved. {#one}\n\n2.8 More.\n").empty());
  CHECK(lost("1.2 Two.\n", "1.3 Two. {formerly=1.2}\n").empty());
}
