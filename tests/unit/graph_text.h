// Clause graphs from a few lines of source, for the tests.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "graph/clause_graph.h"

namespace concord::test {

inline const std::string front_matter = "---\nid: test\ncouncil: Test Council\ntitle: Test\n";

// A text with its graph and what was reported on the way. `more` goes into the front matter.
struct Graphed {
  explicit Graphed(std::string_view text, std::string_view more = "") {
    file = sources.add("test.md", front_matter + std::string(more) + "---\n\n" + std::string(text));
    graph = graph::build(syntax::parse(sources, file, sink), sink);
  }

  const graph::Clause& operator[](std::string_view key) const {
    return graph.clauses.at(graph::index(graph.find(key).value()));
  }
  bool has(std::string_view key) const { return graph.find(key).has_value(); }
  // The key of the clause's parent; empty without one.
  std::string parent(std::string_view key) const {
    const auto above = (*this)[key].parent;
    return above ? graph[*above].key : "";
  }
  std::vector<std::string> keys() const {
    std::vector<std::string> all;
    for (const auto& clause : graph.clauses) all.push_back(clause.key);
    return all;
  }
  std::size_t count(diag::Code code) const {
    const auto is_code = [&](const diag::Diagnostic& each) { return each.code == code; };
    return static_cast<std::size_t>(std::ranges::count_if(sink.all(), is_code));
  }

  source::SourceMap sources;
  diag::Sink sink;
  source::FileId file{};
  graph::ClauseGraph graph;
};

using Keys = std::vector<std::string>;

}  // namespace concord::test
