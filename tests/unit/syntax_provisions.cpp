#include <catch2/catch.hpp>

#include "syntax/registers.h"

using namespace concord;

namespace {

struct Read {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register reg;

  explicit Read(const std::string& text) { add(text); }
  void add(const std::string& text) {
    syntax::read_register(sources, sources.add("provisions.yaml", text), reg, sink);
  }
  void add_own(const std::string& text) {
    syntax::read_missing(sources, sources.add("own.yaml", text), reg, sink);
  }
  // The words of the register that the diagnostic points at, and its message.
  std::string fault(std::size_t index) const {
    const diag::Diagnostic& diagnostic = sink.all().at(index);
    CHECK(diagnostic.code == diag::Code::REG001);
    return std::string(sources.text(diagnostic.span)) + " | " + diagnostic.message;
  }
};

}  // namespace

TEST_CASE("a provision is read with its wordings, each with where it comes from") {
  const Read read(
      "provisions:\n"
      "  - id: training\n    title: Members can expect training\n"
      "    question: Can members expect training?\n    topic: expectations\n    bearer: officer\n"
      "    says:\n"
      "      - york#3.1.b9: \"[Members can expect:] training … to help them\"\n"
      "      - leeds#3.4: Officers train members.\n"
      "    also:\n      - Staff coach members.\n      - ware#2.1: Training is given.\n"
      "    not:\n"
      "      - york#3.2: Members train.\n        because: members, not officers\n"
      "      - {words: Officers are trained., because: officers}\n");
  REQUIRE(read.sink.all().empty());
  const syntax::Provision* found = read.reg.provision("training");
  REQUIRE(found != nullptr);
  CHECK(read.sources.text(found->span) == "training");
  CHECK(found->question == "Can members expect training?");
  CHECK(found->bearer == "officer");
  REQUIRE(found->says.size() == 2);
  CHECK(found->says[0].council() == "york");
  CHECK(found->says[0].clause() == "3.1.b9");
  CHECK(found->says[0].lead_in == "Members can expect:");
  CHECK(found->says[0].words == "training … to help them");
  CHECK(found->says[1].lead_in.empty());
  REQUIRE(found->also.size() == 2);
  CHECK(found->also[0].source.empty());
  CHECK(found->also[0].council().empty());
  CHECK(found->also[0].clause().empty());
  CHECK(found->also[0].words == "Staff coach members.");
  CHECK(found->also[1].source == "ware#2.1");
  REQUIRE(found->near_misses.size() == 2);
  CHECK(found->near_misses[0].wording.source == "york#3.2");
  CHECK(found->near_misses[0].because == "members, not officers");
  CHECK(found->near_misses[1].wording.words == "Officers are trained.");
}

TEST_CASE("a provision with a fault is reported at its place and left out") {
  const Read read(
      "provisions:\n"
      "  - {id: one, title: One}\n"
      "  - {id: one, title: Again}\n"
      "  - {title: Nameless}\n"
      "  - {id: two, says: [Words of nobody]}\n"
      "  - {id: three, says: [{york: Words}]}\n"
      "  - {id: four, says: [{york#1: \"[Lead-in only]\"}]}\n"
      "  - {id: five, not: [{york#1: Words}]}\n"
      "  - {id: six, titel: Six}\n");
  CHECK(read.reg.provisions.size() == 1);
  REQUIRE(read.sink.all().size() == 7);
  CHECK(read.fault(0).find("\"one\" once") != std::string::npos);
  CHECK(read.fault(1).find("an id") != std::string::npos);
  CHECK(read.fault(2).starts_with("Words of nobody | "));
  CHECK(read.fault(3).starts_with("york | "));
  CHECK(read.fault(3).find("such as york#5.3") != std::string::npos);
  CHECK(read.fault(4).starts_with("\"[Lead-in only]\" | "));
  CHECK(read.fault(5).find("\"because\"") != std::string::npos);
  CHECK(read.fault(6).starts_with("titel | "));
}

TEST_CASE("a register of provisions replaces the program's own, or adds to it") {
  const std::string own =
      "provisions:\n"
      "  - {id: a, title: A, also: [One]}\n  - {id: b, title: B, also: [Two]}\n"
      "links:\n  - {a: york#1, b: leeds#1, verdict: same}\n";
  SECTION("replaces") {
    Read read("provisions:\n  - {id: c, title: C}\n");
    read.add_own(own);
    CHECK(read.sink.all().empty());
    REQUIRE(read.reg.provisions.size() == 1);
    CHECK(read.reg.provisions[0].id == "c");
  }
  SECTION("adds") {
    Read read(
        "extends: yes\n"
        "provisions:\n"
        "  - {id: c, title: C}\n"
        "  - {id: b, title: New B, also: [Three]}\n"
        "  - {id: a, says: [{york#1: Four}], also: [Five], not: [{words: Six, because: why}]}\n");
    read.add_own(own);
    CHECK(read.sink.all().empty());
    REQUIRE(read.reg.provisions.size() == 3);
    const syntax::Provision& a = read.reg.provisions[0];
    CHECK(a.title == "A");
    CHECK(a.says.size() == 1);
    CHECK(a.also.size() == 2);
    CHECK(a.near_misses.size() == 1);
    CHECK(read.reg.provisions[1].title == "New B");
    CHECK(read.reg.provisions[1].also.size() == 1);
    CHECK(read.reg.provisions[2].id == "c");
  }
  CHECK(Read("extends: perhaps\n").sink.all().size() == 1);
}

TEST_CASE("decisions on links are read, and those that say nothing are reported") {
  const Read read(
      "links:\n"
      "  - {a: york#5.3, b: ware#4.2, verdict: differs, kind: duty, because: may and must,\n"
      "     by: A. Clerk, date: 2026-11-28, words: [0a1b2c3d, 4e5f6071]}\n"
      "  - {a: york#5.3, b: ware#4.3, verdict: different}\n"
      "  - {a: york#5.3, verdict: same}\n"
      "  - {a: york#5.3, b: york#5.3, verdict: same}\n"
      "  - {a: york#5.3, b: ware#4.2, verdict: alike}\n"
      "  - {a: york#5.3, b: ware#4.2, verdict: differs}\n"
      "  - {a: york#5.3, b: ware#4.2, verdict: same, kind: actor}\n"
      "  - {a: york#5.3, b: ware#4.2, verdict: same, words: [one]}\n");
  REQUIRE(read.reg.decisions.size() == 2);
  const syntax::Decision& first = read.reg.decisions[0];
  CHECK(first.verdict == syntax::Verdict::differs);
  CHECK(first.kind == "duty");
  CHECK(first.by == "A. Clerk");
  CHECK(first.date.iso == "2026-11-28");
  CHECK(first.a_words == "0a1b2c3d");
  CHECK(first.b_words == "4e5f6071");
  CHECK(read.reg.decisions[1].verdict == syntax::Verdict::different);
  CHECK(read.reg.decisions[1].a_words.empty());
  CHECK(read.fault(0).find("two clauses") != std::string::npos);
  CHECK(read.fault(1).find("two clauses") != std::string::npos);
  CHECK(read.fault(2).find("same, differs, different") != std::string::npos);
  CHECK(read.sink.all().size() >= 6);
}
