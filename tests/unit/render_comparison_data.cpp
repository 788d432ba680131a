#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "compared_councils.h"
#include "render/comparison_data.h"

using namespace concord;
using namespace concord::test;
using nlohmann::json;

namespace {

json data_of(const Compared& compared) {
  return json::parse(
      render::comparison_data(compared.comparison, compared.peers, compared.protocols));
}

}  // namespace

TEST_CASE("a link of two councils names its clauses, and the passages that carry it") {
  const json data = data_of(two_councils());
  CHECK(data["schema"] == "concord/1");
  CHECK(data["complete"] == true);
  CHECK(data["councils"] == json({"ashby", "barton"}));
  REQUIRE(data["links"].size() == 1);
  const json& link = data["links"][0];
  CHECK(link["a"] == "ashby#1.1");
  CHECK(link["b"] == "barton#1.1");
  CHECK(link["relation"] == "identical");
  CHECK(link["found_by"] == "same-wording");
  CHECK(link["score"] == 1.0);
  REQUIRE(!link["segments"].empty());
  const std::string words =
      "Members and officers must treat one another with respect and courtesy at all times.";
  CHECK(words.find(link["segments"][0]["a"].get<std::string>()) != std::string::npos);
  CHECK(data["divergences"] == json::array());
}

TEST_CASE("a row has the cells of the councils that have the provision") {
  const json data = data_of(two_councils());
  const json cell = json::array({{{"clause", "barton#1.1"},
                                  {"state", "same"},
                                  {"wording", "A"},
                                  {"lead_in", false},
                                  {"basis", "leading"}}});
  bool found = false;
  for (const json& row : data["rows"]) {
    if (!row["cells"].contains("barton")) continue;
    CHECK(row["cells"]["barton"] == cell);
    CHECK(row["cells"]["ashby"][0]["clause"] == "ashby#1.1");
    CHECK(row["topic"] == "conduct");
    CHECK(row["differs"] == nullptr);
    CHECK(row["states"] == json({{"ashby", "same"}, {"barton", "same"}}));
    found = true;
  }
  CHECK(found);
}

TEST_CASE("a row has the states of councils without a clause too, where they are few") {
  for (const json& row : data_of(two_councils())["rows"])
    if (!row["cells"].contains("barton"))
      CHECK(row["states"] == json({{"ashby", "base"}, {"barton", "none"}}));
  for (const json& row : data_of(ten_councils())["rows"])
    if (row["cells"].size() == 1) CHECK(row["states"] == json({{"a", "base"}}));
}

TEST_CASE("clauses without a counterpart are listed by council") {
  CHECK(data_of(two_councils())["unmatched"] ==
        json({{"ashby", {"ashby#1.2"}}, {"barton", json::array()}}));
}

TEST_CASE("a clause that says may where another says must is a divergence with its words") {
  const Compared compared(Texts{
      {"ashby", "1.1 Officers must attend the meetings of party groups when they are asked.\n"},
      {"barton", "1.1 Officers may attend the meetings of party groups when they are asked.\n"}});
  const json data = data_of(compared);
  REQUIRE(data["divergences"].size() == 1);
  const json& divergence = data["divergences"][0];
  CHECK(divergence["a"] == "ashby#1.1");
  CHECK(divergence["b"] == "barton#1.1");
  CHECK(divergence["type"] == "duty");
  CHECK(divergence["certainty"] == "certain");
  CHECK(divergence["a_statement"]["text"] ==
        "Officers must attend the meetings of party groups when they are asked");
  CHECK(divergence["a_words"].get<std::string>().starts_with("must"));
  CHECK(divergence["b_words"].get<std::string>().starts_with("may"));
}

TEST_CASE("one protocol alone has nothing to be compared with") {
  const Compared compared(Texts{{"ashby", respect}});
  const json data = data_of(compared);
  CHECK(data["links"] == json::array());
  CHECK(data["divergences"] == json::array());
  CHECK(data["councils"] == json::array({"ashby"}));
}

TEST_CASE("of ten councils the data has links of each and its eight peers, and says which") {
  const json data = data_of(ten_councils());
  // The nearest eight: all share one provision, and those without a car park have least besides.
  CHECK(data["peers"]["a"] ==
        json({{"chosen_by", "nearest"}, {"councils", {"b", "c", "d", "e", "f", "g", "h", "i"}}}));
  CHECK(data["peers"]["b"]["councils"] == json({"c", "d", "e", "f", "g", "h", "i", "j"}));
  CHECK(data["complete"] == false);  // a and j are nobody's peers of one another
  CHECK(data["links"].size() == 44);
  for (const json& link : data["links"])
    CHECK_FALSE((link["a"] == "a#1.1" && link["b"] == "j#1.1"));
  CHECK(data["rows"].size() == 2);
}

TEST_CASE("what was not found in a council is listed with its row and what is nearest") {
  const json data = data_of(two_councils());
  CHECK(data["gaps"]["ashby"] == json::array());
  REQUIRE(data["gaps"]["barton"].size() == 1);
  const json& gap = data["gaps"]["barton"][0];
  CHECK(gap["have"] == 1);
  CHECK(gap["nearest"] == nullptr);
  CHECK(gap["row"].get<std::string>().starts_with("car-park-"));
  CHECK(data["coverage"]["barton"]["conduct"] ==
        json({{"clauses", 1}, {"words", 14}, {"known", 2}, {"found", 1}}));
}
