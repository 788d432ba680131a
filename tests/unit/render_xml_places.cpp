#include <catch2/catch.hpp>

#include "render/akn_places.h"
#include "render_model.h"

using namespace concord;
using concord::test::clause;
using concord::test::Kind;
using concord::test::paragraph;
using concord::test::tail;
using render::AknPlace;

namespace {

render::AknPlaces places(std::vector<view::Clause> clauses,
                         std::vector<view::Footnote> footnotes = {}) {
  return render::akn_places(test::protocol(std::move(clauses), std::move(footnotes)));
}

}  // namespace

TEST_CASE("an eId is the path of abbreviated elements and bare numbers") {
  const auto found =
      places({clause("5", Kind::section, "5.", "Party groups",
                     {clause("5.4", Kind::clause, "5.4", "Officers may attend where",
                             {clause("5.4.ii", Kind::item, "(ii)", "the group asks",
                                     {clause("5.4.ii.A", Kind::item, "A.", "in writing")})})})});

  CHECK(found.at("5") == AknPlace{"section", "sec_5"});
  CHECK(found.at("5.4") == AknPlace{"paragraph", "sec_5__para_5-4"});
  CHECK(found.at("5.4.ii") == AknPlace{"subparagraph", "sec_5__para_5-4__subpara_ii"});
  CHECK(found.at("5.4.ii.A") == AknPlace{"point", "sec_5__para_5-4__subpara_ii__point_A"});
}

TEST_CASE("what lies deeper than a point is a level") {
  const auto found =
      places({clause("1", Kind::section, "1", "One",
                     {clause("1.1", Kind::clause, "1.1", "a",
                             {clause("1.1.a", Kind::item, "(a)", "b",
                                     {clause("1.1.a.i", Kind::item, "(i)", "c",
                                             {clause("1.1.a.i.A", Kind::item, "(A)", "d")})})})})});
  CHECK(found.at("1.1.a.i") == AknPlace{"point", "sec_1__para_1-1__subpara_a__point_i"});
  CHECK(found.at("1.1.a.i.A") == AknPlace{"level", "sec_1__para_1-1__subpara_a__point_i__level_A"});
}

TEST_CASE("bullets are counted, each kind of element by itself") {
  const auto found = places({clause(
      "1", Kind::section, "", "Introduction",
      {clause("p1", Kind::paragraph, "", "It aims to –",
              {clause("p1.1", Kind::item, "", "help"), clause("p1.2", Kind::item, "", "clarify")}),
       paragraph("p2", "It binds all.")})});
  CHECK(found.at("1") == AknPlace{"section", "sec_nn_1"});
  CHECK(found.at("p1") == AknPlace{"level", "sec_nn_1__level_nn_1"});
  CHECK(found.at("p1.2") == AknPlace{"subparagraph", "sec_nn_1__level_nn_1__subpara_nn_2"});
  CHECK(found.at("p2") == AknPlace{"level", "sec_nn_1__level_nn_2"});
}

TEST_CASE("a sub-heading without a number does not count as a depth") {
  const auto found =
      places({clause("2", Kind::section, "2", "Roles",
                     {clause("members", Kind::section, "", "Members",
                             {clause("2.1", Kind::clause, "2.1", "Members lead.")})})});
  CHECK(found.at("members") == AknPlace{"level", "sec_2__level_nn_1"});
  CHECK(found.at("2.1") == AknPlace{"paragraph", "sec_2__level_nn_1__para_2-1"});
}

TEST_CASE("a clause above all sections is a paragraph, and no section") {
  const auto found = places({clause("1", Kind::clause, "1.", "Members lead.")});
  CHECK(found.at("1") == AknPlace{"paragraph", "para_1"});
}

TEST_CASE("a number that a council printed twice is told apart") {
  const auto found = places({clause("2.3.5", Kind::clause, "2.3.5", "first"),
                             clause("2.3.5-2", Kind::clause, "2.3.5", "second"),
                             clause("2.3.5-3", Kind::clause, "2.3.5", "third")});
  CHECK(found.at("2.3.5").eid == "para_2-3-5");
  CHECK(found.at("2.3.5-2").eid == "para_2-3-5_2");
  CHECK(found.at("2.3.5-3").eid == "para_2-3-5_3");
}

TEST_CASE("a tail at the end is in the wrap-up, one between items is a level") {
  const view::Clause between = tail(paragraph("p1", "and"));
  const view::Clause last = tail(paragraph("p2", "as the case may be."));
  const std::vector<view::Clause> list = {clause("3.a", Kind::item, "(a)", "one"), between,
                                          clause("3.d", Kind::item, "(d)", "two"), last};
  CHECK(render::akn_tail_begin(list) == 3);

  const auto found = places({clause("3", Kind::clause, "3", "Members may", list)});
  CHECK(found.at("p1") == AknPlace{"level", "para_3__level_nn_1"});
  CHECK(found.at("p2") == AknPlace{"p", "para_3__wrapup__p_1"});
}

TEST_CASE("a tail that leads into a list of its own is no wrap-up") {
  const std::vector<view::Clause> list = {
      clause("a", Kind::item, "(a)", "one"),
      tail(clause("p", Kind::paragraph, "", "and so", {clause("p.1", Kind::item, "", "two")}))};
  CHECK(render::akn_tail_begin(list) == 2);
}

TEST_CASE("footnotes are named by their own labels") {
  const auto found = places({paragraph("p", "x")}, {test::footnote("53", {test::run("note")})});
  CHECK(found.at("fn53") == AknPlace{"authorialNote", "authorialNote_53"});
}

TEST_CASE("a slug has letters, digits and single hyphens") {
  CHECK(render::akn_slug("City of York Council") == "city-of-york-council");
  CHECK(render::akn_slug("  “the Council” ") == "the-council");
  CHECK(render::akn_slug("——").empty());
}
