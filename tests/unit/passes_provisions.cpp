#include <catch2/catch.hpp>
#include <string>

#include "passes/provisions.h"
#include "passes/statements.h"
#include "passes_text.h"

using namespace concord;
using test::Checked;

namespace {

// A register of provisions over the small register of topics and roles.
struct Read {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register reg = test::small_register();

  explicit Read(const std::string& text) {
    syntax::read_register(sources, sources.add("provisions.yaml", text), reg, sink);
    REQUIRE(sink.all().empty());
  }

  // "PRV001 word: message" for each finding.
  std::vector<std::string> found() const {
    std::vector<std::string> all;
    for (const diag::Diagnostic& each : sink.all()) {
      all.push_back(std::string(diag::info(each.code).name) + " " +
                    std::string(sources.text(each.span)) + ": " + each.message);
    }
    return all;
  }
};

std::vector<std::string> checked(const std::string& text) {
  Read read(text);
  passes::check_provisions(read.reg, {}, read.sink);
  return read.found();
}

constexpr const char* york =
    "## 1. Duties\n\n1.1 Officers advise members. They tell no one else.\n\n"
    "1.2 Members can expect from officers:\n\n- (a) a prompt reply,\n- (b) “Support” that:\n"
    "    - (i) helps them;\n\n1.3 Members read it.\n";

std::vector<std::string> quoted(const std::string& wordings) {
  const Checked text(york);
  Read read("provisions:\n  - id: a\n    says:\n" + wordings);
  passes::check_wordings(read.reg, {{"york", &text->graph()}}, read.sink);
  return read.found();
}

}  // namespace

TEST_CASE("a register of provisions without faults has no findings") {
  CHECK(checked("provisions:\n"
                "  - {id: a, title: A, question: A?, topic: media, bearer: officer, also: [One]}\n"
                "  - {id: b, title: B, question: B?, topic: media, bearer: both, also: [Two]}\n"
                "  - {id: c, title: C, question: C?, topic: media, also: [Three]}\n")
            .empty());
}

TEST_CASE("PRV001 and PRV002: topics and bearers are those of the registers") {
  CHECK(
      checked("provisions:\n"
              "  - {id: a, title: A, question: A?, topic: medja, bearer: oficer, also: [One]}\n"
              "  - {id: b, title: B, question: B?, topic: opera, bearer: baron, also: [Two]}\n") ==
      std::vector<std::string>{"PRV001 a: there is no topic \"medja\"; did you mean \"media\"?",
                               "PRV002 a: there is no role \"oficer\"; did you mean \"officer\"?",
                               "PRV001 b: there is no topic \"opera\"",
                               "PRV002 b: there is no role \"baron\""});
}

TEST_CASE("the program's own provisions may name what a user's registers lack") {
  Read read(
      "provisions:\n"
      "  - {id: a, title: A, question: A?, topic: opera, bearer: baron, also: [One]}\n"
      "  - {id: b, title: A, question: B?, topic: media, bearer: both, also: [One]}\n");
  const std::vector<source::FileId> own{read.reg.provisions.front().span.file};
  passes::check_provisions(read.reg, own, read.sink);
  CHECK(read.sink.all().empty());
  CHECK(read.reg.provisions[0].topic.empty());
  CHECK(read.reg.provisions[0].bearer.empty());
  CHECK(read.reg.provisions[1].topic == "media");
  CHECK(read.reg.provisions[1].bearer == "both");
}

TEST_CASE("PRV003 and PRV004: a provision says what it is, and how it is worded") {
  CHECK(checked("provisions:\n  - {id: a, also: [One]}\n"
                "  - {id: b, title: B, topic: media, also: [Two]}\n"
                "  - {id: c, title: C, question: C?, also: [Three]}\n"
                "  - {id: d, title: D, question: D?, topic: media}\n") ==
        std::vector<std::string>{"PRV003 a: \"a\" has no title", "PRV003 b: \"b\" has no question",
                                 "PRV003 c: \"c\" has no topic",
                                 "PRV004 d: \"d\" has no known wording"});
}

TEST_CASE("PRV005, PRV006 and PRV009: no two provisions look like one") {
  CHECK(checked("provisions:\n"
                "  - {id: a, title: The press, question: A?, topic: media, also: [One word.]}\n"
                "  - {id: b, title: the Press, question: B?, topic: media,\n"
                "     says: [{york#1: One “word”}, {york#2: Two}], also: [Two],\n"
                "     not: [{words: two, because: why}, {words: three, because: why}]}\n"
                "  - {id: c, title: C, question: C?, topic: media, also: [\"[Two:] Two\"]}\n") ==
        std::vector<std::string>{"PRV005 b: \"b\" has the same title as \"a\"",
                                 "PRV006 One “word”: \"a\" and \"b\" both have these words",
                                 "PRV009 two: these words are also a wording of \"b\""});
}

TEST_CASE("PRV007 and PRV008: a wording is in the clause that it is quoted from") {
  CHECK(quoted("      - york#1.1: officers advise members\n"
               "      - york#1.1: They tell … else\n"
               "      - york#1.2.a: \"[Members can expect from officers:] a prompt reply\"\n"
               "      - york#1.2(a): a prompt reply\n"
               "      - york#1.2.b: \"[Members can expect from officers:] support that helps\"\n"
               "      - york#1.2.b.i: Members can expect … support that helps them\n"
               "      - leeds#9: of a text that was not read\n")
            .empty());
  CHECK(quoted("      - york#1.4: Words\n"
               "      - york#1.1: Officers advise all members\n"
               "      - york#1.1: no one else … They tell\n"
               "      - york#1.3: \"[Members can expect:] Members read it\"\n") ==
        std::vector<std::string>{
            "PRV007 Words: \"york\" has no clause \"1.4\"",
            "PRV008 Officers advise all members: \"york#1.1\" does not have these words",
            "PRV008 no one else … They tell: \"york#1.1\" does not have these words",
            "PRV008 \"[Members can expect:] Members read it\": \"york#1.3\" does not have these "
            "words"});
}

TEST_CASE("LNK001 to LNK003: what is decided about clauses that changed is not obeyed") {
  const Checked text(york);
  const graph::ClauseGraph& graph = text->graph();
  const auto digest = [&](const char* key) {
    return passes::words_digest(passes::statement(graph, *graph.find(key)));
  };
  Read read(
      "links:\n"
      "  - {a: york#1.1, b: leeds#1, verdict: same}\n"
      "  - {a: york#1.1, b: leeds#1, verdict: different}\n"
      "  - {a: york#1.1, b: ware#1.1, verdict: same, words: [" +
      digest("1.1") + ", " + digest("1.1") +
      "]}\n"
      "  - {a: ware#1.1, b: york#1.1, verdict: different}\n"
      "  - {a: york#1.9, b: ware#1.1, verdict: same}\n"
      "  - {a: york#1.2.a, b: ware#1.1, verdict: same, words: [00000000, " +
      digest("1.1") +
      "]}\n"
      "  - {a: york#1.2(a), b: ware#1.1, verdict: same, words: [" +
      digest("1.2.a") + ", " + digest("1.1") + "]}\n");
  passes::check_decisions(read.reg.decisions, {{"york", &graph}, {"ware", &graph}}, read.sink);
  CHECK(read.found() ==
        std::vector<std::string>{
            "LNK003 ware#1.1: there is another decision on \"ware#1.1\" and "
            "\"york#1.1\", and only the first counts",
            "LNK001 york#1.9: \"york\" has no clause \"1.9\"",
            "LNK002 york#1.2.a: the words of \"york#1.2.a\" have changed since this was decided"});
  REQUIRE(read.reg.decisions.size() == 4);
  CHECK(read.reg.decisions[1].b == "leeds#1");
  CHECK(read.reg.decisions[2].a == "york#1.1");
  CHECK(read.reg.decisions[3].a == "york#1.2(a)");
}

TEST_CASE("a digest of words changes with the words, and with nothing else") {
  const std::string digest = passes::words_digest("Officers advise “members”.");
  CHECK(digest.size() == 8);
  CHECK(passes::words_digest("officers advise members") == digest);
  CHECK(passes::words_digest("Officers advise a member") != digest);
}
