#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "render/html.h"
#include "render/html_template.h"
#include "render/words.h"
#include "render_xml_model.h"
#include "source/source_map.h"

using namespace concord;
using nlohmann::json;
using test::clause;
using test::linked;
using test::note_mark;
using test::protocol;
using test::run;

namespace {

const render::Templates& templates() {
  static const render::Templates read = [] {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(CONCORD_SOURCE_DIR) / "templates";
    render::Templates into;
    into.files[std::string(render::words_file)] = source::read_file(folder / render::words_file);
    for (const char* part : {"html", "assets"}) {
      for (const auto& entry : fs::directory_iterator(folder / part)) {
        if (!entry.is_regular_file()) continue;
        into.files[entry.path().lexically_relative(folder).generic_string()] =
            source::read_file(entry.path());
      }
    }
    return into;
  }();
  return read;
}

std::string page(const json& model, const render::Offer& offer = {}) {
  static const render::HtmlTemplates drawing(templates());
  return drawing.draw(render::html(std::span(&model, 1), offer).at(1));
}

json items(std::initializer_list<const char*> ids) {
  json list = json::array();
  for (const char* id : ids) list.push_back(clause(id, "item", nullptr, "words"));
  return list;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

}  // namespace

TEST_CASE("a build has a library page, a page for each protocol, and the assets") {
  const json model = protocol(json::array());
  const std::vector<render::Page> pages = render::html(std::span(&model, 1));
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].path == "index.html");
  CHECK(pages[1].path == "ashby/index.html");
  CHECK_THAT(render::HtmlTemplates(templates()).draw(pages[0]),
             Catch::Contains("href=\"ashby/index.html\""));
  CHECK(render::assets(templates()).at("assets/concord.css") ==
        templates().files.at("assets/concord.css"));
}

TEST_CASE("a clause shows its number as printed, its words, and its permalink") {
  const std::string html = page(protocol({clause("5.4.ii", "clause", "(ii)", "No decisions.")}));
  CHECK_THAT(html, Catch::Contains("id=\"5.4.ii\""));
  CHECK_THAT(html, Catch::Contains("<span class=\"number\">(ii) </span>No decisions."));
  CHECK_THAT(html, Catch::Contains("href=\"#5.4.ii\" data-citation=\"Ashby, Protocol on "
                                   "Member/Officer Relations, 5.4.ii\""));
}

TEST_CASE("neighbouring items make one list, and others end it") {
  json children = items({"a", "b"});
  children.push_back(test::tail(clause("t", "paragraph", nullptr, "tail")));
  children.push_back(clause("c", "item", nullptr, "words"));
  const std::string html = page(protocol({clause("1", "clause", "1", "lead-in", children)}));
  CHECK(count(html, "<ul class=\"items\">") == 2);
  CHECK(count(html, "<li class=\"provision item") == 3);
  CHECK(html.find("id=\"b\"") < html.find("id=\"t\""));
  CHECK(html.find("id=\"t\"") < html.find("id=\"c\""));
}

TEST_CASE("neighbouring quotations make one block") {
  const std::string html =
      page(protocol({clause("q1", "quote", nullptr, "one"), clause("q2", "quote", nullptr, "two"),
                     clause("p", "paragraph", nullptr, "three")}));
  CHECK(count(html, "<blockquote>") == 1);
  CHECK(count(html, "</blockquote>") == 1);
}

TEST_CASE("a section is a heading of its level with its clauses inside") {
  json section =
      clause("1", "section", "1.", "Introduction", {clause("1.1", "clause", "1.1", "Text.")});
  section["heading_level"] = 2;
  const std::string html = page(protocol({section}));
  CHECK_THAT(html, Catch::Contains("<h2 class=\"words\"><span class=\"number\">1. </span>"
                                   "Introduction</h2>"));
  CHECK(html.find("<section class=\"provision section") < html.find("id=\"1.1\""));
  CHECK(html.find("id=\"1.1\"") < html.find("</section>"));
}

TEST_CASE("runs touch one another as the text does") {
  json strong = run("must");
  strong["strong"] = true;
  const json runs = {run("It "),
                     strong,
                     run(", see "),
                     linked("paragraph 2", "internal", "#2", "2"),
                     note_mark("fn1", "1"),
                     run(".")};
  CHECK_THAT(page(protocol({clause("1", "clause", "1", runs)})),
             Catch::Contains("It <strong>must</strong>, see <a class=\"internal\" "
                             "href=\"#2\">paragraph 2</a><sup class=\"note\"><a id=\"_fnref-1\" "
                             "href=\"#fn1\" role=\"doc-noteref\" aria-label=\"footnote 1\">1</a>"
                             "</sup>."));
}

TEST_CASE("what leads out without an address is text, and an address for mail stays one") {
  const json runs = {linked("Appendix 9", "external", nullptr, nullptr),
                     linked("write", "web", "mailto:clerk@example.org", nullptr)};
  const std::string html = page(protocol({clause("1", "clause", "1", runs)}));
  CHECK_THAT(html, Catch::Contains("</span>Appendix 9<a class=\"web\" "
                                   "href=\"mailto:clerk@example.org\">write</a>"));
}

TEST_CASE("nothing in a text becomes markup or a script") {
  json model = protocol({clause("1", "clause", "<b>1</b>", "<script>alert(1)</script>")});
  model["title"] = "</title><script>alert(2)</script>";
  model["council"] = "\"><img src=x onerror=alert(3)>";
  model["clauses"][0]["citation"] = "\" onmouseover=\"alert(4)";
  model["clauses"][0]["sic"] = "<i>";
  model["sics"] = {{{"id", "1"}, {"label", "1"}, {"reason", "<svg onload=alert(5)>"}}};
  model["clauses"][0]["runs"].push_back(linked("x", "web", "javascript:alert(6)", nullptr));
  const std::string html = page(model);
  CHECK(count(html, "<script") == 1);  // the page's own
  CHECK(count(html, "<img") + count(html, "<svg") + count(html, "<b>") + count(html, "<i>") == 0);
  CHECK(count(html, " onmouseover=\"") == 0);
  CHECK(count(html, "javascript:") == 0);
}

TEST_CASE("slips and repairs are marked at the clause and told at the end") {
  json model =
      protocol({clause("1", "clause", "1", "A question"), clause("2", "clause", "2", "b")});
  model["clauses"][0]["sic"] = "no full stop";
  model["sics"] = {{{"id", "1"}, {"label", "1"}, {"reason", "no full stop"}}};
  model["repairs"] = {
      {{"at", "1"}, {"to_id", "1"}, {"from", "guestion"}, {"to", "question"}, {"note", nullptr}}};
  const std::string html = page(model);
  CHECK(count(html, "href=\"#_sic-1\"") == 1);
  CHECK(count(html, "id=\"_sic-1\"") == 1);
  CHECK(count(html, "href=\"#_repair-1\"") == 1);
  CHECK_THAT(html, Catch::Contains("<del>guestion</del> became <ins>question</ins>"));
}

TEST_CASE("a page offers only what the build writes") {
  const std::string html = page(protocol(json::array()), {false, true, false, false, false});
  CHECK(count(html, "protocol.pdf") == 0);
  CHECK(count(html, "protocol.xml") == 1);
  CHECK(count(html, "protocol.json") == 0);
}

TEST_CASE("a table's column without a heading has no heading cell") {
  json model = protocol({clause("1.t1", "table", nullptr, json::array())});
  model["clauses"][0]["table"] = {
      {"header", {json::array({run("Date")}), json::array()}},
      {"rows", {{json::array({run("2020")}), json::array({run("adopted")})}}}};
  const std::string html = page(model);
  CHECK(count(html, "<th scope=\"col\">Date</th>") == 1);
  CHECK(count(html, "<th ") == 1);
  CHECK(count(html, "<td>") == 3);
}

TEST_CASE("a footnote leads back to each of its marks") {
  json note = clause("fn1", "footnote", "1", "The note.");
  note["references"] = {{{"id", "_fnref-1"}, {"clause", "2"}, {"label", "2"}},
                        {{"id", "_fnref-1-2"}, {"clause", "3"}, {"label", "3"}}};
  const std::string html = page(protocol(json::array(), {note}));
  CHECK_THAT(html, Catch::Contains("<a href=\"#_fnref-1\" role=\"doc-backlink\" "
                                   "aria-label=\"Back to 2\">"));
  CHECK(count(html, "role=\"doc-backlink\"") == 2);
}

TEST_CASE("what is absent leaves no trace, also beside what is there") {
  json model = protocol(json::array());
  model["review"] = {{"date", nullptr},
                     {"due", test::date("2026")},
                     {"overdue", true},
                     {"owner", nullptr},
                     {"note", nullptr}};
  const std::string html = page(model);
  CHECK(count(html, "Last reviewed") == 0);
  CHECK(count(html, "Adopted") == 0);
  CHECK(count(html, "class=\"overdue\"") == 1);
  CHECK(count(html, "Version history") == 0);
  CHECK_THAT(html, Catch::Contains("has not adopted this text"));
}
