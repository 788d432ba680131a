#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "render/html_template.h"

using concord::render::HtmlTemplates;
using concord::render::Templates;
using nlohmann::json;

namespace {

// The templates given as name and text, each escaping as HTML.
HtmlTemplates templates(const std::map<std::string, std::string>& texts) {
  Templates set;
  for (const auto& [name, text] : texts) {
    set.files["html/" + name + ".tpl"] = "{{%AUTOESCAPE context=\"HTML\"}}\n" + text + "\n";
  }
  return HtmlTemplates(set);
}

std::string draw(const std::string& text, const json& page) {
  return templates({{"page", text}}).draw({"page.html", "page", page});
}

}  // namespace

TEST_CASE("a value stands where it is named, and a section where it is not empty") {
  const std::string text = "{{name}}{{#name}} is named{{/name}}";
  CHECK(draw(text, {{"name", "York"}}) == "York is named\n");
  CHECK(draw(text, {{"name", ""}}) == "\n");
  CHECK(draw(text, {{"name", nullptr}}) == "\n");
  CHECK(draw("{{n}}{{#yes}}y{{/yes}}{{#no}}n{{/no}}", {{"n", 5}, {"yes", true}, {"no", false}}) ==
        "5y\n");
}

TEST_CASE("a section is drawn once for each object and sees the outer values") {
  CHECK(draw("{{#row}}{{outer}}{{inner}};{{/row}}",
             {{"outer", "a"}, {"row", {{{"inner", 1}}, {{"inner", 2}}}}}) == "a1;a2;\n");
}

TEST_CASE("a template draws the objects under its name, and itself inside itself") {
  const HtmlTemplates set =
      templates({{"page", "<ul>{{>item}}</ul>"}, {"item", "<li>{{name}}{{>item}}</li>"}});
  const json leaf = {{"name", "c"}, {"item", json::array()}};
  const json page = {{"item", {{{"name", "a"}, {"item", {leaf}}}, {{"name", "b"}}}}};
  CHECK(set.draw({"page.html", "page", page}) == "<ul><li>a<li>c</li></li><li>b</li></ul>\n");
}

TEST_CASE("a template sees nothing of the object around it but the globals") {
  const HtmlTemplates set = templates({{"page", "{{>item}}"}, {"item", "[{{name}}{{root}}]"}});
  const json page = {{"name", "outer"}, {"globals", {{"root", "../"}}}, {"item", {{"x", 1}}}};
  CHECK(set.draw({"page.html", "page", page}) == "[../]\n");
}

TEST_CASE("a page speaks the language of its text, and else English") {
  concord::render::Templates files;
  files.files["html/page.tpl"] = "{{%AUTOESCAPE context=\"HTML\"}}{{>item}}";
  files.files["html/item.tpl"] = "{{%AUTOESCAPE context=\"HTML\"}}{{word_page}}";
  files.files["words.json"] = R"({"en": {"page": "page"}, "cy": {"page": "tudalen"}})";
  const HtmlTemplates set(files);
  const auto [language, word] = GENERATE(table<std::string, std::string>(
      {{"en-GB", "page\n"}, {"cy", "tudalen\n"}, {"cy-GB", "tudalen\n"}, {"fr", "page\n"}}));
  const json page = {{"globals", {{"language", language}}}, {"item", {{"x", 1}}}};
  CHECK(set.draw({"page.html", "page", page}) == word);
}

TEST_CASE("a value is escaped for the place where it stands") {
  const std::string hostile = "<script>alert('x')</script>\"&";
  CHECK(draw("<p title=\"{{x}}\">{{x}}</p>", {{"x", hostile}}) ==
        "<p title=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\">"
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;</p>\n");
  CHECK(draw("<a href=\"{{x}}\">x</a>", {{"x", "javascript:alert(1)"}}) == "<a href=\"#\">x</a>\n");
  CHECK(draw("{{x}}", {{"x", "{{y}} {{>page}}"}}) == "{{y}} {{&gt;page}}\n");
}

TEST_CASE("a template that is missing or not well formed is named") {
  CHECK_THROWS_WITH(draw("{{#open}}", json::object()), Catch::Contains("html/page.tpl"));
  CHECK_THROWS_WITH(templates({}).draw({"page.html", "page", json::object()}),
                    Catch::Contains("html/page.tpl"));
}
