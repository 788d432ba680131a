#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "compared_councils.h"
#include "html_templates.h"
#include "render/html_comparison.h"
#include "render/pictures.h"
#include "render/state_words.h"
#include "view/comparison_pages.h"

using namespace concord;
using Catch::Contains;
using test::count;

namespace {

const std::string hostile =
    "1.3 Officers must not run <script>alert(1)</script> \"><img src=x onerror=alert(2)>\n\n";

// The pages of two councils that share a clause; one of them has two more, one of which looks like
// markup.
const source::Files& pages() {
  static const source::Files rendered = [] {
    const test::Compared compared(
        test::Texts{{"ashby", test::respect + test::parking + hostile}, {"barton", test::respect}});
    const view::Compared texts(compared.comparison, compared.protocols, compared.registers);
    view::ComparisonPages shown;
    shown.states = render::state_key(view::Words());
    for (const auto& part : view::comparison_parts(texts, shown)) part();
    source::Files files;
    for (const auto& make : render::comparison_html(shown, {.pdf = false}, test::html_templates()))
      files.merge(make());
    return files;
  }();
  return rendered;
}

}  // namespace

TEST_CASE("a comparison has a page for each view, topic and pair") {
  std::string paths;
  for (const auto& [path, bytes] : pages()) paths += path + " ";
  CHECK(paths ==
        "compare/ashby--barton.html compare/differences.html compare/gaps.html "
        "compare/index.html compare/on-conduct.html compare/pictures.html ");
}

TEST_CASE("every page of a comparison marks the view that it is, and offers what is written") {
  for (const auto& [path, bytes] : pages()) {
    INFO(path);
    const bool view = path.find("--") == std::string::npos && path.find("on-") == std::string::npos;
    CHECK(count(bytes, " aria-current=\"page\"") == (view ? 1 : 0));
    CHECK(count(bytes, "href=\"matrix.csv\"") == 1);
    CHECK(count(bytes, "href=\"matrix.pdf\"") == 0);
  }
}

TEST_CASE("the matrix names what one council alone has, and where nothing was found in another") {
  const std::string& html = pages().at("compare/index.html");
  CHECK_THAT(html, Contains("Provisions, by topic: 3. Protocols: 2."));
  CHECK(count(html, "<tr class=\"provision-row\"") == 3);
  CHECK(count(html, "<td class=\"alone\" data-council=\"ashby\">") == 2);
  CHECK(count(html, "<span class=\"mark alone\">found only here</span>") == 3);  // and in the key
  CHECK(count(html, "<td class=\"none\" data-council=\"barton\">") == 2);
  CHECK(count(html, "<td class=\"same\"") == 2);
  CHECK_THAT(html, Contains("data-have=\"2\" data-has=\"ashby barton \" data-lacks=\"\""));
}

TEST_CASE("the page of a topic has each text once, and who has no counterpart") {
  const std::string& html = pages().at("compare/on-conduct.html");
  CHECK(count(html, "<article class=\"version") == 4);
  CHECK_THAT(html, Contains("2 of 2 councils, one wording <span class=\"provisional\">"));
  CHECK_THAT(html,
             Contains("<li><span class=\"mark none\">no counterpart found</span> barton Town"));
  CHECK(count(html, "<p class=\"changed\" data-against=\"barton\" hidden>") == 1);
}

TEST_CASE("the page of a pair sets counterparts beside one another") {
  const std::string& html = pages().at("compare/ashby--barton.html");
  CHECK_THAT(html, Contains("<h2 data-heading>1. Conduct</h2>"));
  CHECK_THAT(html, Contains("<div id=\"a-1.1\">"));
  CHECK_THAT(html, Contains("<div id=\"b-1.1\">"));
  CHECK_THAT(html, Contains("<span class=\"mark identical\">identical</span>"));
  CHECK(count(html, "<span class=\"mark alone\">no counterpart found</span>") == 2);
}

TEST_CASE("the page of gaps lists them by council") {
  const std::string& html = pages().at("compare/gaps.html");
  CHECK_THAT(html,
             Contains("<a class=\"holder\" href=\"../ashby/index.html#1.2\">ashby Town 1.2</a>"));
  CHECK_THAT(html, Contains("href=\"on-conduct.html#car-park-"));
}

TEST_CASE("the pictures say in words what they show") {
  const std::string& html = pages().at("compare/pictures.html");
  CHECK(count(html, "<svg class=\"picture") == 3);
  CHECK(count(html, "role=\"img\" aria-label=\"") == 3);
  CHECK_THAT(html, Contains("<a href=\"ashby--barton.html\">ashby Town and barton Town</a>"));
  CHECK(count(html, "<circle") == 2);
  CHECK(count(html, "<td>1 (14); 1 / 3</td>") == 1);
}

TEST_CASE("texts too different to mark their changes stand as they are") {
  view::Entry entry;
  entry.text = "Officers close the car park.";
  entry.against = {{.council = "barton", .name = "Barton", .pieces = {}}};
  view::Cell cell;
  cell.entries = {entry};
  view::Row row;
  row.cells = {cell};
  view::ComparisonPages one;
  one.topics = {{.id = "conduct", .title = "Conduct", .rows = {row}}};
  source::Files files;
  for (const auto& make : render::comparison_html(one, {.pdf = false}, test::html_templates()))
    files.merge(make());
  CHECK_THAT(
      files.at("compare/on-conduct.html"),
      Contains("data-against=\"barton\" hidden><span class=\"note\">Too different to mark the "
               "changes.</span> Officers close the car park.</p>"));
}

TEST_CASE("a picture has room for its longest label, and no more") {
  const std::string title = "Conduct of members and officers towards one another";
  view::ComparisonPages two;
  two.councils = {{.id = "ashby", .name = "Ashby", .council = ""},
                  {.id = "y", .name = "Ynys Môn", .council = ""}};
  two.coverage = {{.id = "conduct", .title = title, .councils = {{}, {}}}};
  const int wide = render::coverage_picture(two).label_x;
  CHECK(wide >= static_cast<int>(6.5 * static_cast<double>(title.size())));
  const render::Grid alike = render::similarity_picture(two);
  CHECK(alike.label_x < wide / 3);
  CHECK(alike.columns[0].x > alike.label_x);
  CHECK(alike.width < 320);

  const render::Circle sharing = render::wording_picture(two);
  for (const render::Node& node : sharing.nodes) {
    CHECK(node.label_y < sharing.height);
    CHECK(node.label_x < sharing.width);
  }
}

TEST_CASE("nothing in a clause becomes markup on a page of the comparison") {
  for (const auto& [path, bytes] : pages()) {
    INFO(path);
    CHECK(count(bytes, "<script>") == 0);
    CHECK(count(bytes, "<img") == 0);
  }
  CHECK_THAT(pages().at("compare/on-conduct.html"), Contains("&lt;script&gt;alert(1)"));
}

TEST_CASE("each state has words of its own and a meaning, in each language") {
  for (const char* language : {"en", "cy"}) {
    std::set<std::string> words;
    const view::StateKey key = render::state_key(view::Words(language));
    for (const view::StateMeaning& each : key) {
      CHECK_FALSE(each.meaning.empty());
      CHECK(words.insert(each.words).second);
    }
    CHECK(words.size() == 11);
  }
}
