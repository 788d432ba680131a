#include <catch2/catch.hpp>
#include <random>

#include "graph_text.h"

using namespace concord;
using graph::Kind;
using graph::Place;
using test::Graphed;
using test::Keys;

TEST_CASE("sections nest by number, else by level") {
  const Graphed text(
      "# The title\n\n## 1. First\n\n### 1.1 Below\n\n#### Unnumbered\n\n### 1.2 Beside\n\n"
      "## Annex\n\n### Part\n\n## 2.0 Second\n\n## 2.1 By its number\n");
  CHECK(text.keys() ==
        Keys{"title", "1", "1.1", "unnumbered", "1.2", "annex", "part", "2.0", "2.1"});
  CHECK(text.parent("1") == "");
  CHECK(text.parent("1.1") == "1");
  CHECK(text.parent("unnumbered") == "1.1");
  CHECK(text.parent("1.2") == "1");
  CHECK(text.parent("part") == "annex");
  CHECK(text.parent("2.0") == "");
  CHECK(text.parent("2.1") == "2.0");
  CHECK(text["1.1"].level == 1);
  CHECK(text["unnumbered"].heading_level == 4);
}

TEST_CASE("the title is a section with nothing below it") {
  const Graphed text("# Protocol\n\nBefore the first section.\n\n## 1. First\n\n1.1 A clause.\n");
  CHECK(text["title"].kind == Kind::section);
  CHECK(text["title"].heading.text == "Protocol");
  CHECK(text["title"].children.empty());
  CHECK(text.parent("p1") == "");
  CHECK(text["p1"].kind == Kind::paragraph);
  CHECK(text.parent("1.1") == "1");
}

TEST_CASE("numbered paragraphs nest by dots and keep their labels") {
  const Graphed text(
      "## 4.0 Section\n\n4.1 One.\n\n4.1.1 Below.\n\n4.5.1. Without its parent.\n\n4.2 Two.\n");
  CHECK(text["4.1"].kind == Kind::clause);
  CHECK(text.parent("4.1") == "4.0");
  CHECK(text.parent("4.1.1") == "4.1");
  CHECK(text.parent("4.5.1") == "4.0");
  CHECK(text["4.5.1"].number.label == "4.5.1.");
  CHECK(text["4.5.1"].full_number == "4.5.1");
  CHECK(text["4.0"].full_number == "4.0");
  CHECK(text.parent("4.2") == "4.0");
}

TEST_CASE("a clause stays under the unnumbered heading that it stands under") {
  const Graphed text("## 2. Roles\n\n### Members\n\n2.1 One.\n\n2.1.1 Below.\n");
  CHECK(text.parent("2.1") == "members");
  CHECK(text.parent("2.1.1") == "2.1");
}

TEST_CASE("an unnumbered paragraph belongs to the numbered clause before it") {
  const Graphed text(
      "## 2. Roles\n\nOpening words.\n\n2.1 A clause:\n\nMore of it.\n\n2.2 Next.\n");
  CHECK(text.parent("2.p1") == "2");
  CHECK(text.parent("2.1.p1") == "2.1");
  CHECK(text["2.1.p1"].kind == Kind::paragraph);
  CHECK(text["2.1.p1"].place == Place::body);
}

TEST_CASE("a list belongs to its lead-in, and text after it is a numbered lead-in's tail") {
  const Graphed text("## 3. Section\n\n3.1 It aims to:\n\n- (a) one;\n- (b) two,\n\nand so on.\n");
  CHECK(text["3.1.a"].kind == Kind::item);
  CHECK(text["3.1.a"].place == Place::list);
  CHECK(text["3.1.a"].full_number == "3.1(a)");
  CHECK(text.parent("3.1.b") == "3.1");
  CHECK(text["3.1.p1"].place == Place::tail);
  CHECK(text.parent("3.1.p1") == "3.1");
}

TEST_CASE("after an unnumbered lead-in's list a paragraph is a new one") {
  const Graphed text("## Introduction\n\nIt covers:\n\n- one;\n- two.\n\nA new paragraph.\n");
  CHECK(text.keys() == Keys{"introduction", "introduction.p1", "introduction.p1.b1",
                            "introduction.p1.b2", "introduction.p2"});
  CHECK(text.parent("introduction.p2") == "introduction");
  CHECK(text["introduction.p2"].place == Place::body);
}

TEST_CASE(
    "a list that goes on after a paragraph rejoins its lead-in and takes the paragraph along") {
  const Graphed text(
      "### 3.3 Limits\n\nBy way of illustration:\n\n- (a) one;\n- (b) two;\n- (c) three.\n\n"
      "This stands between.\n\n- (d) four.\n");
  CHECK(text.keys() == Keys{"3.3", "3.3.p1", "3.3.a", "3.3.b", "3.3.c", "3.3.p1.p1", "3.3.d"});
  CHECK(text.parent("3.3.d") == "3.3.p1");
  CHECK(text["3.3.d"].full_number == "3.3(d)");
  CHECK(text["3.3.d"].place == Place::list);
  CHECK(text.parent("3.3.p1.p1") == "3.3.p1");
  CHECK(text["3.3.p1.p1"].place == Place::tail);
}

TEST_CASE("a list that starts again belongs to the paragraph before it") {
  const Graphed text("## 1. S\n\nFirst:\n\n- (a) one;\n- (b) two.\n\nSecond:\n\n- (a) three.\n");
  CHECK(text.parent("1.a") == "1.p1");
  CHECK(text.parent("1.a-2") == "1.p2");
}

TEST_CASE("lists nest, and what stands inside an item belongs to it") {
  const Graphed text(
      "## 5. S\n\n5.4 In particular:\n\n- (i) first:\n  - (a) below;\n\n  and its tail.\n\n"
      "- (ii) second.\n");
  CHECK(text["5.4.i.a"].full_number == "5.4(i)(a)");
  CHECK(text.parent("5.4.i.a") == "5.4.i");
  CHECK(text["5.4.i.p1"].place == Place::tail);
  CHECK(text.parent("5.4.ii") == "5.4");
}

TEST_CASE("a list right below a heading belongs to the section") {
  const Graphed text("## Aims\n\n- one;\n- two.\n");
  CHECK(text.parent("aims.b1") == "aims");
  CHECK(text["aims.b1"].place == Place::body);
}

TEST_CASE("a quotation belongs to the clause or the lead-in before it") {
  const Graphed text(
      "## 1. S\n\n1.4 The guidance states that:\n\n> First.\n>\n> Second, section 3.\n\n"
      "1.5 Next.\n\n## Open\n\nPlain paragraph.\n\n> Quoted.\n");
  CHECK(text["1.4.q1"].kind == Kind::quote);
  CHECK(text.parent("1.4.q1") == "1.4");
  CHECK(text.parent("1.4.q2") == "1.4");
  CHECK(text.parent("open.q1") == "open");
}

TEST_CASE("numbers inside a quotation are not this text's") {
  const Graphed text("## 1. S\n\n1.1 It says:\n\n> 1.2 Another text's clause.\n\n1.2 Ours.\n");
  CHECK(text["1.2"].text.text == "Ours.");
  CHECK(text["1.1.q1"].full_number.empty());
}

TEST_CASE("a table belongs to the paragraph that leads into it") {
  const Graphed text(
      "## Review\n\nThe history:\n\n| Date | Update |\n| --- | --- |\n| 2020 | New |\n\n"
      "Words.\n\n| A | B |\n| --- | --- |\n| c | d |\n");
  CHECK(text.parent("review.p1.t1") == "review.p1");
  CHECK(text["review.p1.t1"].text.text == "Date Update 2020 New");
  CHECK(text["review.p1.t1"].table->rows.size() == 1);
  CHECK(text.parent("review.t1") == "review");
}

TEST_CASE("footnotes stand at the end, named by their labels") {
  const Graphed text(
      "## 1. S\n\n1.1 Members[^53] and[^note].\n\n[^53]: The first.\n\n[^note]: Other.\n\n"
      "1.2 After.\n");
  CHECK(text.keys() == Keys{"1", "1.1", "1.2", "fn53", "fnnote"});
  CHECK(text["fn53"].kind == Kind::footnote);
  CHECK(text["fn53"].number.label == "53");
  CHECK(text["fn53"].full_number.empty());
  CHECK_FALSE(text["fn53"].parent);
}

TEST_CASE("letters and roman numerals are told by their siblings") {
  const Graphed letters("## 1. S\n\n1.1 L:\n\n- (g) a\n- (h) b\n- (i) c\n- (j) d\n");
  CHECK(letters["1.1.i"].number.style == syntax::NumberStyle::lower_alpha);
  CHECK(letters["1.1.i"].number.path == std::vector<std::uint32_t>{9});

  const Graphed numerals("## 1. S\n\n1.1 L:\n\n- (i) a\n- (ii) b\n- (iii) c\n- (iv) d\n- (v) e\n");
  CHECK(numerals["1.1.i"].number.style == syntax::NumberStyle::lower_roman);
  CHECK(numerals["1.1.v"].number.path == std::vector<std::uint32_t>{5});

  const Graphed alone("## 1. S\n\n1.1 L:\n\n- (i) only\n");
  CHECK(alone["1.1.i"].number.style == syntax::NumberStyle::lower_roman);
  for (const auto* text : {&letters, &numerals, &alone})
    CHECK(text->count(diag::Code::NUM005) == 0);

  const Graphed doubtful("## 1. S\n\n1.1 L:\n\n- (h) a\n- (i) b\n- (ii) c\n");
  CHECK(doubtful.count(diag::Code::NUM005) == 1);
}

TEST_CASE("doubled and inserted letters are told by their siblings") {
  const auto values = [](std::string_view list) {
    const Graphed text("## 1. S\n\n1.1 L:\n\n" + std::string(list));
    std::string out;
    for (const auto& clause : text.graph.clauses) {
      if (clause.kind != Kind::item) continue;
      out += (out.empty() ? "" : " ") + std::to_string(clause.number.path.back());
      if (clause.number.inserted > 0) out += "+" + std::to_string(clause.number.inserted);
    }
    return out;
  };
  CHECK(values("- (y) a\n- (z) b\n- (aa) c\n- (ab) d\n") == "25 26 27 28");
  CHECK(values("- (a) a\n- (aa) b\n- (b) c\n- (ba) d\n") == "1 1+1 2 2+1");
  CHECK(values("- (aa) a\n- (bb) b\n- (cc) c\n") == "27 28 29");
  CHECK(values("- (gg) a\n- (hh) b\n- (ii) c\n- (jj) d\n") == "33 34 35 36");
  CHECK(values("- (i) a\n- (iA) b\n- (ii) c\n- (iia) d\n") == "1 1+1 2 2+1");
  CHECK(values("- (h) a\n- (i) b\n- (ia) c\n- (j) d\n") == "8 9 9+1 10");
}

TEST_CASE("numbers put in between stand beside those they follow, and keep the case of letters") {
  const Graphed text(
      "## 2. A\n\n2.3 x.\n\n2.3A Y:\n\n- (iA) z\n\n## 2A. B\n\n2A.1 X.\n\n2A.1.1 Y.\n");
  CHECK(text.keys() == Keys{"2", "2.3", "2.3A", "2.3A.iA", "2A", "2A.1", "2A.1.1"});
  CHECK(text.parent("2.3A") == "2");
  CHECK(text.parent("2A") == "");
  CHECK(text.parent("2A.1") == "2A");
  CHECK(text["2.3A.iA"].full_number == "2.3A(iA)");
}

TEST_CASE("letters, numerals and signs before a number nest by it") {
  const Graphed text("## II. S\n\nII.1 x.\n\n## § 3 T\n\n§ 3.1 y.\n\n## B. U\n\nB.1 z.\n");
  CHECK(text.keys() == Keys{"II", "II.1", "3", "3.1", "B", "B.1"});
  CHECK(text.parent("II.1") == "II");
  CHECK(text.parent("3.1") == "3");
  CHECK(text.parent("B.1") == "B");
  CHECK(text["3.1"].full_number == "3.1");
}

TEST_CASE("a heading that names itself numbers what stands below it, and keeps its words") {
  const Graphed text(
      "# T\n\n## Article 13 – Review\n\n13.1 x.\n\n## Rule 4 Votes\n\n4.1 y.\n\n"
      "## Part Four: Fees\n\n## Annex A1\n\nA1.1 z.\n\n## Standing Order 7\n");
  CHECK(text.keys() == Keys{"title", "article-13", "13.1", "rule-4", "4.1", "part-4", "annex-a1",
                            "A1.1", "standing-order-7"});
  CHECK(text["article-13"].heading.text == "Article 13 – Review");
  CHECK(text["article-13"].designation->noun == "article");
  CHECK(text["article-13"].full_number.empty());
  CHECK(text.parent("13.1") == "article-13");
  CHECK(text.parent("A1.1") == "annex-a1");
}

TEST_CASE("a heading that speaks of a place or a matter does not name itself") {
  const Graphed text(
      "## Part 3 of the Constitution\n\n## Rule 5 applies\n\n## Section 151 Officer\n\n"
      "## Section 18 Advice\n\n18.1 x.\n\n## Particulars\n");
  CHECK_FALSE(text["part-3-of-the-constitution"].designation);
  CHECK_FALSE(text["rule-5-applies"].designation);
  CHECK_FALSE(text["section-151-officer"].designation);
  CHECK(text["section-18"].designation);
}

TEST_CASE("numbers that begin again in a division have its identifier before theirs") {
  const Graphed text(
      "## 1. Fees\n\n1.1 x.\n\n## Part A\n\n### 1. Duties\n\n1.1 x:\n\n- (a) y\n\n## Part B\n\n"
      "## 1. Duties\n\n1.1 x.\n\n## 2. More\n\n## Part C\n\n7.1 z.\n");
  CHECK(text.keys() == Keys{"1", "1.1", "part-a", "part-a.1", "part-a.1.1", "part-a.1.1.a",
                            "part-b", "part-b.1", "part-b.1.1", "part-b.2", "part-c", "7.1"});
  CHECK(text.parent("part-b.1") == "part-b");
  CHECK(text.parent("part-b.2") == "part-b");
  CHECK(text["part-b.1.1"].full_number == "1.1");
  CHECK(graph::division_of(text.graph, text["part-b.1.1"]) == text.graph.find("part-b"));
  CHECK_FALSE(graph::division_of(text.graph, text["1.1"]));
}

TEST_CASE("a list that nothing leads into numbers the paragraphs of the text") {
  const Graphed text(
      "## Fairness\n\n1. Members are fair.\n\n## Openness\n\n2. Members say why:\n\n"
      "2.1 in writing.\n\nWords.\n\n3. They answer:\n\n1. soon;\n2. well.\n");
  CHECK(text["1"].kind == Kind::clause);
  CHECK(text.parent("1") == "fairness");
  CHECK(text.parent("2.1") == "2");
  CHECK(text["3"].kind == Kind::clause);
  CHECK(text.parent("3") == "openness");
}

TEST_CASE("a list that something leads into is its list") {
  const Graphed text(
      "## 1. S\n\n1.1 Members:\n\n1. attend;\n2. vote.\n\n1.2 Officers –\n\n1. Advise.\n");
  CHECK(text["1.1.1"].kind == Kind::item);
  CHECK(text["1.1.1"].full_number == "1.1(1)");
  CHECK(text["1.2.1"].kind == Kind::item);
}

TEST_CASE("numbered paragraphs go on behind a list, which takes its own next label first") {
  const Graphed text(
      "1. Members act.\n\n2. Members must:\n\n- (a) listen;\n- (b) answer.\n\n3. Officers "
      "advise.\n");
  CHECK(text["2.b"].kind == Kind::item);
  CHECK(text["3"].kind == Kind::clause);
  CHECK(text["3"].full_number == "3");
  const Graphed inner(
      "1. Members must:\n\n- 1. listen;\n- 2. answer.\n\n3. Sign what they write.\n");
  CHECK(inner["1.3"].kind == Kind::item);
}

TEST_CASE("capitals number paragraphs across headings") {
  const Graphed text(
      "## Fairness\n\nA. Members are fair to all officers.\n\nB. Members are kind to all.\n\n"
      "## Openness\n\nC. Members say why they decide.\n\nD. Officers say why they advise.\n");
  CHECK(text.keys() == Keys{"fairness", "A", "B", "openness", "C", "D"});
  CHECK(text["C"].number.style == syntax::NumberStyle::upper_alpha);
  CHECK(text.count(diag::Code::NUM005) == 0);
}

TEST_CASE("nested lists of a converted document are one numbering") {
  const Graphed text(
      "1. **ROLES**\n\n   1. This guides Members.\n\n   2. Members must:\n\n      1. attend.\n\n"
      "2. **REVIEW**\n");
  CHECK(text.keys() == Keys{"1", "1.1", "1.2", "1.2.1", "2"});
  CHECK(text["1.2"].number.label == "2.");
  CHECK(text["1.2.1"].kind == Kind::item);
}

TEST_CASE("words after lettered paragraphs go on with what leads into these") {
  const Graphed text(
      "## 1. S\n\n(b) The Clerk may amend:\n\n(i) slips; and\n\n(ii) names;\n\nand reports so.\n\n"
      "1.2 x.\n");
  CHECK(text["1.b.p1"].place == Place::tail);
  CHECK(text["1.b.p1"].text.text == "and reports so.");
}

TEST_CASE("automatic numbers count on from their siblings, and a literal number is a lock") {
  const Graphed text(
      "## 1. One\n\n#. First.\n\n#. Second:\n\n- (#) a;\n- (#) b:\n  - (#) below.\n\n"
      "1.5 Locked.\n\n#. After it.\n\n## 5. Five\n\n#. Its first.\n");
  CHECK(text["1.1"].number.label == "1.1");
  CHECK(text["1.2"].text.text == "Second:");
  CHECK(text["1.2.a"].number.label == "(a)");
  CHECK(text["1.2.b.i"].number.label == "(i)");
  CHECK(text["1.6"].text.text == "After it.");
  CHECK(text["5.1"].text.text == "Its first.");
}

TEST_CASE("an automatic list goes on after a paragraph that leads into nothing") {
  const Graphed text(
      "## 1. S\n\n1.1 It aims to:\n\n- (#) one;\n\nas agreed,\n\n- (#) two.\n\nAnd then:\n\n"
      "- (#) anew.\n");
  CHECK(text["1.1.b"].text.text == "two.");
  CHECK(text.parent("1.1.b") == "1.1");
  CHECK(text["1.1.a-2"].text.text == "anew.");
}

TEST_CASE("numbering: auto numbers headings and paragraphs but not bullets") {
  const Graphed text(
      "# Title\n\nPreamble.\n\n## One\n\nA clause:\n\n- a bullet.\n\n## Two\n\n"
      "Plain. {.unnumbered}\n\n### Three\n",
      "numbering: auto\n");
  CHECK(text.keys() == Keys{"title", "p1", "1", "1.1", "1.1.b1", "2", "2.p1", "2.1"});
  CHECK(text["2.1"].number.label == "2.1");
}

TEST_CASE("an author's id wins, and stays the same when the number changes") {
  const Graphed text("## 1. S {#start}\n\n1.1 One. {#1.2}\n\n1.2 Two.\n");
  CHECK(text["start"].full_number == "1");
  CHECK(text["1.2"].text.text == "One.");
  CHECK(text["1.2-2"].text.text == "Two.");
}

TEST_CASE("identifiers used twice and identifiers that no address can carry are reported") {
  const Graphed twice("## One {#same}\n\n## Two {#same}\n");
  CHECK(twice.count(diag::Code::ID001) == 1);
  CHECK(twice.keys() == Keys{"same", "same-2"});
  REQUIRE_FALSE(twice.sink.all().empty());
  CHECK(twice.sink.all().back().notes.at(0).text == "first used here");

  syntax::Document document;
  document.metadata.id = "test";
  syntax::Block block;
  block.prose.text = "Words.";
  block.attributes.id = "a b";
  document.blocks.push_back(block);
  diag::Sink sink;
  const auto graph = graph::build(document, sink);
  REQUIRE(sink.all().size() == 1);
  CHECK(sink.all()[0].code == diag::Code::ID004);
  CHECK(graph.clauses[0].key == "p1");
}

TEST_CASE("the network has a vertex a clause, with its order and its parts") {
  const Graphed text("## 1. S\n\n1.1 One[^1].\n\n1.2 Two.\n\n[^1]: Note.\n");
  const auto& network = text.graph.network;
  REQUIRE(network.vertices().size() == 4);
  CHECK(network.vertices()[1].id == "test#1.1");
  CHECK(network.vertices()[3].kind == graph::VertexKind::footnote);
  using graph::Edge;
  using graph::EdgeKind;
  CHECK(network.edges() == std::vector<Edge>{{0, 1, EdgeKind::contains},
                                             {0, 1, EdgeKind::next},
                                             {0, 2, EdgeKind::contains},
                                             {1, 2, EdgeKind::next}});
}

TEST_CASE("an empty document has no clause") {
  diag::Sink sink;
  CHECK(graph::build({}, sink).clauses.empty());
}

namespace {

// A text of random blocks of every kind, numbered as it comes.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> blocks = {"## 2. Section",
                                                  "### 2.3 Sub",
                                                  "#### Plain heading",
                                                  "2.1 A clause:",
                                                  "2.1.1 Below.",
                                                  "Unnumbered words.",
                                                  "A lead-in:",
                                                  "- (a) one\n- (b) two",
                                                  "- (c) three",
                                                  "- bullet\n  - nested\n\n  tail",
                                                  "> Quoted.\n>\n> Again.",
                                                  "| A |\n| --- |\n| b |",
                                                  "(a) lettered",
                                                  "(i) numeral",
                                                  "- (i) x\n- (ii) y",
                                                  "#. automatic",
                                                  "# Title",
                                                  "Words[^1]."};
  std::uniform_int_distribution<std::size_t> pick(0, blocks.size() - 1);
  std::string text;
  for (int i = 0; i < 30; ++i) text += blocks[pick(random)] + "\n\n";
  return text + "[^1]: Note.\n";
}

void collect(const graph::ClauseGraph& graph, graph::ClauseId id,
             std::vector<graph::ClauseId>& to) {
  to.push_back(id);
  for (const auto child : graph[id].children) collect(graph, child, to);
}

}  // namespace

TEST_CASE("property: the tree walked from its roots meets the clauses in the order of the text") {
  std::mt19937 random(20240520);
  for (int round = 0; round < 300; ++round) {
    const std::string source = random_text(random);
    const Graphed text(source);
    std::vector<graph::ClauseId> walked;
    for (const auto root : text.graph.roots) collect(text.graph, root, walked);
    INFO(source);
    REQUIRE(walked.size() == text.graph.clauses.size());
    for (std::size_t i = 0; i < walked.size(); ++i) REQUIRE(graph::index(walked[i]) == i);
    auto keys = text.keys();
    std::ranges::sort(keys);
    REQUIRE(std::ranges::adjacent_find(keys) == keys.end());
    for (const auto& clause : text.graph.clauses)
      REQUIRE(clause.level == (clause.parent ? text.graph[*clause.parent].level + 1 : 0));
  }
}
