#include <catch2/catch.hpp>

#include "golden.h"
#include "render/xml.h"
#include "render/xml_tree.h"
#include "render_model.h"

using namespace concord;
using concord::test::clause;
using concord::test::date;
using concord::test::Kind;
using concord::test::linked;
using concord::test::LinkKind;
using concord::test::note_mark;
using concord::test::run;
using concord::test::tail;

namespace {

// What stands between <mainBody …> and </mainBody>, without the line breaks around it.
std::string body_of(const view::Page& protocol) {
  const std::string all = render::akoma_ntoso(protocol);
  const std::size_t begin = all.find('>', all.find("<mainBody")) + 2;
  return all.substr(begin, all.find("    </mainBody>") - begin);
}

std::string paragraph(const view::Runs& runs) {
  const std::string body = body_of(test::protocol({test::paragraph("p", runs)}));
  const std::size_t begin = body.find("<p>") + 3;
  return body.substr(begin, body.rfind("</p>") - begin);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A little of everything that a protocol can have.
view::Page everything() {
  view::Clause aims = clause(
      "1.2", Kind::clause, "1.2", "It aims to –",
      {clause("1.2.a", Kind::item, "(a)", "help;"), clause("1.2.b", Kind::item, "(b)", "clarify,"),
       tail(test::paragraph("1.2.p1", "in all that they do."))});
  view::Clause guide =
      clause("1.1", Kind::clause, "1.1",
             {run("This guides Members"), note_mark("fn53", "53"), run(" and the Clerk; see "),
              linked("paragraph 1.2(b)", LinkKind::internal, "#1.2.b", "1.2.b"), run(" and the "),
              linked("Localism Act 2011", LinkKind::instrument,
                     "https://www.legislation.gov.uk/ukpga/2011/20"),
              run(".")});
  view::Clause quote =
      clause("1.p1", Kind::quote, "", {run("Both "), test::strong("must not"), run(" quarrel.")});
  view::Clause sic = clause("1.2-2", Kind::clause, "1.2",
                            {linked("Members", LinkKind::term, "#fn53", "fn53"), run(" lead.")});
  sic.sic = "as adopted";
  sic.from = "york#4.3";
  view::Clause table =
      test::table("1.t1", {{run("Date")}, {run("Change")}}, {{{run("2020")}, {run("New")}}});
  view::Clause section =
      clause("1", Kind::section, "1.", "Introduction", {guide, aims, quote, sic, table});
  section.topic = "introduction-purpose";

  view::Page page =
      test::protocol({section}, {test::footnote("53", {run("Member includes co-opted.")})});
  page.heading = clause("title", Kind::section, "", "MEMBERS AND OFFICERS");
  page.part = "Part 5";
  page.status = syntax::Status::adopted;
  page.adopted = view::Adoption{.date = date("2024-05-20"), .body = "Council", .minute = "34/2024"};
  page.review = view::Review{.date = {},
                             .due = date("2027-05"),
                             .overdue = false,
                             .owner = "monitoring-officer",
                             .note = ""};
  page.versions = {
      {.version = "1", .date = date("2024-05-20"), .authority = "", .minute = "", .note = "New"},
      {.version = "2",
       .date = date("2025-03"),
       .authority = "delegated",
       .minute = "OD/12",
       .note = ""}};
  page.signoff = {{.role = "Chairman", .name = "A. Smith", .date = date("2024-05-20")}};
  page.source = view::Source{
      .url = "https://ashby.example/protocol", .retrieved = date("2026-11-21"), .sha256 = ""};
  page.repairs = {{.at = "1.2", .to_id = "1.2", .from = "(i)", .to = "(ii)", .note = ""}};
  page.definitions = {{.term = "Member", .clause = {"fn53", "53"}, .uses = {}}};
  page.roles = {
      {.id = "clerk", .title = "Clerk", .uses = {{.clause = "1.1", .begin = 28, .end = 33}}},
      {.id = "member", .title = "Member", .uses = {{.clause = "1.1", .begin = 12, .end = 19}}}};
  return page;
}

}  // namespace

TEST_CASE("golden: a protocol in Akoma Ntoso") {
  const std::string xml = render::akoma_ntoso(everything());
  CHECK(xml == test::golden("akoma_ntoso.xml", xml));
}

TEST_CASE("each protocol is a file in its own folder") {
  const render::Files files = render::xml(everything());
  REQUIRE(files.size() == 1);
  CHECK(files.begin()->first == "ashby/protocol.xml");
}

TEST_CASE("text is never indented, even where a paragraph holds elements alone") {
  CHECK(paragraph({test::strong("must")}) == "<b>must</b>");
  view::Run broken = run("one");
  broken.line_break = true;
  CHECK(paragraph({broken, run("two")}) == "one<eol/>two");
}

TEST_CASE("markup in a text is text") {
  CHECK(paragraph({run("bell \a")}) == "bell \uFFFD");
  CHECK(paragraph({run("a <script> & \"b\" ]]>")}) == "a &lt;script&gt; &amp; \"b\" ]]&gt;");
}

TEST_CASE("only addresses become links") {
  CHECK(render::xml_address("https://x.example/a b?q=é#f#g") ==
        "https://x.example/a%20b?q=%C3%A9#f%23g");
  CHECK(render::xml_address("javascript:alert(1)").empty());
  CHECK(render::xml_address("https://x.example:port/").empty());
  CHECK(paragraph({linked("there", LinkKind::web, "https://x.example")}) ==
        "<a href=\"https://x.example\">there</a>");
  CHECK(paragraph({linked("Appendix 14", LinkKind::external, "")}) ==
        "<inline name=\"externalReference\">Appendix 14</inline>");
}

TEST_CASE("runs of one link are one reference") {
  view::Run bold = linked("1.2", LinkKind::external, "https://x.example");
  bold.strong = true;
  CHECK(paragraph({linked("see ", LinkKind::external, "https://x.example"), bold}) ==
        "<ref href=\"https://x.example\">see <b>1.2</b></ref>");
}

TEST_CASE("a footnote stands where it is first marked, and later marks lead to it") {
  const std::string body =
      body_of(test::protocol({test::paragraph("a", {run("one"), note_mark("fn1", "1"), run(", two"),
                                                    note_mark("fn1", "1")})},
                             {test::footnote("1", {run("The note.")})}));
  CHECK(holds(body,
              "one<authorialNote eId=\"authorialNote_1\" concord:id=\"fn1\" marker=\"1\" "
              "placement=\"bottom\"><p>The note.</p></authorialNote>, two"
              "<noteRef href=\"#authorialNote_1\" marker=\"1\"/>"));
}

TEST_CASE("a footnote that nothing marks is not lost, nor is one that marks itself endless") {
  const std::string unused =
      body_of(test::protocol({test::paragraph("a", "x")}, {test::footnote("9", {run("Unused.")})}));
  CHECK(holds(unused, "<p>Unused.</p></authorialNote></p>"));

  const std::string circle =
      body_of(test::protocol({test::paragraph("a", view::Runs{note_mark("fn1", "1")})},
                             {test::footnote("1", {run("See "), note_mark("fn1", "1")})}));
  CHECK(holds(circle, "<p>See <noteRef href=\"#authorialNote_1\" marker=\"1\"/></p>"));
}

TEST_CASE("a date known by its month is given by its first day, and said to be so") {
  view::Page page = test::protocol({test::paragraph("a", "x")});
  page.review = view::Review{};
  page.review->date = date("2023-09");
  const std::string xml = render::akoma_ntoso(page);
  CHECK(holds(xml, R"(<FRBRdate date="2023-09-01" concord:date="2023-09" name="reviewed"/>)"));
  CHECK(holds(
      xml, R"(value="/akn/gb/doc/protocol/ashby-town-council/2023-09/ashby/eng@2023-09/!main")"));
}

TEST_CASE("a text without any date says so") {
  const std::string xml = render::akoma_ntoso(test::protocol({test::paragraph("a", "x")}));
  CHECK(holds(xml, R"(<FRBRdate date="0001-01-01" name="unknown"/>)"));
  CHECK(!holds(xml, "<lifecycle"));
}

TEST_CASE("roles are found behind a number that an empty link prints") {
  view::Page page = test::protocol({test::paragraph(
      "a", {run("See "), linked("9.9", LinkKind::internal, "#a", "a"), run(" and the Clerk.")})});
  page.clauses[0].text = "See  and the Clerk.";
  page.roles = {
      {.id = "clerk", .title = "Clerk", .uses = {{.clause = "a", .begin = 13, .end = 18}}}};
  CHECK(holds(body_of(page), R"(and the <role refersTo="#role-clerk">Clerk</role>.)"));
}

TEST_CASE("the document says what it was made of") {
  view::Page page = test::protocol({test::paragraph("a", "x")});
  CHECK_THAT(render::akoma_ntoso(page), !Catch::Contains("Made with"));
  page.made_of = "Made with Concord 1.2.3 from the text: Ashby.";
  CHECK_THAT(render::akoma_ntoso(page), Catch::Contains("Made with Concord 1.2.3 from the text"));
}
