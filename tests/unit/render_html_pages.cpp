#include <catch2/catch.hpp>

#include "html_templates.h"
#include "render/html.h"
#include "render_model.h"

using namespace concord;
using test::clause;
using test::count;
using test::Kind;
using test::linked;
using test::LinkKind;
using test::note_mark;
using test::protocol;
using test::run;

namespace {

// The page of the protocol, where other councils have nothing on it.
std::string page(const view::Page& protocol, const render::Offer& offer = {}) {
  return render::protocol_page(protocol, {}, offer, test::html_templates()).at("ashby/index.html");
}

std::vector<view::Clause> items(std::initializer_list<const char*> ids) {
  std::vector<view::Clause> list;
  for (const char* id : ids) list.push_back(clause(id, Kind::item, "", "words"));
  return list;
}

}  // namespace

TEST_CASE("the library leads to each protocol, and names each language but English") {
  view::Page welsh = protocol({});
  welsh.id = "bala";
  welsh.language = "cy";
  const std::vector<view::Page> pages = {protocol({}), welsh};
  const render::Files files = render::library_page(pages, {}, test::html_templates());
  REQUIRE(files.size() == 1);
  const std::string& html = files.at("index.html");
  CHECK_THAT(html, Catch::Contains("href=\"ashby/index.html\""));
  CHECK_THAT(html, Catch::Contains("<h2 lang=\"cy\" class=\"entry\"><a href=\"bala/index.html\""));
  CHECK(count(html, " lang=\"en") == 1);  // the page's own
}

TEST_CASE("a letter with a mark stands under its plain letter, among the names with that") {
  std::vector<view::Page> pages(10, protocol({}));  // of Ashby
  for (const char* name : {"Ynys Môn", "Ŵyl", "Wrexham", "Épernay", "Ỳnyr", "Walton"}) {
    pages.push_back(protocol({}));
    pages.back().name = name;
    pages.back().id = name;
  }
  const std::string html = render::library_page(pages, {}, test::html_templates()).at("index.html");
  std::vector<std::size_t> places;
  for (const char* mark : {"id=\"_A\"", "id=\"_E\"", "Épernay", "id=\"_W\"", "Walton", "Wrexham",
                           "Ŵyl", "id=\"_Y\"", "Ỳnyr", "Ynys Môn"})
    places.push_back(html.find(mark, html.find("class=\"initial\"")));
  CHECK(std::ranges::is_sorted(places));
  CHECK(places.back() != std::string::npos);
  CHECK(count(html, "class=\"initial\"") == 4);
}

TEST_CASE("the assets are the templates' files, as they are") {
  CHECK(render::assets(test::templates()).at("assets/concord.css") ==
        test::templates().files.at("assets/concord.css"));
}

TEST_CASE("a clause shows its number as printed, its words, and its permalink") {
  const std::string html =
      page(protocol({clause("5.4.ii", Kind::clause, "(ii)", "No decisions.")}));
  CHECK_THAT(html, Catch::Contains("id=\"5.4.ii\""));
  CHECK_THAT(html, Catch::Contains("<span class=\"number\">(ii) </span>No decisions."));
  CHECK_THAT(html, Catch::Contains("href=\"#5.4.ii\" data-citation=\"Ashby, Protocol on "
                                   "Member/Officer Relations, 5.4.ii\""));
}

TEST_CASE("neighbouring items make one list, and others end it") {
  std::vector<view::Clause> children = items({"a", "b"});
  children.push_back(test::tail(clause("t", Kind::paragraph, "", "tail")));
  children.push_back(clause("c", Kind::item, "", "words"));
  const std::string html = page(protocol({clause("1", Kind::clause, "1", "lead-in", children)}));
  CHECK(count(html, "<ul class=\"items\">") == 2);
  CHECK(count(html, "<li class=\"provision item") == 3);
  CHECK(html.find("id=\"b\"") < html.find("id=\"t\""));
  CHECK(html.find("id=\"t\"") < html.find("id=\"c\""));
}

TEST_CASE("neighbouring quotations make one block") {
  const std::string html =
      page(protocol({clause("q1", Kind::quote, "", "one"), clause("q2", Kind::quote, "", "two"),
                     clause("p", Kind::paragraph, "", "three")}));
  CHECK(count(html, "<blockquote>") == 1);
  CHECK(count(html, "</blockquote>") == 1);
}

TEST_CASE("a section is a heading of its level with its clauses inside") {
  view::Clause section = clause("1", Kind::section, "1.", "Introduction",
                                {clause("1.1", Kind::clause, "1.1", "Text.")});
  section.heading_level = 2;
  const std::string html = page(protocol({section}));
  CHECK_THAT(html, Catch::Contains("<h2 class=\"words\"><span class=\"number\">1. </span>"
                                   "Introduction</h2>"));
  CHECK(html.find("<section class=\"provision section") < html.find("id=\"1.1\""));
  CHECK(html.find("id=\"1.1\"") < html.find("</section>"));
}

TEST_CASE("runs touch one another as the text does") {
  const view::Runs runs = {run("It "),
                           test::strong("must"),
                           run(", see "),
                           linked("paragraph 2", LinkKind::internal, "#2", "2"),
                           note_mark("fn1", "1"),
                           run(".")};
  CHECK_THAT(page(protocol({clause("1", Kind::clause, "1", runs)})),
             Catch::Contains("It <strong>must</strong>, see <a class=\"internal\" "
                             "href=\"#2\">paragraph 2</a><sup class=\"note\"><a id=\"_fnref-1\" "
                             "href=\"#fn1\" role=\"doc-noteref\" aria-label=\"footnote 1\">1</a>"
                             "</sup>."));
}

TEST_CASE("what keeps a mark apart stands outside its link") {
  const view::Runs runs = {run("Both"), note_mark("fn1", "1"), note_mark("fn2", "2", ", ")};
  CHECK_THAT(page(protocol({clause("1", Kind::clause, "1", runs)})),
             Catch::Contains("1</a></sup><sup class=\"note\">, <a id=\"_fnref-2\""));
}

TEST_CASE("what leads out without an address is text, and an address for mail stays one") {
  const view::Runs runs = {linked("Appendix 9", LinkKind::external, ""),
                           linked("write", LinkKind::web, "mailto:clerk@example.org")};
  const std::string html = page(protocol({clause("1", Kind::clause, "1", runs)}));
  CHECK_THAT(html, Catch::Contains("</span>Appendix 9<a class=\"web\" "
                                   "href=\"mailto:clerk@example.org\">write</a>"));
}

TEST_CASE("nothing in a text becomes markup or a script") {
  view::Page model = protocol({clause("1", Kind::clause, "<b>1</b>", "<script>alert(1)</script>")});
  model.title = "</title><script>alert(2)</script>";
  model.council = "\"><img src=x onerror=alert(3)>";
  model.clauses[0].citation = "\" onmouseover=\"alert(4)";
  model.clauses[0].sic = "<i>";
  model.sics = {{.clause = {"1", "1"}, .reason = "<svg onload=alert(5)>"}};
  model.clauses[0].runs.push_back(linked("x", LinkKind::web, "javascript:alert(6)"));
  const std::string html = page(model);
  CHECK(count(html, "<script") == 3);  // the page's own
  CHECK(count(html, "<img") + count(html, "<svg") + count(html, "<b>") + count(html, "<i>") == 0);
  CHECK(count(html, " onmouseover=\"") == 0);
  CHECK(count(html, "javascript:") == 0);
}

TEST_CASE("slips and repairs are marked at the clause and told at the end") {
  view::Page model =
      protocol({clause("1", Kind::clause, "1", "A question"), clause("2", Kind::clause, "2", "b")});
  model.clauses[0].sic = "no full stop";
  model.sics = {{.clause = {"1", "1"}, .reason = "no full stop"}};
  model.repairs = {{.at = "1", .to_id = "1", .from = "guestion", .to = "question", .note = ""}};
  const std::string html = page(model);
  CHECK(count(html, "href=\"#_sic-1\"") == 1);
  CHECK(count(html, "id=\"_sic-1\"") == 1);
  CHECK(count(html, "href=\"#_repair-1\"") == 1);
  CHECK_THAT(html, Catch::Contains("<del>guestion</del> became <ins>question</ins>"));
}

TEST_CASE("a page offers only what the build writes") {
  const std::string html =
      page(protocol({}),
           {.formats = {view::Format::html, view::Format::docx, view::Format::xml}, .data = false});
  CHECK(count(html, "protocol.pdf") == 0);
  CHECK(count(html, "protocol.xml") == 1);
  CHECK(count(html, "protocol.json") == 0);
}

TEST_CASE("a table's column without a heading has no heading cell") {
  const std::string html = page(
      protocol({test::table("1.t1", {{run("Date")}, {}}, {{{run("2020")}, {run("adopted")}}})}));
  CHECK(count(html, "<th scope=\"col\">Date</th>") == 1);
  CHECK(count(html, "<th ") == 1);
  CHECK(count(html, "<td>") == 3);
}

TEST_CASE("a footnote leads back to each of its marks") {
  view::Footnote note = test::footnote("1", {run("The note.")});
  note.marks = {{"_fnref-1", "2"}, {"_fnref-1-2", "3"}};
  const std::string html = page(protocol({}, {note}));
  CHECK_THAT(html, Catch::Contains("<a href=\"#_fnref-1\" role=\"doc-backlink\" "
                                   "aria-label=\"Back to 2\">"));
  CHECK(count(html, "role=\"doc-backlink\"") == 2);
}

TEST_CASE("what is absent leaves no trace, also beside what is there") {
  view::Page model = protocol({});
  model.review = view::Review{};
  model.review->due = test::date("2026");
  model.review->overdue = true;
  const std::string html = page(model);
  CHECK(count(html, "Last reviewed") == 0);
  CHECK(count(html, "Adopted") == 0);
  CHECK(count(html, "class=\"overdue\"") == 1);
  CHECK(count(html, "Version history") == 0);
  CHECK_THAT(html, Catch::Contains("has not adopted this text"));
}

TEST_CASE("beside a clause stand its referrers, the terms it defines and its counterparts") {
  view::Page model = protocol({clause("1", Kind::clause, "1", "“Member” means a councillor."),
                               clause("2", Kind::clause, "2", "Members lead.")});
  model.clauses[0].referred_by = {{"2", "2"}, {"3", "3"}};
  model.definitions = {{.term = "Member", .clause = {"1", "1"}, .uses = {{"2", "2"}}}};
  const view::CounterpartsByClause counterparts = {
      {"1",
       {.councils = 1,
        .others = 3,
        .differs = true,
        .row = "../compare/on-roles.html#r001",
        .list = {{.council = "Barton",
                  .number = "4",
                  .href = "../compare/ashby--barton.html#a-1",
                  .differs = true,
                  .state = "differs in effect"}}}},
      {"2", {.councils = 0, .others = 3, .differs = false, .row = "", .list = {}}}};
  const std::string html =
      render::protocol_page(model, {.counterparts = counterparts}, {}, test::html_templates())
          .at("ashby/index.html");
  CHECK_THAT(html, Catch::Contains("<a class=\"internal\" href=\"#2\">2</a>, "
                                   "<a class=\"internal\" href=\"#3\">3</a>"));
  CHECK_THAT(html, Catch::Contains("<a href=\"#_term-1\">Member</a>"));
  CHECK_THAT(html, Catch::Contains("<span class=\"count\">1 of 3</span>"));
  CHECK_THAT(html, Catch::Contains("<a href=\"../compare/ashby--barton.html#a-1\">Barton 4</a> "
                                   "<span class=\"state\">differs in effect</span>"));
  CHECK_THAT(html, Catch::Contains("href=\"../compare/on-roles.html#r001\""));
  CHECK(count(html, "<p class=\"alone\">") == 1);
  CHECK(count(html, "<div class=\"beside\">") == 2);
}

TEST_CASE("contents nest, with what follows the text") {
  view::Page model = protocol({}, {test::footnote("1", {run("The note.")})});
  model.contents = {
      {.id = "1",
       .number = "1.",
       .heading = "Rules",
       .children = {{.id = "1.1", .number = "", .heading = "Conduct", .children = {}}}}};
  model.signoff = {{.role = "Leader", .name = "A. Smith", .date = test::date("2024-05-20")}};
  const std::string html = page(model);
  CHECK_THAT(html, Catch::Contains("<a href=\"#1\"><span class=\"number\">1. </span>"
                                   "<span>Rules</span></a>\n<ol>\n<li><a href=\"#1.1\">"
                                   "<span>Conduct</span></a>"));
  CHECK(html.find("href=\"#1.1\"") < html.find("href=\"#_signoff\""));
  CHECK(html.find("href=\"#_signoff\"") < html.find("href=\"#_footnotes\""));
  CHECK_THAT(html, Catch::Contains("<dt>Leader</dt><dd>A. Smith, <time datetime=\"2024-05-20\">"));
}
