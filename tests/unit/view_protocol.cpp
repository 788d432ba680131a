#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "view/view.h"

using nlohmann::json;

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

json model(const std::string& body, const std::string& as_of = "",
           const std::string& language = "en-GB") {
  using namespace concord;
  source::SourceMap sources;
  diag::Sink sink;
  const auto file = sources.add("ashby.md", "---\nlanguage: " + language + front_matter + body);
  syntax::Register registers;
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

const json* find(const json& clauses, const std::string& id) {
  for (const json& clause : clauses) {
    if (clause["id"] == id) return &clause;
    if (const json* below = find(clause["children"], id)) return below;
  }
  return nullptr;
}

json clause(const json& model, const std::string& id) {
  const json* found = find(model["clauses"], id);
  INFO(id << " in " << model["clauses"].dump(1));
  REQUIRE(found);
  return *found;
}

// The links of a clause's runs, by their words.
json links(const json& clause) {
  json links = json::object();
  for (const json& run : clause["runs"]) {
    if (!run["link"].is_null()) links[run["text"].get<std::string>()] = run["link"];
  }
  return links;
}

}  // namespace

TEST_CASE("metadata is given in words and absent things are null") {
  const json ashby = model("# PROTOCOL\n\n1. Text.\n");
  CHECK(ashby["adopted"]["date"] == json{{"iso", "2024-05-20"}, {"words", "20 May 2024"}});
  CHECK(ashby["adopted"]["minute"] == "34/2024");
  CHECK(ashby["review"]["due"]["words"] == "May 2026");
  CHECK(ashby["part"].is_null());
  CHECK(ashby["contact"].is_null());
  CHECK(ashby["language"] == "en-GB");
  CHECK(ashby["heading"]["text"] == "PROTOCOL");
  CHECK(ashby["clauses"].size() == 1);
}

TEST_CASE("a review is overdue from the day after the last that its date may mean") {
  const auto overdue = [](const std::string& as_of) {
    return model("1. Text.\n", as_of)["review"]["overdue"];
  };
  CHECK(overdue("2026-05-31") == false);
  CHECK(overdue("2026-06-01") == true);
  CHECK(overdue("") == false);
}

TEST_CASE("clauses nest, and each has a label that a reader would say") {
  const json ashby = model(R"(Opening words.

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
  CHECK(clause(ashby, "1")["label"] == "section 1");
  CHECK(clause(ashby, "1")["heading_level"] == 2);
  CHECK(clause(ashby, "1.1")["label"] == "1.1");
  CHECK(clause(ashby, "1.1.b")["label"] == "1.1(b)");
  CHECK(clause(ashby, "1.1.b")["number"] == "(b)");
  CHECK(clause(ashby, "1.1.b")["citation"] ==
        "Ashby, Protocol on Member/Officer Relations, 1.1(b)");
  CHECK(clause(ashby, "1.1-2")["label"] == "1.1 (second)");
  CHECK(ashby["clauses"][0]["label"] == "opening paragraph 1");
  const json& expectations = ashby["contents"][0]["children"][0];
  CHECK(expectations["heading"] == "Expectations");
  const json section = clause(ashby, expectations["id"]);
  CHECK(section["label"] == "“Expectations”");
  CHECK(section["heading_level"] == 3);
  CHECK(section["children"][1]["label"] == "“Expectations”, item 2");
}

TEST_CASE("references, instruments and addresses become links") {
  const json ashby = model(R"(## 1. Rules

1.1 See paragraph 1.2 below, the Localism Act 2011, Appendix 9 of the Constitution and
[our site](https://example.org/x).

1.2 Target words.
)");
  const json found = links(clause(ashby, "1.1"));
  REQUIRE(found.contains("paragraph 1.2 below"));
  CHECK(found["paragraph 1.2 below"]["kind"] == "internal");
  CHECK(found["paragraph 1.2 below"]["href"] == "#1.2");
  CHECK(found["paragraph 1.2 below"]["label"] == "1.2");
  CHECK(found["paragraph 1.2 below"]["preview"] == "Target words.");
  REQUIRE(found.contains("Localism Act 2011"));
  CHECK(found["Localism Act 2011"]["href"] == "https://www.legislation.gov.uk/ukpga/2011/20");
  CHECK(found["our site"]["kind"] == "web");
  std::vector<std::string> outward;
  for (const json& each : ashby["external"]) outward.push_back(each["text"]);
  CHECK_THAT(outward, Catch::VectorContains(std::string("Appendix 9 of the Constitution")));
  CHECK(clause(ashby, "1.2")["referred_by"] == json::array({{{"id", "1.1"}, {"label", "1.1"}}}));
}

TEST_CASE("an empty link prints the number, and an unsafe address is no link") {
  const json ashby = model(R"(## 1. Rules

1.1 As [](#aim) says, [press](javascript:alert(1)).

1.2 Aim. {#aim}
)");
  const json found = links(clause(ashby, "1.1"));
  REQUIRE(found.contains("1.2"));
  CHECK(found["1.2"]["href"] == "#aim");
  for (const auto& [words, link] : found.items()) {
    CHECK((link["href"].is_null() || link["href"] == "#aim"));
  }
}

TEST_CASE("a footnote knows its marks, and each mark has an id of its own") {
  const json ashby = model("## 1. Rules\n\n1.1 One[^7] and two[^7].\n\n[^7]: The note.\n");
  REQUIRE(ashby["footnotes"].size() == 1);
  CHECK(ashby["footnotes"][0]["id"] == "fn7");
  CHECK(ashby["footnotes"][0]["references"] ==
        json::array({{{"id", "_fnref-7"}, {"clause", "1.1"}, {"label", "1.1"}},
                     {{"id", "_fnref-7-2"}, {"clause", "1.1"}, {"label", "1.1"}}}));
  const json runs = clause(ashby, "1.1")["runs"];
  REQUIRE(runs.size() == 5);
  CHECK(runs[1]["note"]["text"] == "The note.");
  CHECK(runs[3]["note"]["ref_id"] == "_fnref-7-2");
}

TEST_CASE("a term is linked once a section, and every clause that uses it is listed") {
  const json ashby = model(R"(## 1. Terms

1.1 “Chief Officer” means a director.

1.2 A Chief Officer advises; no Chief Officer decides.

1.3 Each Chief Officer reports.

## 2. What a Chief Officer does

2.1 The Chief Officer leads.
)");
  REQUIRE(ashby["definitions"].size() == 1);
  CHECK(ashby["definitions"][0]["clause"] == "1.1");
  CHECK(ashby["definitions"][0]["uses"] == json::array({{{"id", "1.2"}, {"label", "1.2"}},
                                                        {{"id", "1.3"}, {"label", "1.3"}},
                                                        {{"id", "2"}, {"label", "section 2"}},
                                                        {{"id", "2.1"}, {"label", "2.1"}}}));
  const auto linked = [&](const std::string& id) { return !links(clause(ashby, id)).empty(); };
  CHECK_FALSE(linked("1.1"));
  CHECK(linked("1.2"));
  CHECK_FALSE(linked("1.3"));
  CHECK_FALSE(linked("2"));
  CHECK(linked("2.1"));
  const json advises = clause(ashby, "1.2");
  const auto times = std::ranges::count_if(advises["runs"],
                                           [](const json& run) { return !run["link"].is_null(); });
  CHECK(times == 1);
}

TEST_CASE("slips and repairs point at their clauses") {
  const json ashby = model(R"(## 1. Rules

1.1 These: {sic="no verb"}

- (a) one;
- (b) a question.
)");
  CHECK(ashby["sics"] == json::array({{{"id", "1.1"}, {"label", "1.1"}, {"reason", "no verb"}}}));
  CHECK(ashby["repairs"][0]["to_id"] == "1.1.b");
  CHECK(ashby["repairs"][1]["to_id"].is_null());
}

TEST_CASE("a preview ends with a whole word") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "llŷfr ";
  const json ashby = model("## 1. Rules\n\n1.1 See paragraph 1.2 below.\n\n1.2 " + words + "\n");
  const std::string preview = links(clause(ashby, "1.1"))["paragraph 1.2 below"]["preview"];
  CHECK(preview.ends_with("llŷfr…"));
  CHECK(preview.size() < 400);
}

TEST_CASE("a table keeps its links in their cells") {
  const json ashby = model(R"(## 1. Rules

| Topic | Where |
|---|---|
| Advice | paragraph 1.1 |

1.1 Advice is free.
)");
  const json& table = ashby["clauses"][0]["children"][0]["table"];
  REQUIRE(table.is_object());
  CHECK(table["header"][1][0]["text"] == "Where");
  CHECK(table["rows"][0][0][0]["link"].is_null());
  CHECK(table["rows"][0][1][0]["link"]["href"] == "#1.1");
}

TEST_CASE("a Welsh protocol has its dates and its places in Welsh") {
  const json ashby = model(R"(## 1. Cyflwyniad

Dim rhif.

- pwynt

1.1 Un.[^1]

1.1 Dau.

[^1]: Nodyn.
)",
                           "2024-08-01", "cy");
  CHECK(ashby["adopted"]["date"]["words"] == "20 Mai 2024");
  CHECK(ashby["review"]["due"]["words"] == "Mai 2026");
  CHECK(ashby["as_of"]["words"] == "1 Awst 2024");
  const json& section = ashby["clauses"][0];
  CHECK(section["label"] == "adran 1");
  CHECK(section["children"][0]["label"] == "adran 1, paragraff 1");
  CHECK(section["children"][0]["children"][0]["label"] == "adran 1, paragraff 1, eitem 1");
  CHECK(section["children"][1]["label"] == "1.1");
  CHECK(section["children"][2]["label"] == "1.1 (ail)");
  CHECK(ashby["footnotes"][0]["label"] == "troednodyn 1");
}
