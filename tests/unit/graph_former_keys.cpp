#include <catch2/catch.hpp>

#include "graph/former_keys.h"
#include "graph_text.h"

using namespace concord;

namespace {

// "5.4 -> 5.5" for each identifier that a clause had.
std::vector<std::string> formers(const std::string& text) {
  source::SourceMap sources;
  diag::Sink sink;
  const auto file = sources.add("test.md", "---\ncouncil: A\ntitle: B\n---\n\n" + text);
  const auto graph = graph::build(syntax::parse(sources, file, sink), sink);
  std::vector<std::string> all;
  for (const auto& each : graph::former_keys(graph))
    all.push_back(each.key + " -> " + graph[each.clause].key + (each.written ? "" : " implied"));
  return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("formerly= holds for the clause and what is named after it") {
  CHECK(
      formers("## 5. A {formerly=4}\n\n5.1 One:\n\n- (a) x;\n- yes.\n\n5.2 Two. {#two}\n") ==
      Lines{"4 -> 5", "4.1 -> 5.1 implied", "4.1.a -> 5.1.a implied", "4.1.b1 -> 5.1.b1 implied"});
}

TEST_CASE("what a clause says of itself goes before what the one above says") {
  CHECK(formers("## 5. A {formerly=4}\n\n5.1 New. {formerly=none}\n\n5.2 Old. {formerly=4.1}\n\n"
                "5.3 Two. {formerly=\"4.2, 4.3\"}\n") ==
        Lines{"4 -> 5", "4.1 -> 5.2", "4.2 -> 5.3", "4.3 -> 5.3"});
}

TEST_CASE("an identifier that a clause claims in writing is no other's") {
  CHECK(formers("## 5. A {formerly=4}\n\n5.1 New.\n\n5.2 Old. {formerly=4.1}\n") ==
        Lines{"4 -> 5", "4.1 -> 5.2"});
}

TEST_CASE("an identifier lasts where no clause has it now, and for the first that had it") {
  source::SourceMap sources;
  diag::Sink sink;
  const auto file = sources.add(
      "test.md",
      "---\ncouncil: A\ntitle: B\n---\n\n## 5. A\n\n5.1 New. {formerly=4.9}\n\n5.2 One. "
      "{formerly=\"5.1, 4.1\"}\n\n5.3 Two. {formerly=4.1}\n");
  const auto graph = graph::build(syntax::parse(sources, file, sink), sink);
  Lines all;
  for (const auto& each : graph::lasting_keys(graph, graph::former_keys(graph)))
    all.push_back(each.key + " -> " + graph[each.clause].key);
  CHECK(all == Lines{"4.9 -> 5.1", "4.1 -> 5.2"});
}
