// Compared councils from a few lines of source, for the tests, with the word lists of tests/gold.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "compare/peers.h"
#include "frozen_registers.h"
#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "syntax/document.h"
#include "syntax/registers.h"

namespace concord::test {

inline const std::string respect =
    "1.1 Members and officers must treat one another with respect and courtesy at all times.\n\n";
inline const std::string parking =
    "1.2 The car park in Castle Street closes at dusk on winter evenings.\n\n";
inline const std::string closing =
    "1.2 Officers must close the car park in Castle Street at dusk on winter evenings.\n\n";

// By council: its clauses.
using Texts = std::vector<std::pair<std::string, std::string>>;

// Councils that were compared, each with the clauses given below one heading.
struct Compared {
  source::SourceMap sources;
  syntax::Register registers;
  std::vector<passes::Protocol> protocols;
  compare::Comparison comparison;
  compare::Peers peers;

  // `front_matter`: more lines of it, by council ("excerpt: true\n").
  explicit Compared(const Texts& texts, const std::map<std::string, std::string>& front_matter = {},
                    std::vector<syntax::Decision> decisions = {},
                    const compare::PeerChoice& choice = {}) {
    diag::Sink sink;
    registers.lists = word_lists();
    registers.decisions = std::move(decisions);
    registers.topics = {{"conduct", "Conduct", {"respect"}}};
    for (const auto& [id, clauses] : texts) {
      const auto more = front_matter.find(id);
      const source::FileId file = sources.add(
          id + ".md", "---\nid: " + id + "\nname: " + id + " Town\ncouncil: " + id +
                          "\ntitle: Protocol\n" + (more == front_matter.end() ? "" : more->second) +
                          "---\n\n## 1. Conduct {topic=conduct}\n\n" + clauses);
      auto protocol = passes::check(graph::build(syntax::parse(sources, file, sink), sink),
                                    passes::Vocabulary(registers), {}, sink);
      protocols.push_back(std::move(*protocol));
    }
    comparison = compare::compare(protocols, {&registers, 1, choice});
    peers = comparison.peers();
  }
};

// Both ask for respect; the first alone speaks of the car park.
inline const Compared& two_councils() {
  static const Compared compared(Texts{{"ashby", respect + parking}, {"barton", respect}});
  return compared;
}

// Ten towns, more than one matrix shows: all ask for respect, the first alone has officers close
// the car park.
inline const Texts& ten_texts() {
  static const Texts ten = [] {
    Texts texts;
    for (const char letter : std::string("abcdefghij"))
      texts.emplace_back(std::string(1, letter), letter == 'a' ? respect + closing : respect);
    return texts;
  }();
  return ten;
}
inline const Compared& ten_councils() {
  static const Compared compared(ten_texts());
  return compared;
}

}  // namespace concord::test
