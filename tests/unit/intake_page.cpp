// Saved pages: what is text in them, and the numbers that only their style sheets know.
#include <algorithm>
#include <catch2/catch.hpp>

#include "frozen_import_lists.h"
#include "intake/blocks.h"

using namespace concord::intake;
using concord::test::import_lists;

namespace {

Reading read(const std::string& body, const std::string& sheet = "") {
  Outcome outcome =
      read_html("<html><head><style>" + sheet + "</style></head><body>" + body + "</body></html>",
                import_lists());
  REQUIRE(std::holds_alternative<Reading>(outcome));
  return std::get<Reading>(std::move(outcome));
}

// Each block as its label and its words.
std::vector<std::string> lines(const Reading& reading) {
  std::vector<std::string> lines;
  for (const Block& block : reading.blocks)
    lines.push_back((block.label.empty() ? "" : block.label + " ") + text_of(block.runs));
  return lines;
}

using Lines = std::vector<std::string>;

bool is_removed(const Reading& reading, std::string_view words) {
  return std::ranges::any_of(reading.removed,
                             [&](const Removed& removed) { return removed.words == words; });
}

const std::string text =
    "<p>1.1 Members and officers of the Council work together for the good of the town, and each "
    "needs the other to do so.</p><p>1.2 Officers serve the whole Council.</p>";

}  // namespace

TEST_CASE("counters of a style sheet begin anew where their scope does") {
  const Reading reading = read(
      "<ol class='a'><li>One<ol class='b'><li>Two</li><li>Three</li></ol></li>"
      "<li>Four<ol class='b'><li>Five</li></ol></li></ol>",
      "ol { counter-reset: n; list-style: none } li { counter-increment: n }"
      "/* all of them */ ol > li::before { content: counters(n, '.') \" \" }");
  CHECK(lines(reading) == Lines{"1 One", "1.1 Two", "1.2 Three", "2 Four", "2.1 Five"});
}

TEST_CASE("a counter shows letters and numerals, with what stands around it") {
  const Reading reading = read("<p class=c>One</p><p class=c>Two</p>",
                               ".c{counter-increment:k}"
                               "p.c:before{content:'(' counter(k, lower-roman) ') '}");
  CHECK(lines(reading) == Lines{"(i) One", "(ii) Two"});
}

TEST_CASE("words that a sheet counts are words, ornaments are none") {
  const Reading reading = read("<h2>Scope</h2><p>Members.</p>",
                               "h2{counter-increment:a} h2:before{content:'Article ' counter(a) "
                               "': '} p:before{content:'\\2192'}");
  CHECK(lines(reading) == Lines{"Article 1: Scope", "Members."});
}

TEST_CASE("the more specific rule holds, and one that is not understood is passed over") {
  const Reading reading = read("<ol><li>One</li></ol><ol class=r><li>Two</li></ol>",
                               "ol.r{list-style-type:upper-roman} ol{list-style-type:lower-alpha}"
                               "@media print{ol{list-style-type:none}}"
                               "ol:not(.r){list-style-type:decimal}");
  CHECK(lines(reading) == Lines{"a. One", "I. Two"});
}

TEST_CASE("letters that a list asks for stand before what its sheet counts") {
  const Reading reading =
      read("<ol type=a><li>One</li></ol>",
           "ol{counter-reset:n} li{counter-increment:n} li:before{content:counters(n,'.')}");
  CHECK(lines(reading) == Lines{"a. One"});
}

TEST_CASE("a button is the heading of what it opens, and nothing elsewhere") {
  const Reading reading =
      read("<main><h2><button>1. Scope</button></h2>" + text + "<button>2. Roles</button><div>" +
           text + "</div><p>Ask us.<button>Send</button></p></main>");
  REQUIRE(reading.blocks.size() == 7);
  CHECK(text_of(reading.blocks[0].runs) == "1. Scope");
  CHECK(reading.blocks[0].heading_level == 2);
  CHECK(text_of(reading.blocks[3].runs) == "2. Roles");
  CHECK(reading.blocks[3].heading_level == 2);
  CHECK(text_of(reading.blocks[6].runs) == "Ask us.");
}

TEST_CASE("what a site puts around a text is removed and listed") {
  const Reading reading = read("<main><h1>Protocol</h1>" + text +
                               "<p><a href='#top'>Back to top</a></p>"
                               "<div class='share'><p>Share this page</p><p>Post</p></div>"
                               "<div><h2>Was this page useful?</h2><p>Yes</p></div></main>");
  CHECK(reading.blocks.size() == 3);
  CHECK(is_removed(reading, "Back to top"));
  CHECK(is_removed(reading, "Share this page  Post"));
  CHECK(is_removed(reading, "Was this page useful?  Yes"));
}

TEST_CASE("a sign that links to the place it stands at is removed and listed") {
  const Reading reading = read(
      "<h2 id='a'>1. Conduct <a href='#a'>#</a></h2><p id='b'><a href='#b'>¶</a> 1.1 Members "
      "listen, see <a href='#a'>1</a>.</p>");
  REQUIRE(reading.blocks.size() == 2);
  CHECK(text_of(reading.blocks[0].runs) == "1. Conduct ");
  CHECK(text_of(reading.blocks[1].runs) == "1.1 Members listen, see 1.");
  CHECK(reading.removed.size() == 2);
}

TEST_CASE("a text that a page shows as it was typed keeps its lines") {
  const Reading reading = read("<pre>1. Conduct\n\n  1.1 Members\n  listen.\n</pre>");
  REQUIRE(reading.blocks.size() == 3);
  CHECK(reading.blocks[1].kind == BlockKind::line);
  CHECK(reading.blocks[1].blank_before == 1);
  CHECK(text_of(reading.blocks[2].runs) == "listen.");
}

TEST_CASE("an element that holds most of the words is the text, whatever it is called") {
  const Reading reading = read("<form class='related share'><div><h1>Protocol</h1>" + text +
                               "</div></form><ul><li><a href='/'>Home</a></li></ul>");
  CHECK(reading.blocks.size() == 3);
  CHECK(is_removed(reading, "Home"));
}

TEST_CASE("words beside the largest part that are no site's stay") {
  const Reading reading =
      read("<div><h1>Protocol</h1></div><div>" + text + "</div><div>Adopted by the Council</div>");
  CHECK(reading.blocks.size() == 4);
}

TEST_CASE("a list whose items have typed numbers shows no bullets of its own") {
  const Reading reading = read(
      "<ul><li>1.1 Members decide.</li><li>(a) Officers advise.</li>"
      "<li>2 posts are restricted.</li></ul>");
  CHECK(lines(reading) ==
        Lines{"1.1 Members decide.", "(a) Officers advise.", "• 2 posts are restricted."});
  CHECK_FALSE(reading.blocks[0].bullet);
}

TEST_CASE("conditions that Word writes into a page are no words of it") {
  const Reading reading = read(
      "<p><![if !supportLists]>1.1 <![endif]>Members attend.</p>"
      "<!--[if gte mso 9]><p>unseen</p><![endif]--><p>1.2 Officers advise.</p>");
  CHECK(lines(reading) == Lines{"1.1 Members attend.", "1.2 Officers advise."});
}

TEST_CASE("number, heading and text side by side are no table of data") {
  const Reading reading = read(
      "<table><tr><td>1.</td><td>Scope</td><td>1.1 Members attend.</td></tr>"
      "<tr><td></td><td></td><td>1.2 Officers advise.</td></tr>"
      "<tr><td>2.</td><td>Review</td><td>2.1 The Council reviews it.</td></tr></table>");
  CHECK(lines(reading) == Lines{"1.\tScope", "1.1 Members attend.", "1.2 Officers advise.",
                                "2.\tReview", "2.1 The Council reviews it."});
}

TEST_CASE("numbers in columns of their own are set before their words, however deep") {
  const Reading reading = read(
      "<table><tr><th>1.</th><th colspan=3>Scope</th></tr>"
      "<tr><td>1.1</td><td colspan=3>Officers:</td></tr>"
      "<tr><td></td><td>(a)</td><td colspan=2>act within the law, including:</td></tr>"
      "<tr><td></td><td></td><td>(i)</td><td>the Equality Act 2010;</td></tr></table>");
  CHECK(lines(reading) == Lines{"1.\tScope",
                                "1.1\tOfficers:", "(a)\tact within the law, including:",
                                "(i)\tthe Equality Act 2010;"});
}

TEST_CASE("a table with words in several columns stays one") {
  const Reading reading = read(
      "<table><tr><th>Role</th><th>Holder</th></tr><tr><td>1. Clerk</td><td>One</td></tr></table>");
  REQUIRE(reading.blocks.size() == 1);
  CHECK(reading.blocks[0].kind == BlockKind::table);
  CHECK(reading.blocks[0].rows.size() == 2);
}

TEST_CASE("a rule for elements with an attribute goes before one for all") {
  const Reading reading = read(
      "<ol><li>One<ol type=a><li>Two</li></ol></li></ol><ol start=1 class='x "
      "y'><li>Three</li></ol>",
      "ol{counter-reset:n;list-style:none} li{counter-increment:n}"
      "ol[type=\"a\"]>li::before{content:'(' counter(n,lower-alpha) ')'}"
      "ol[class~='y']>li::before{content:counter(n,upper-roman) '.'}"
      "li::before{content:counters(n,'.')}");
  CHECK(lines(reading) == Lines{"1 One", "(a) Two", "I. Three"});
}

TEST_CASE("what a page's forms say, and what it does not show, is told of") {
  const Reading reading = read(text +
                               "<textarea>typed</textarea><select><option>chosen</option></select>"
                               "<template>spare</template><noscript>Scripts are off</noscript>"
                               "<script>unread()</script><p style='display:none'>Unseen words</p>");
  for (const char* words : {"typed", "chosen", "spare", "Scripts are off"})
    CHECK(is_removed(reading, words));
  CHECK_FALSE(is_removed(reading, "unread()"));
  CHECK(lines(reading).back() == "Unseen words");
  REQUIRE(reading.doubts.size() == 1);
  CHECK(reading.doubts[0].words == "Unseen words");
}

TEST_CASE("a page nested too deeply is said to be, with its words") {
  std::string deep;
  for (int i = 0; i < 240; ++i) deep += "<div>";
  const Outcome outcome = read_html("<body>" + deep + "Members", import_lists());
  REQUIRE(std::holds_alternative<Refusal>(outcome));
  CHECK(std::get<Refusal>(outcome).code == concord::diag::Code::IMP004);
  const Reading reading = read(text + deep + "Members");
  REQUIRE(reading.doubts.size() == 1);
  CHECK(reading.doubts[0].words == "Members");
}
