#include <catch2/catch.hpp>
#include <filesystem>

#include "syntax/registers.h"
#include "syntax_text.h"

using namespace concord;

namespace {

struct Read {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register reg;

  void add(const std::string& text) {
    syntax::read_register(sources, sources.add("register.yaml", text), reg, sink);
  }
  std::string pointed_at(std::size_t index) const {
    const diag::Diagnostic& diagnostic = sink.all().at(index);
    CHECK(diagnostic.code == diag::Code::REG001);
    return std::string(sources.text(diagnostic.span));
  }
};

}  // namespace

TEST_CASE("registers are told apart by their keys and add up") {
  Read read;
  read.add(
      "roles:\n"
      "  - id: monitoring-officer\n    title: Monitoring Officer\n"
      "    words: [Monitoring Officer, monitoring officer to the council]\n    side: officer\n"
      "  - {id: leader, title: Leader, words: [leader], side: member, governance: [executive]}\n"
      "not_roles: [Member of the public]\n");
  read.add("topics:\n  - {id: scrutiny, title: Scrutiny, cues: [Overview]}\n");
  read.add(
      "instruments:\n  - {id: la-2011, title: Localism Act 2011, kind: act, year: 2011,\n"
      "     uri: https://www.legislation.gov.uk/ukpga/2011/20, aliases: [Localism Act],\n"
      "     status: in-force}\n");
  read.add("synonyms:\n  - [pressurise, put pressure on]\n");
  CHECK(read.sink.all().empty());
  REQUIRE(read.reg.role("monitoring-officer") != nullptr);
  CHECK(read.reg.role("monitoring-officer")->words[0] == "monitoring officer");
  CHECK(read.reg.role("monitoring-officer")->side == syntax::Side::officer);
  CHECK(read.reg.role("leader")->governance == std::vector<std::string>{"executive"});
  CHECK(read.reg.role("nobody") == nullptr);
  CHECK(read.reg.not_roles == std::vector<std::string>{"member of the public"});
  CHECK(read.reg.topic("scrutiny")->cues == std::vector<std::string>{"overview"});
  CHECK(read.reg.instrument("la-2011")->year == "2011");
  CHECK(read.reg.synonyms.size() == 1);
}

TEST_CASE("an entry with a fault is reported at its place and left out; the others are read") {
  Read read;
  read.add(
      "topics:\n"
      "  - {id: one, title: One}\n"
      "  - {id: Two!, title: Two}\n"
      "  - {id: three, titel: Three}\n"
      "  - {id: one, title: One again}\n"
      "  - four\n"
      "synonyms:\n  - [alone]\n");
  CHECK(read.reg.topics.size() == 1);
  CHECK(read.reg.synonyms.empty());
  REQUIRE(read.sink.all().size() == 5);
  CHECK(read.pointed_at(0) == "Two!");
  CHECK(read.pointed_at(1) == "titel");
  CHECK(read.pointed_at(3) == "four");
}

TEST_CASE("a register that is not YAML, or of another kind, is reported") {
  Read read;
  read.add("topics: [\n");
  read.add("- a\n");
  read.add("rolls: []\n");
  read.add("roles: &r []\n");
  CHECK(read.sink.all().size() == 4);
}

TEST_CASE("what is no YAML is told at its byte, or where what is never closed began") {
  Read read;
  read.add("topics:\n  - {id: gw\xC5\xB7r, title: \xC5\xB4yr!}\n");
  CHECK(read.pointed_at(0) == "gw\xC5\xB7r");
  read.add("# \xE2\x80\x93\ntopics: one: two\n");
  CHECK(read.pointed_at(1) == ":");
  read.add("topics: \"one\n");
  CHECK(read.pointed_at(2) == "\"");
  read.add("  topics: []\nroles: []\n");  // the second key is outside of the mapping
  CHECK(read.pointed_at(3) == "r");
  read.add("topics: [a\n");
  CHECK(read.pointed_at(4) == "[");
  CHECK(read.sink.all().size() == 5);
  CHECK(read.reg.topics.empty());
}

TEST_CASE("the registers of the project are read whole") {
  Read read;
  const std::filesystem::path folder =
      std::filesystem::path(CONCORD_SOURCE_DIR) / "protocols/register";
  for (const char* name : {"roles.yaml", "topics.yaml", "instruments.yaml", "thesaurus.yaml"}) {
    read.add(source::read_file(folder / name));
  }
  CHECK(read.sink.all().empty());
  CHECK(read.reg.role("monitoring-officer") != nullptr);
  CHECK(read.reg.instrument("localism-act-2011") != nullptr);
  CHECK(read.reg.topic("introduction-purpose") != nullptr);
}
