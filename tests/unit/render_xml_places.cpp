#include <catch2/catch.hpp>

#include "render/akn_places.h"
#include "render_xml_model.h"

using namespace concord;
using concord::test::clause;
using concord::test::json;
using concord::test::tail;
using render::AknPlace;

namespace {

render::AknPlaces places(std::vector<json> clauses, std::vector<json> footnotes = {}) {
  return render::akn_places(test::protocol(std::move(clauses), std::move(footnotes)));
}

}  // namespace

TEST_CASE("an eId is the path of abbreviated elements and bare numbers") {
  const auto found =
      places({clause("5", "section", "5.", "Party groups",
                     {clause("5.4", "clause", "5.4", "Officers may attend where",
                             {clause("5.4.ii", "item", "(ii)", "the group asks",
                                     {clause("5.4.ii.A", "item", "A.", "in writing")})})})});

  CHECK(found.at("5") == AknPlace{"section", "sec_5"});
  CHECK(found.at("5.4") == AknPlace{"paragraph", "sec_5__para_5-4"});
  CHECK(found.at("5.4.ii") == AknPlace{"subparagraph", "sec_5__para_5-4__subpara_ii"});
  CHECK(found.at("5.4.ii.A") == AknPlace{"point", "sec_5__para_5-4__subpara_ii__point_A"});
}

TEST_CASE("what lies deeper than a point is a level") {
  const auto found =
      places({clause("1", "section", "1", "One",
                     {clause("1.1", "clause", "1.1", "a",
                             {clause("1.1.a", "item", "(a)", "b",
                                     {clause("1.1.a.i", "item", "(i)", "c",
                                             {clause("1.1.a.i.A", "item", "(A)", "d")})})})})});
  CHECK(found.at("1.1.a.i") == AknPlace{"point", "sec_1__para_1-1__subpara_a__point_i"});
  CHECK(found.at("1.1.a.i.A") == AknPlace{"level", "sec_1__para_1-1__subpara_a__point_i__level_A"});
}

TEST_CASE("bullets are counted, each kind of element by itself") {
  const auto found = places({clause("1", "section", nullptr, "Introduction",
                                    {clause("p1", "paragraph", nullptr, "It aims to –",
                                            {clause("p1.1", "item", nullptr, "help"),
                                             clause("p1.2", "item", nullptr, "clarify")}),
                                     clause("p2", "paragraph", nullptr, "It binds all.")})});
  CHECK(found.at("1") == AknPlace{"section", "sec_nn_1"});
  CHECK(found.at("p1") == AknPlace{"level", "sec_nn_1__level_nn_1"});
  CHECK(found.at("p1.2") == AknPlace{"subparagraph", "sec_nn_1__level_nn_1__subpara_nn_2"});
  CHECK(found.at("p2") == AknPlace{"level", "sec_nn_1__level_nn_2"});
}

TEST_CASE("a sub-heading without a number does not count as a depth") {
  const auto found = places({clause("2", "section", "2", "Roles",
                                    {clause("members", "section", nullptr, "Members",
                                            {clause("2.1", "clause", "2.1", "Members lead.")})})});
  CHECK(found.at("members") == AknPlace{"level", "sec_2__level_nn_1"});
  CHECK(found.at("2.1") == AknPlace{"paragraph", "sec_2__level_nn_1__para_2-1"});
}

TEST_CASE("a clause above all sections is a paragraph, and no section") {
  const auto found = places({clause("1", "clause", "1.", "Members lead.")});
  CHECK(found.at("1") == AknPlace{"paragraph", "para_1"});
}

TEST_CASE("a number that a council printed twice is told apart") {
  const auto found = places({clause("2.3.5", "clause", "2.3.5", "first"),
                             clause("2.3.5-2", "clause", "2.3.5", "second"),
                             clause("2.3.5-3", "clause", "2.3.5", "third")});
  CHECK(found.at("2.3.5").eid == "para_2-3-5");
  CHECK(found.at("2.3.5-2").eid == "para_2-3-5_2");
  CHECK(found.at("2.3.5-3").eid == "para_2-3-5_3");
}

TEST_CASE("a tail at the end is in the wrap-up, one between items is a level") {
  const json between = tail(clause("p1", "paragraph", nullptr, "and"));
  const json last = tail(clause("p2", "paragraph", nullptr, "as the case may be."));
  const json list = {clause("3.a", "item", "(a)", "one"), between,
                     clause("3.d", "item", "(d)", "two"), last};
  CHECK(render::akn_tail_begin(list) == 3);

  const auto found = places({clause("3", "clause", "3", "Members may", list)});
  CHECK(found.at("p1") == AknPlace{"level", "para_3__level_nn_1"});
  CHECK(found.at("p2") == AknPlace{"p", "para_3__wrapup__p_1"});
}

TEST_CASE("a tail that leads into a list of its own is no wrap-up") {
  const json list = {
      clause("a", "item", "(a)", "one"),
      tail(clause("p", "paragraph", nullptr, "and so", {clause("p.1", "item", nullptr, "two")}))};
  CHECK(render::akn_tail_begin(list) == 2);
}

TEST_CASE("footnotes are named by their own labels") {
  const auto found =
      places({clause("p", "paragraph", nullptr, "x")}, {clause("fn53", "footnote", "53", "note")});
  CHECK(found.at("fn53") == AknPlace{"authorialNote", "authorialNote_53"});
}

TEST_CASE("a slug has letters, digits and single hyphens") {
  CHECK(render::akn_slug("City of York Council") == "city-of-york-council");
  CHECK(render::akn_slug("  “the Council” ") == "the-council");
  CHECK(render::akn_slug("——").empty());
}
