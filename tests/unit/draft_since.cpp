#include <catch2/catch.hpp>

#include "draft/since.h"
#include "draft_text.h"

using namespace concord;
using diag::Code;

namespace {

// What is found wrong with a later version; both as test::Versions makes them, but read into one
// source map.
struct Since {
  Since(const std::string& earlier, const std::string& later, const std::string& front = "") {
    before = read("before.md", earlier, "");
    after = read("after.md", later, front);
    revision = draft::revise(*before, *after, registers());
    sink = {};
    draft::check_since(*before, *after, revision, sources, sink);
  }

  std::optional<passes::Protocol> read(const std::string& name, const std::string& body,
                                       const std::string& front) {
    const auto file = sources.add(
        name, "---\nid: test\ncouncil: C\ntitle: Protocol\n" + front + "---\n\n" + body);
    return passes::check(graph::build(syntax::parse(sources, file, sink), sink),
                         passes::Vocabulary(registers()), {}, sink);
  }

  static const syntax::Register& registers() {
    static const syntax::Register all = test::small_register();
    return all;
  }

  // The codes, in order.
  std::string codes() const {
    std::string all;
    for (const auto& each : sink.all())
      all += (all.empty() ? "" : " ") + std::string(diag::info(each.code).name);
    return all;
  }
  const diag::Diagnostic& only() const {
    REQUIRE(sink.all().size() == 1);
    return sink.all().front();
  }
  const diag::Diagnostic& first(Code code) const {
    for (const auto& each : sink.all())
      if (each.code == code) return each;
    FAIL("no " << diag::info(code).name << " among " << codes());
    return sink.all().front();
  }
  std::string fixed(Code code) const {
    const diag::Fix& fix = first(code).fixes.at(0);
    std::string text(sources.text(fix.span.file));
    text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.replacement);
    return text;
  }

  source::SourceMap sources;
  diag::Sink sink;
  std::optional<passes::Protocol> before;
  std::optional<passes::Protocol> after;
  draft::Revision revision;
};

const std::string gifts = "Members must declare gifts above fifty pounds.";
const std::string advice = "Officers give impartial advice to all political groups.";
const std::string breach = "Breaches are reported to the Monitoring Officer without delay.";
const std::string ward = "Ward members are told of public meetings in their ward.";

}  // namespace

TEST_CASE("a version has nothing wrong with itself") {
  const std::string text = "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 " + gifts + "\n";
  CHECK(Since(text, text).codes().empty());
}

TEST_CASE("REF012: an untouched reference whose number another clause has now") {
  const Since since("## 1. A\n\n1.1 See paragraph 1.2 below.\n\n1.2 " + breach + "\n",
                    "## 1. A\n\n1.1 See paragraph 1.2 below.\n\n1.2 " + ward + "\n\n1.3 " + breach +
                        " {formerly=1.2}\n");
  CHECK(since.codes() == "REF012");
  const diag::Diagnostic& found = since.only();
  CHECK(since.sources.text(found.span) == "paragraph 1.2 below");
  CHECK(
      found.message ==
      "\"paragraph 1.2 below\" led to \"1.2\" (\"Breaches are reported to the Monitoring Officer "
      "…\") "
      "and now leads to \"1.2\" (\"Ward members are told of public meetings …\"); the clause that "
      "was meant is now \"1.3\"");
  CHECK(since.fixed(Code::REF012).find("See paragraph 1.3 below.") != std::string::npos);
}

TEST_CASE("REF012: a reference that leads nowhere now, though its clause is there") {
  const Since since(
      "## 1. A\n\n1.1 See paragraph 1.3.\n\n1.2 " + gifts + "\n\n1.3 " + breach + "\n",
      "## 1. A\n\n1.1 See paragraph 1.3.\n\n1.2 " + breach + " {formerly=1.3}\n",
      "deleted:\n  - {clause: \"1.2\", reason: r}\n");
  CHECK(since.codes() == "REF012");
  CHECK(since.fixed(Code::REF012).find("See paragraph 1.2.") != std::string::npos);
}

TEST_CASE("a reference that was changed with its clause, or is accepted, is not reported") {
  const std::string before = "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 " + breach + "\n";
  const std::string rest = "\n\n1.2 " + ward + "\n\n1.3 " + breach + " {formerly=1.2}\n";
  CHECK(Since(before, "## 1. A\n\n1.1 See paragraph 1.3." + rest).codes().empty());
  CHECK(
      Since(before, "## 1. A\n\n1.1 See paragraph 1.2. {sic=\"meant so\"}" + rest).codes().empty());
}

TEST_CASE("REF013: a reference to a clause that was deleted") {
  const Since since("## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 " + breach + "\n\n1.3 " + ward + "\n",
                    "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 " + ward + " {formerly=1.3}\n",
                    "deleted:\n  - {clause: \"1.2\", reason: r}\n");
  CHECK(since.codes() == "REF013");
  CHECK(since.only().notes.at(0).span->file == since.before->graph().file);
}

TEST_CASE("REF014: a reference to a clause that changed in effect") {
  const Since since(
      "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 Members should declare gifts at once.\n",
      "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 Members must declare gifts at once.\n");
  CHECK(since.codes() == "REF014");
  CHECK(since.only().message ==
        "\"paragraph 1.2\" leads to a clause whose effect changed: \"should\" became \"must\"");
}

TEST_CASE("REF015: a range that lost or gained a clause between its ends") {
  const std::string head = "## 1. A\n\n1.1 See paragraphs 1.2 to 1.4.\n\n1.2 " + gifts + "\n\n";
  const Since since(head + "1.3 " + ward + "\n\n1.4 " + breach + "\n",
                    head + "1.3 " + advice + "\n\n1.4 " + breach + "\n",
                    "deleted:\n  - {clause: \"1.3\", reason: r}\n");
  CHECK(since.codes() == "REF015");
  CHECK(since.only().message.find("left out, \"1.3\"") != std::string::npos);
  CHECK(since.only().message.ends_with("added"));
}

TEST_CASE("REF016: a heading that is mentioned by the words that it had") {
  const std::string rest = "\n\n1.1 " + gifts + "\n\n1.2 " + advice +
                           "\n\n## 2. B\n\n2.1 The rules on " +
                           "Gifts and Hospitality hold here too.\n";
  const Since since("## 1. Gifts and Hospitality" + rest, "## 1. Gifts and Benefits" + rest);
  CHECK(since.codes() == "REF016");
  CHECK(since.fixed(Code::REF016).find("on Gifts and Benefits hold") != std::string::npos);
}

TEST_CASE("ID002: an identifier that is gone, at the clause that had it") {
  const Since since("1.1 " + gifts + "\n\n1.2 " + breach + "\n",
                    "1.1 " + gifts + "\n\n1.3 " + breach + "\n");
  CHECK(since.codes() == "ID002");
  CHECK(since.sources.text(since.only().span) == "1.3");
  CHECK(since.fixed(Code::ID002).ends_with("1.3 " + breach + " {formerly=1.2}\n"));
  CHECK(Since("Rest. {#rest}\n\n" + gifts + "\n", gifts + "\n").codes() == "ID002");
}

TEST_CASE(
    "VER002: identifiers that name other clauses, until formerly= and deleted: say where they "
    "went") {
  const std::string before = "## 1. A\n\n1.1 " + gifts + "\n\n1.2 " + ward + "\n\n1.3 " + advice +
                             "\n\n1.4 " + breach + "\n";
  const Since since(before,
                    "## 1. A\n\n1.1 " + gifts + "\n\n1.2 " + advice + "\n\n1.3 " + breach + "\n");
  CHECK(since.codes() == "VER002 VER002 ID002");
  CHECK(since.sources.text(since.sink.all()[0].span) == "1.2");
  CHECK(since.sources.text(since.sink.all()[1].span) == "1.3");
  CHECK(Since(before,
              "## 1. A\n\n1.1 " + gifts + "\n\n1.2 " + advice + " {formerly=1.3}\n\n1.3 " + breach +
                  " {formerly=1.4}\n",
              "deleted:\n  - {clause: \"1.2\", reason: no longer needed}\n")
            .codes()
            .empty());
}

TEST_CASE("where two clauses have one number, that is one finding and none of identifiers") {
  const std::string earlier = "## 1. A\n\n1.1 Members ask.\n\n1.2 Officers answer letters.\n";
  const std::string put_in = "1.2 The Chair presides over meetings.\n\n";
  const std::string later = "## 1. A\n\n1.1 Members ask.\n\n" + put_in;
  CHECK(Since(earlier, later + "1.2 Officers answer letters.\n").codes().empty());
  CHECK(Since(earlier, later + "1.3 Officers answer letters.\n").codes() == "VER002");
  const std::string slip = " {sic=\"a stray comma\"}\n";  // which does not accept the number
  CHECK(Since(earlier, later + "1.2 Officers answer letters." + slip).codes().empty());
}

TEST_CASE("what stands below a clause that is told is told with it") {
  const std::string items = ":\n\n- (a) openly;\n- (b) at once.\n";
  CHECK(Since("1.1 " + gifts + "\n\n1.2 Breaches are reported" + items,
              "1.1 " + gifts + "\n\n1.3 Breaches are reported" + items)
            .codes() == "ID002");
}

TEST_CASE("VER001: formerly= that names nothing in the version before") {
  const Since since("1.1 " + gifts + " {#gifts}\n", "1.1 " + gifts + " {#gifts formerly=gift}\n");
  CHECK(since.codes() == "VER001");
  CHECK(since.only().notes.at(0).text == "did you mean \"gifts\"?");
  CHECK(Since("1.1 " + gifts + " {#gifts formerly=gift}\n",
              "1.1 " + gifts + " {#gifts formerly=gift}\n")
            .codes()
            .empty());
}

TEST_CASE("VER001: formerly= on another clause than the one that has the words") {
  const std::string earlier = "1.1 " + gifts + "\n\n1.2 " + advice + "\n";
  const auto later = [](const std::string& at_new, const std::string& at_old) {
    return "1.1 " + gifts + "\n\n1.2 " + breach + at_new + "\n\n1.3 " + advice + at_old + "\n";
  };
  const Since wrong(earlier, later(" {formerly=1.2}", ""));
  CHECK(wrong.first(Code::VER001).message ==
        "formerly=1.2 is on \"1.2\", but the words of that clause are now those of \"1.3\"");
  CHECK(wrong.sources.text(wrong.first(Code::VER001).span) == "{formerly=1.2}");
  CHECK(Since(earlier, later("", " {formerly=1.2}")).codes().empty());
}

TEST_CASE("formerly= that the version before has already says nothing of that version") {
  const std::string second =
      "1.1 " + advice + "\n\n1.2 " + ward + "\n\n1.3 " + breach + " {formerly=1.2}\n";
  CHECK(Since(second, second).codes().empty());
  const Since moved(second, "1.1 " + advice + "\n\n1.2 " + ward + "\n\n1.3 " + gifts + "\n\n1.4 " +
                                breach + " {formerly=1.2}\n");
  CHECK(moved.fixed(Code::VER002).find("{formerly=\"1.3 1.2\"}") != std::string::npos);
}

TEST_CASE("formerly= on a clause that was redrafted is believed, also where others had its words") {
  const std::string twice = "1.1 " + advice + "\n\n1.2 " + advice + "\n";
  CHECK(Since(twice, "1.1 " + advice + "\n\n1.3 " + breach + " {formerly=1.2}\n").codes().empty());
}

TEST_CASE("VER003: deleted: of a clause that was not there or is still there") {
  const std::string text = "1.1 " + gifts + "\n";
  CHECK(Since(text, text, "deleted:\n  - {clause: \"7.7\", reason: r}\n").codes() == "VER003");
  const Since still(text, text, "deleted:\n  - {clause: \"1.1\", reason: r}\n");
  CHECK(still.codes() == "VER003");
  CHECK(still.sources.text(still.only().span).find("1.1") != std::string::npos);
}

TEST_CASE("a finding that the version before has is known") {
  Since since("1.1 See paragraph 9.9.\n\n1.2 " + gifts + "\n",
              "1.1 See paragraph 9.9.\n\n1.2 " + gifts + " See paragraph 8.8.\n");
  const auto findings = [&](const std::optional<passes::Protocol>& protocol) {
    diag::Sink sink;
    passes::check(protocol->graph(), passes::Vocabulary(Since::registers()), {}, sink);
    auto all = diag::judge(sink, {});
    std::erase_if(all,
                  [](const diag::Finding& each) { return each.diagnostic.code != Code::REF001; });
    return all;
  };
  CHECK(draft::known_findings(findings(since.before), findings(since.after), *since.before,
                              *since.after, since.revision,
                              since.sources) == std::vector<bool>{true, false});
}
