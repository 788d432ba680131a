// Protocols to compare: made from Markdown, or those of this repository.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparison.h"
#include "graph/clause_graph.h"
#include "passes/protocol.h"
#include "passes/vocabulary.h"
#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/registers.h"
#include "train/inputs.h"

namespace concord::test {

inline std::filesystem::path source_path(std::string_view path) {
  return std::filesystem::path(CONCORD_SOURCE_DIR) / path;
}

// The registers frozen beside the gold standard: a word added to those of protocols/ changes no
// test.
inline const syntax::Register& registers() {
  static const auto read = training::read_registers(source_path("tests/gold/register"));
  return read;
}

inline const passes::Vocabulary& vocabulary() {
  static const passes::Vocabulary made(registers());
  return made;
}

inline passes::Protocol protocol_of(const std::string& id, const std::string& text) {
  source::SourceMap sources;
  diag::Sink sink;
  const source::FileId file = sources.add(id + ".md", text);
  auto protocol =
      passes::check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary(), {}, sink);
  REQUIRE(protocol);
  return std::move(*protocol);
}

// The source text of a council of this repository.
inline std::string text_of(const std::string& id) {
  source::SourceMap sources;
  const auto file = sources.load(source_path("protocols/" + id + ".md"));
  return std::string(sources.text(file));
}

// The text under another id, as the source of another council.
inline std::string renamed(std::string text, const std::string& from, const std::string& to) {
  const std::string line = "\nid: " + from + "\n";
  const std::size_t at = text.find(line);
  REQUIRE(at != std::string::npos);
  return text.replace(at, line.size(), "\nid: " + to + "\n");
}

inline const std::vector<std::string>& council_ids() {
  static const std::vector<std::string> ids = {"leeds", "north-herts", "pitstone", "ware", "york"};
  return ids;
}

inline std::vector<passes::Protocol> councils(const std::vector<std::string>& ids) {
  std::vector<passes::Protocol> protocols;
  for (const std::string& id : ids) protocols.push_back(protocol_of(id, text_of(id)));
  return protocols;
}

inline compare::Comparison compared(const std::vector<passes::Protocol>& protocols,
                                    unsigned threads = 0) {
  return compare::compare(protocols, {&registers(), threads});
}

// A protocol of one section with the clauses given, in Markdown.
inline passes::Protocol small_protocol(const std::string& id, const std::string& clauses) {
  return protocol_of(id, "---\nid: " + id + "\ncouncil: " + id +
                             " Council\ntitle: Protocol\n---\n\n" + "## 1. Conduct\n\n" + clauses);
}

}  // namespace concord::test
