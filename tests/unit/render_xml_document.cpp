#include <catch2/catch.hpp>

#include "golden.h"
#include "render/xml.h"
#include "render/xml_tree.h"
#include "render_xml_model.h"

using namespace concord;
using concord::test::clause;
using concord::test::date;
using concord::test::json;
using concord::test::linked;
using concord::test::note_mark;
using concord::test::run;
using concord::test::tail;

namespace {

// What stands between <mainBody …> and </mainBody>, without the line breaks around it.
std::string body_of(const json& protocol) {
  const std::string all = render::akoma_ntoso(protocol);
  const std::size_t begin = all.find('>', all.find("<mainBody")) + 2;
  return all.substr(begin, all.find("    </mainBody>") - begin);
}

std::string paragraph(const json& runs) {
  const std::string body = body_of(test::protocol({clause("p", "paragraph", nullptr, runs)}));
  const std::size_t begin = body.find("<p>") + 3;
  return body.substr(begin, body.rfind("</p>") - begin);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A little of everything that a protocol can have.
json everything() {
  json aims =
      clause("1.2", "clause", "1.2", "It aims to –",
             {clause("1.2.a", "item", "(a)", "help;"), clause("1.2.b", "item", "(b)", "clarify,"),
              tail(clause("1.2.p1", "paragraph", nullptr, "in all that they do."))});
  json guide =
      clause("1.1", "clause", "1.1",
             {run("This guides Members"), note_mark("fn53", "53"), run(" and the Clerk; see "),
              linked("paragraph 1.2(b)", "internal", "#1.2.b", "1.2.b"), run(" and the "),
              linked("Localism Act 2011", "instrument",
                     "https://www.legislation.gov.uk/ukpga/2011/20", nullptr),
              run(".")});
  json strong = run("must not");
  strong["strong"] = true;
  json quote = clause("1.p1", "quote", nullptr, {run("Both "), strong, run(" quarrel.")});
  json sic =
      clause("1.2-2", "clause", "1.2", {linked("Members", "term", "#fn53", "fn53"), run(" lead.")});
  sic["sic"] = "as adopted";
  sic["from"] = "york#4.3";
  json table = clause("1.t1", "table", nullptr, json::array());
  table["table"] = {{"header", {json::array({run("Date")}), json::array({run("Change")})}},
                    {"rows", {{json::array({run("2020")}), json::array({run("New")})}}}};
  json section = clause("1", "section", "1.", "Introduction", {guide, aims, quote, sic, table});
  section["topic"] = "introduction-purpose";

  json model =
      test::protocol({section}, {clause("fn53", "footnote", "53", "Member includes co-opted.")});
  model["heading"] = clause("title", "section", nullptr, "MEMBERS AND OFFICERS");
  model["part"] = "Part 5";
  model["status"] = "adopted";
  model["adopted"] = {{"date", date("2024-05-20")}, {"body", "Council"}, {"minute", "34/2024"}};
  model["review"] = {{"date", nullptr},
                     {"due", date("2027-05")},
                     {"overdue", false},
                     {"owner", "monitoring-officer"},
                     {"note", nullptr}};
  model["versions"] = {{{"version", "1"},
                        {"date", date("2024-05-20")},
                        {"authority", nullptr},
                        {"minute", nullptr},
                        {"note", "New"}},
                       {{"version", "2"},
                        {"date", date("2025-03")},
                        {"authority", "delegated"},
                        {"minute", "OD/12"},
                        {"note", nullptr}}};
  model["signoff"] = {{{"role", "Chairman"}, {"name", "A. Smith"}, {"date", date("2024-05-20")}}};
  model["source"] = {{"url", "https://ashby.example/protocol"},
                     {"retrieved", date("2026-11-21")},
                     {"sha256", nullptr}};
  model["repairs"] = {
      {{"at", "1.2"}, {"to_id", "1.2"}, {"from", "(i)"}, {"to", "(ii)"}, {"note", nullptr}}};
  model["definitions"] = {{{"term", "Member"}, {"clause", "fn53"}, {"uses", json::array()}}};
  model["roles"] = {{{"id", "clerk"},
                     {"title", "Clerk"},
                     {"uses", {{{"clause", "1.1"}, {"begin", 28}, {"end", 33}}}}},
                    {{"id", "member"},
                     {"title", "Member"},
                     {"uses", {{{"clause", "1.1"}, {"begin", 12}, {"end", 19}}}}}};
  return model;
}

}  // namespace

TEST_CASE("golden: a protocol in Akoma Ntoso") {
  const std::string xml = render::akoma_ntoso(everything());
  CHECK(xml == test::golden("akoma_ntoso.xml", xml));
}

TEST_CASE("each protocol is a file in its own folder") {
  const std::vector<json> models = {everything()};
  const render::Files files = render::xml(models);
  REQUIRE(files.size() == 1);
  CHECK(files.begin()->first == "ashby/protocol.xml");
}

TEST_CASE("text is never indented, even where a paragraph holds elements alone") {
  json strong = run("must");
  strong["strong"] = true;
  CHECK(paragraph(json::array({strong})) == "<b>must</b>");
  json broken = run("one");
  broken["break"] = true;
  CHECK(paragraph({broken, run("two")}) == "one<eol/>two");
}

TEST_CASE("markup in a text is text") {
  CHECK(paragraph("bell \a") == "bell \uFFFD");
  CHECK(paragraph("a <script> & \"b\" ]]>") == "a &lt;script&gt; &amp; \"b\" ]]&gt;");
}

TEST_CASE("only addresses become links") {
  CHECK(render::xml_address("https://x.example/a b?q=é#f#g") ==
        "https://x.example/a%20b?q=%C3%A9#f%23g");
  CHECK(render::xml_address("javascript:alert(1)").empty());
  CHECK(render::xml_address("https://x.example:port/").empty());
  CHECK(paragraph(json::array({linked("there", "web", "https://x.example", nullptr)})) ==
        "<a href=\"https://x.example\">there</a>");
  CHECK(paragraph(json::array({linked("Appendix 14", "external", nullptr, nullptr)})) ==
        "<inline name=\"externalReference\">Appendix 14</inline>");
}

TEST_CASE("runs of one link are one reference") {
  json bold = linked("1.2", "external", "https://x.example", nullptr);
  bold["strong"] = true;
  CHECK(paragraph({linked("see ", "external", "https://x.example", nullptr), bold}) ==
        "<ref href=\"https://x.example\">see <b>1.2</b></ref>");
}

TEST_CASE("a footnote stands where it is first marked, and later marks lead to it") {
  const std::string body = body_of(test::protocol(
      {clause("a", "paragraph", nullptr,
              {run("one"), note_mark("fn1", "1"), run(", two"), note_mark("fn1", "1")})},
      {clause("fn1", "footnote", "1", "The note.")}));
  CHECK(holds(body,
              "one<authorialNote eId=\"authorialNote_1\" concord:id=\"fn1\" marker=\"1\" "
              "placement=\"bottom\"><p>The note.</p></authorialNote>, two"
              "<noteRef href=\"#authorialNote_1\" marker=\"1\"/>"));
}

TEST_CASE("a footnote that nothing marks is not lost, nor is one that marks itself endless") {
  const std::string unused =
      body_of(test::protocol(json::array({clause("a", "paragraph", nullptr, "x")}),
                             {clause("fn9", "footnote", "9", "Unused.")}));
  CHECK(holds(unused, "<p>Unused.</p></authorialNote></p>"));

  const std::string circle = body_of(test::protocol(
      json::array({clause("a", "paragraph", nullptr, json::array({note_mark("fn1", "1")}))}),
      {clause("fn1", "footnote", "1", {run("See "), note_mark("fn1", "1")})}));
  CHECK(holds(circle, "<p>See <noteRef href=\"#authorialNote_1\" marker=\"1\"/></p>"));
}

TEST_CASE("a date known by its month is given by its first day, and said to be so") {
  json model = test::protocol(json::array({clause("a", "paragraph", nullptr, "x")}));
  model["review"] = {{"date", date("2023-09")},
                     {"due", nullptr},
                     {"overdue", false},
                     {"owner", nullptr},
                     {"note", nullptr}};
  const std::string xml = render::akoma_ntoso(model);
  CHECK(holds(xml, R"(<FRBRdate date="2023-09-01" concord:date="2023-09" name="reviewed"/>)"));
  CHECK(holds(
      xml, R"(value="/akn/gb/doc/protocol/ashby-town-council/2023-09/ashby/eng@2023-09/!main")"));
}

TEST_CASE("a text without any date says so") {
  const std::string xml =
      render::akoma_ntoso(test::protocol(json::array({clause("a", "paragraph", nullptr, "x")})));
  CHECK(holds(xml, R"(<FRBRdate date="0001-01-01" name="unknown"/>)"));
  CHECK(!holds(xml, "<lifecycle"));
}

TEST_CASE("roles are found behind a number that an empty link prints") {
  json model = test::protocol(json::array(
      {clause("a", "paragraph", nullptr,
              {run("See "), linked("9.9", "internal", "#a", "a"), run(" and the Clerk.")})}));
  model["clauses"][0]["text"] = "See  and the Clerk.";
  model["roles"] = {{{"id", "clerk"},
                     {"title", "Clerk"},
                     {"uses", {{{"clause", "a"}, {"begin", 13}, {"end", 18}}}}}};
  CHECK(holds(body_of(model), R"(and the <role refersTo="#role-clerk">Clerk</role>.)"));
}
