#include <catch2/catch.hpp>

#include "html_templates.h"
#include "render/docx.h"
#include "render/docx_numbering.h"
#include "render/docx_package.h"
#include "render/docx_text.h"
#include "render_model.h"

using namespace concord;
using render::DocxNumbering;
using render::Numbered;
using render::NumberRef;

namespace {

// Paragraphs with their labels, each below the one whose place is given.
struct Labels {
  Labels& clause(const std::string& label, std::optional<std::size_t> parent = {}) {
    all.push_back({.label = label, .parent = parent});
    return *this;
  }
  Labels& item(const std::string& label, bool first, std::optional<std::size_t> parent) {
    all.push_back({.label = label, .item = true, .first = first, .parent = parent});
    return *this;
  }
  std::vector<Numbered> all;
};

// The runs as they stand in a paragraph.
std::string written(const view::Runs& runs, render::DocxTargets targets = {}) {
  const render::XmlTree tree("w:p", {{"xmlns:w", render::word_namespace}});
  render::Relationships links;
  render::DocxText text(test::protocol({}), std::move(targets));
  text.write(tree.root(), runs, links);
  return tree.compact_bytes();
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Numbers in sequence are one list, whose levels are the clauses around one") {
  Labels labels;
  labels.clause("1.").clause("1.1", 0).clause("1.2", 0).clause("2.").clause("2.1", 3);
  DocxNumbering numbering;
  CHECK(numbering.assign(labels.all) ==
        std::vector<NumberRef>{{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}});
  CHECK_FALSE(holds(numbering.bytes(), "startOverride"));
  CHECK(holds(numbering.bytes(), "w:val=\"%1.%2\""));
}

TEST_CASE("A number that the sequence goes on without is literal and counts nothing") {
  Labels labels;
  labels.clause("4.").clause("4.1", 0).clause("4.1A", 0).clause("4.2", 0);
  DocxNumbering numbering;
  const std::vector<NumberRef> refs = numbering.assign(labels.all);
  CHECK(refs[3] == refs[1]);
  CHECK(numbering.is_literal(refs[2]));
  CHECK(holds(numbering.bytes(), "w:val=\"4.1A\""));
}

TEST_CASE("A number out of sequence starts the list anew where its own followers go on from it") {
  Labels labels;
  labels.clause("1.").clause("3.").clause("4.");
  DocxNumbering numbering;
  const std::vector<NumberRef> refs = numbering.assign(labels.all);
  CHECK(refs[1].list != refs[0].list);
  CHECK(refs[2] == refs[1]);
  CHECK(holds(numbering.bytes(), "<w:startOverride w:val=\"3\"/>"));
}

TEST_CASE("Each list of items starts at its first label, and (i) is what its neighbours make it") {
  Labels labels;
  labels.clause("1.").item("(a)", true, 0).item("(b)", false, 0).clause("2.");
  labels.item("(i)", true, 3).item("(ii)", false, 3).clause("3.").item("(h)", true, 6);
  labels.item("(i)", false, 6);
  DocxNumbering numbering;
  const std::vector<NumberRef> refs = numbering.assign(labels.all);
  CHECK(refs[2] == refs[1]);
  CHECK(refs[5] == refs[4]);
  CHECK(refs[8] == refs[7]);
  CHECK(refs[4].list != refs[1].list);
  CHECK(holds(numbering.bytes(), "lowerRoman"));
  CHECK(holds(numbering.bytes(), "<w:startOverride w:val=\"8\"/>"));
}

TEST_CASE("A label that Word's numbering cannot give is typed") {
  Labels labels;
  labels.clause("5%1.").clause(std::string(200, 'x'));
  DocxNumbering numbering;
  CHECK(numbering.assign(labels.all) == std::vector<NumberRef>{{0, 0}, {0, 0}});
}

TEST_CASE("The number of a cross-reference is a field, and the words around it are none") {
  const view::Runs runs = {
      test::linked("paragraph 13 below", test::LinkKind::internal, "#13", "13")};
  const std::string made = written(runs, {{"13", {"13", ""}}});
  CHECK(holds(made, "> REF c_13 \\n \\h <"));
  CHECK(holds(made, ">13</w:t>"));
  CHECK(holds(made, ">paragraph </w:t>"));
  CHECK(holds(made, "> below</w:t>"));
}

TEST_CASE("An item's number and the one around it are a field each") {
  const view::Runs runs = {
      test::linked("see 5.4(ii)", test::LinkKind::internal, "#5.4.ii", "5.4.ii")};
  view::Runs labelled = runs;
  labelled[0].link->label = "5.4(ii)";
  const std::string made = written(labelled, {{"5.4", {"5.4", ""}}, {"5.4.ii", {"(ii)", "5.4"}}});
  CHECK(holds(made, " REF c_5_4 \\n \\h "));
  CHECK(holds(made, " REF c_5_4_ii \\n \\h "));
}

TEST_CASE("A reference that does not say its target's number is a link") {
  const view::Runs runs = {
      test::linked("the paragraph above", test::LinkKind::internal, "#13", "13")};
  const std::string made = written(runs, {{"13", {"13", ""}}});
  CHECK(holds(made, "<w:hyperlink w:anchor=\"c_13\""));
  CHECK_FALSE(holds(made, "instrText"));
}

TEST_CASE("Footnotes with other labels than Word counts keep theirs") {
  const std::string made = written({test::note_mark("fn53", "53"), test::note_mark("fn54", "54"),
                                    test::note_mark("fnx", "*"), test::note_mark("fn55", "55")});
  CHECK(test::count(made, "customMarkFollows") == 1);
  CHECK(holds(made, ">*</w:t>"));
}

TEST_CASE("A package is the same bytes in every time zone") {
  const std::vector<render::Part> parts = {{"a.xml", "<a/>"}, {"b/c.xml", std::string(5000, 'x')}};
  const std::string here = render::package(parts);
  setenv("TZ", "Pacific/Auckland", 1);
  tzset();
  CHECK(render::package(parts) == here);
  unsetenv("TZ");
  tzset();
  CHECK(here.starts_with("PK"));
}

TEST_CASE("A Word file of a page with nothing on it is made all the same") {
  CHECK(render::word_file(test::protocol({}), test::templates()).starts_with("PK"));
}
