#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "frozen_registers.h"
#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "view/view.h"

using namespace concord;

namespace {

constexpr auto front_matter = R"md(
id: ashby
name: Ashby
council: Ashby Town Council
title: Protocol on Member/Officer Relations
status: adopted
adopted: {date: 2024-05-20, body: Council, minute: "34/2024"}
review: {due: 2026-05}
repairs:
  - {at: "1.1(b)", from: guestion, to: question}
  - {at: Preamble, from: l, to: I}
---

)md";

view::Page model(const std::string& body, const std::string& as_of = "",
                 const std::string& language = "en-GB") {
  source::SourceMap sources;
  diag::Sink sink;
  const auto file = sources.add("ashby.md", "---\nlanguage: " + language + front_matter + body);
  syntax::Register registers;
  registers.lists = test::word_lists();
  registers.instruments.push_back({"localism-act-2011",
                                   "Localism Act 2011",
                                   syntax::InstrumentKind::act,
                                   "2011",
                                   "https://www.legislation.gov.uk/ukpga/2011/20",
                                   {},
                                   "in-force",
                                   ""});
  auto graph = graph::build(syntax::parse(sources, file, sink), sink);
  const auto protocol =
      passes::check(std::move(graph), passes::Vocabulary(registers), {as_of}, sink);
  REQUIRE(protocol);
  return view::protocol(*protocol, as_of);
}

const view::Clause* find(const std::vector<view::Clause>& clauses, const std::string& id) {
  for (const view::Clause& clause : clauses) {
    if (clause.id == id) return &clause;
    if (const view::Clause* below = find(clause.children, id)) return below;
  }
  return nullptr;
}

view::Clause clause(const view::Page& page, const std::string& id) {
  const view::Clause* found = find(page.clauses, id);
  INFO(id);
  REQUIRE(found);
  return *found;
}

using Links = std::map<std::string, view::Link>;

// The links of a clause's runs, by their words.
Links links(const view::Clause& clause) {
  Links links;
  for (const view::Run& run : clause.runs) {
    if (run.link) links[run.text] = *run.link;
  }
  return links;
}

// "1.1 (1.1), 2 (section 2)": the ids with their labels.
std::string shown(const std::vector<view::Target>& targets) {
  std::string text;
  for (const view::Target& each : targets)
    text += (text.empty() ? "" : ", ") + each.id + " (" + each.label + ")";
  return text;
}

}  // namespace

TEST_CASE("metadata is given in words and absent things are empty") {
  const view::Page ashby = model("# PROTOCOL\n\n1. Text.\n");
  REQUIRE(ashby.adopted);
  CHECK(ashby.adopted->date->iso == "2024-05-20");
  CHECK(ashby.adopted->date->words == "20 May 2024");
  CHECK(ashby.adopted->minute == "34/2024");
  CHECK(ashby.review->due->words == "May 2026");
  CHECK_FALSE(ashby.review->date);
  CHECK(ashby.part.empty());
  CHECK_FALSE(ashby.contact);
  CHECK(ashby.language == "en-GB");
  REQUIRE(ashby.heading);
  CHECK(ashby.heading->text == "PROTOCOL");
  CHECK(ashby.clauses.size() == 1);
}

TEST_CASE("a review is overdue from the day after the last that its date may mean") {
  const auto overdue = [](const std::string& as_of) {
    return model("1. Text.\n", as_of).review->overdue;
  };
  CHECK(overdue("2026-05-31") == false);
  CHECK(overdue("2026-06-01") == true);
  CHECK(overdue("") == false);
}

TEST_CASE("clauses nest, and each has a label that a reader would say") {
  const view::Page ashby = model(R"(Opening words.

## 1. Introduction

1.1 It covers:

- (a) members;
- (b) officers.

Words without a number.

### Expectations

- respect;
- courtesy.

1.1 Twice.
)");
  CHECK(clause(ashby, "1").label == "section 1");
  CHECK(clause(ashby, "1").heading_level == 2);
  CHECK(clause(ashby, "1.1").label == "1.1");
  CHECK(clause(ashby, "1.1.b").label == "1.1(b)");
  CHECK(clause(ashby, "1.1.b").number == "(b)");
  CHECK(clause(ashby, "1.1.b").citation == "Ashby, Protocol on Member/Officer Relations, 1.1(b)");
  CHECK(clause(ashby, "1.1-2").label == "1.1 (second)");
  CHECK(ashby.clauses[0].label == "opening paragraph 1");
  const view::ContentsEntry& expectations = ashby.contents[0].children[0];
  CHECK(expectations.heading == "Expectations");
  const view::Clause section = clause(ashby, expectations.id);
  CHECK(section.label == "“Expectations”");
  CHECK(section.heading_level == 3);
  CHECK(section.children[1].label == "“Expectations”, item 2");
}

TEST_CASE("references, instruments and addresses become links") {
  const view::Page ashby = model(R"(## 1. Rules

1.1 See paragraph 1.2 below, the Localism Act 2011, Appendix 9 of the Constitution and
[our site](https://example.org/x).

1.2 Target words.
)");
  Links found = links(clause(ashby, "1.1"));
  REQUIRE(found.contains("paragraph 1.2 below"));
  CHECK(found["paragraph 1.2 below"].kind == view::LinkKind::internal);
  CHECK(found["paragraph 1.2 below"].href == "#1.2");
  CHECK(found["paragraph 1.2 below"].label == "1.2");
  CHECK(found["paragraph 1.2 below"].to == "1.2");
  REQUIRE(found.contains("Localism Act 2011"));
  CHECK(found["Localism Act 2011"].href == "https://www.legislation.gov.uk/ukpga/2011/20");
  CHECK(found["our site"].kind == view::LinkKind::web);
  std::vector<std::string> outward;
  for (const view::ExternalReference& each : ashby.external) outward.push_back(each.text);
  CHECK_THAT(outward, Catch::VectorContains(std::string("Appendix 9 of the Constitution")));
  CHECK(shown(clause(ashby, "1.2").referred_by) == "1.1 (1.1)");
}

TEST_CASE("an empty link prints the number, and an unsafe address is no link") {
  const view::Page ashby = model(R"(## 1. Rules

1.1 As [](#aim) says, [press](javascript:alert(1)).

1.2 Aim. {#aim}
)");
  Links found = links(clause(ashby, "1.1"));
  REQUIRE(found.contains("1.2"));
  CHECK(found["1.2"].href == "#aim");
  for (const auto& [words, link] : found) CHECK((link.href.empty() || link.href == "#aim"));
}

TEST_CASE("a footnote knows its marks, and each mark has an id of its own") {
  const view::Page ashby = model("## 1. Rules\n\n1.1 One[^7] and two[^7].\n\n[^7]: The note.\n");
  REQUIRE(ashby.footnotes.size() == 1);
  CHECK(ashby.footnotes[0].clause.id == "fn7");
  CHECK(shown(ashby.footnotes[0].marks) == "_fnref-7 (1.1), _fnref-7-2 (1.1)");
  const view::Runs runs = clause(ashby, "1.1").runs;
  REQUIRE(runs.size() == 5);
  CHECK(runs[1].note->text == "The note.");
  CHECK(runs[3].note->ref_id == "_fnref-7-2");
}

TEST_CASE("footnote marks stand apart from one another, and from figures") {
  const view::Page ashby = model(R"(## 1. Rules

1.1 Page 2[^1] and both[^2][^3], as *paragraph 1.2*[^4] says[^5] 6.

1.2 Aim.

[^1]: A.

[^2]: B.

[^3]: C.

[^4]: D.

[^5]: E.
)");
  std::vector<std::string> apart;
  for (const view::Run& run : clause(ashby, "1.1").runs) {
    if (run.note) apart.push_back(run.note->apart);
  }
  CHECK(apart == std::vector<std::string>{"\u202F", "", ", ", "\u202F", ""});
}

TEST_CASE("a term is linked once a section, and every clause that uses it is listed") {
  const view::Page ashby = model(R"(## 1. Terms

1.1 “Chief Officer” means a director.

1.2 A Chief Officer advises; no Chief Officer decides.

1.3 Each Chief Officer reports.

## 2. What a Chief Officer does

2.1 The Chief Officer leads.
)");
  REQUIRE(ashby.definitions.size() == 1);
  CHECK(ashby.definitions[0].clause.id == "1.1");
  CHECK(shown(ashby.definitions[0].uses) == "1.2 (1.2), 1.3 (1.3), 2 (section 2), 2.1 (2.1)");
  const auto linked = [&](const std::string& id) { return !links(clause(ashby, id)).empty(); };
  CHECK_FALSE(linked("1.1"));
  CHECK(linked("1.2"));
  CHECK_FALSE(linked("1.3"));
  CHECK_FALSE(linked("2"));
  CHECK(linked("2.1"));
  const view::Runs runs = clause(ashby, "1.2").runs;
  const auto times =
      std::ranges::count_if(runs, [](const view::Run& run) { return run.link.has_value(); });
  CHECK(times == 1);
}

TEST_CASE("slips and repairs point at their clauses") {
  const view::Page ashby = model(R"(## 1. Rules

1.1 These: {sic="no verb"}

- (a) one;
- (b) a question.
)");
  REQUIRE(ashby.sics.size() == 1);
  CHECK(shown({ashby.sics[0].clause}) == "1.1 (1.1)");
  CHECK(ashby.sics[0].reason == "no verb");
  CHECK(ashby.repairs[0].to_id == "1.1.b");
  CHECK(ashby.repairs[1].to_id.empty());
}

TEST_CASE("a preview of a note ends with a whole word") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "llŷfr ";
  const view::Page ashby = model("## 1. Rules\n\n1.1 See.[^1]\n\n[^1]: " + words + "\n");
  const std::string preview = clause(ashby, "1.1").runs[1].note->text;
  CHECK(preview.ends_with("llŷfr…"));
  CHECK(preview.size() < 400);
}

TEST_CASE("a table keeps its links in their cells") {
  const view::Page ashby = model(R"(## 1. Rules

| Topic | Where |
|---|---|
| Advice | paragraph 1.1 |

1.1 Advice is free.
)");
  const auto& table = ashby.clauses[0].children[0].table;
  REQUIRE(table);
  CHECK(table->header[1][0].text == "Where");
  CHECK_FALSE(table->rows[0][0][0].link);
  CHECK(table->rows[0][1][0].link->href == "#1.1");
}

TEST_CASE("a cell keeps its links where others hold its words, or none") {
  const view::Page ashby = model(R"(## 1. Rules

| Where | |
|---|---|
| as in paragraph 1.1 | |
| | paragraph 1.1 |

1.1 Advice is free.
)");
  const auto& table = ashby.clauses[0].children[0].table;
  REQUIRE(table);
  REQUIRE(table->rows[0][0].size() == 2);
  CHECK(table->rows[0][0][1].link->href == "#1.1");
  CHECK(table->rows[0][1].empty());
  CHECK(table->rows[1][0].empty());
  REQUIRE(table->rows[1][1].size() == 1);
  CHECK(table->rows[1][1][0].link->href == "#1.1");
}

TEST_CASE("a Welsh protocol has its dates and its places in Welsh") {
  const view::Page ashby = model(R"(## 1. Cyflwyniad

Dim rhif.

- pwynt

1.1 Un.[^1]

1.1 Dau.

[^1]: Nodyn.
)",
                                 "2024-08-01", "cy");
  CHECK(ashby.adopted->date->words == "20 Mai 2024");
  CHECK(ashby.review->due->words == "Mai 2026");
  const view::Clause& section = ashby.clauses[0];
  CHECK(section.label == "adran 1");
  CHECK(section.children[0].label == "adran 1, paragraff 1");
  CHECK(section.children[0].children[0].label == "adran 1, paragraff 1, eitem 1");
  CHECK(section.children[1].label == "1.1");
  CHECK(section.children[2].label == "1.1 (ail)");
  CHECK(ashby.footnotes[0].clause.label == "troednodyn 1");
}
