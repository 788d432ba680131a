#include <catch2/catch.hpp>
#include <map>

#include "render/html_template.h"

using namespace concord::render;

namespace {

// The templates given as name and text, each escaping as HTML.
HtmlTemplates templates(const std::map<std::string, std::string>& texts) {
  Templates set;
  for (const auto& [name, text] : texts) {
    set.files["html/" + name + ".tpl"] = "{{%AUTOESCAPE context=\"HTML\"}}\n" + text + "\n";
  }
  return HtmlTemplates(set);
}

using Fill = std::function<void(const Dictionary&)>;

const Globals english = {.root = "../", .page_title = "Page", .language = "en-GB"};

std::string expand(const std::string& text, const Fill& fill) {
  return templates({{"page", text}}).expand("page", english, fill);
}

}  // namespace

TEST_CASE("a value stands where it is named") {
  CHECK(expand("{{name}}{{n}}", [](const Dictionary& into) {
          into.set("name"_name, "York");
          into.set("n"_name, 5);
        }) == "York5\n");
}

TEST_CASE("an optional value shows its section where it is not empty") {
  const auto [value, expanded] =
      GENERATE(table<std::string, std::string>({{"York", "York is named\n"}, {"", "\n"}}));
  CHECK(expand("{{name}}{{#name}} is named{{/name}}",
               [&](const Dictionary& into) { into.set_optional("name"_name, value); }) == expanded);
}

TEST_CASE("what is so is shown, and what is not so is not") {
  CHECK(expand("{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{#unset}}u{{/unset}}", [](const Dictionary& into) {
          into.show("yes"_name);
          into.show("no"_name, false);
        }) == "y\n");
}

TEST_CASE("a section is expanded each time that it is asked for, and sees the outer values") {
  CHECK(expand("{{#row}}{{outer}}{{inner}};{{/row}}", [](const Dictionary& into) {
          into.set("outer"_name, "a");
          for (const int i : {1, 2}) into.section("row"_name).set("inner"_name, i);
        }) == "a1;a2;\n");
}

TEST_CASE("a template includes others, and itself inside itself") {
  const HtmlTemplates set =
      templates({{"page", "<ul>{{>item}}</ul>"}, {"item", "<li>{{name}}{{>item}}</li>"}});
  CHECK(set.expand("page", english, [](const Dictionary& into) {
    const Dictionary first = into.include("item"_name);
    first.set("name"_name, "a");
    first.include("item"_name).set("name"_name, "c");
    into.include("item"_name).set("name"_name, "b");
  }) == "<ul><li>a<li>c</li></li><li>b</li></ul>\n");
}

TEST_CASE("a template sees nothing of the one around it but the globals") {
  const HtmlTemplates set = templates({{"page", "{{>item}}"}, {"item", "[{{name}}{{root}}]"}});
  CHECK(set.expand("page", english, [](const Dictionary& into) {
    into.set("name"_name, "outer");
    into.include("item"_name);
  }) == "[../]\n");
}

TEST_CASE("texts may end before the page is expanded") {
  CHECK(expand("{{a}}{{b}}", [](const Dictionary& into) {
          for (const char* name : {"first", "second"}) {
            const std::string passing = std::string(name) + " of several words";
            into.set(*name == 'f' ? "a"_name : "b"_name, passing);
          }
        }) == "first of several wordssecond of several words\n");
}

TEST_CASE("a page speaks the language of its text, and else English") {
  Templates files;
  files.files["html/page.tpl"] = "{{%AUTOESCAPE context=\"HTML\"}}{{>item}}";
  files.files["html/item.tpl"] = "{{%AUTOESCAPE context=\"HTML\"}}{{word_contents}}";
  const HtmlTemplates set(files);
  const auto [language, word] = GENERATE(table<std::string, std::string>({{"en-GB", "Contents\n"},
                                                                          {"cy", "Cynnwys\n"},
                                                                          {"cy-GB", "Cynnwys\n"},
                                                                          {"fr", "Contents\n"}}));
  const Globals globals = {.root = "", .page_title = "", .language = language};
  CHECK(set.expand("page", globals, [](const Dictionary& into) { into.include("item"_name); }) ==
        word);
}

TEST_CASE("a page may have a value whose name begins as those of words do") {
  CHECK(expand("{{word_contents}}: {{word_count}} words", [](const Dictionary& into) {
          into.set("word_count"_name, 5);
        }) == "Contents: 5 words\n");
}

TEST_CASE("a value is escaped for the place where it stands") {
  const auto expand_x = [](const std::string& text, const std::string& x) {
    return expand(text, [&](const Dictionary& into) { into.set("x"_name, x); });
  };
  CHECK(expand_x("<p title=\"{{x}}\">{{x}}</p>", "<script>alert('x')</script>\"&") ==
        "<p title=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\">"
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;</p>\n");
  CHECK(expand_x("<a href=\"{{x}}\">x</a>", "javascript:alert(1)") == "<a href=\"#\">x</a>\n");
  CHECK(expand_x("{{x}}", "{{y}} {{>page}}") == "{{y}} {{&gt;page}}\n");
}

TEST_CASE("a template that is missing or not well formed is named") {
  const Fill nothing = [](const Dictionary&) {};
  CHECK_THROWS_WITH(expand("{{#open}}", nothing), Catch::Contains("html/page.tpl"));
  CHECK_THROWS_WITH(templates({}).expand("page", english, nothing),
                    Catch::Contains("html/page.tpl"));
}
