#include <catch2/catch.hpp>

#include "view/language.h"
#include "view/proposal.h"

using namespace concord;
using view::listed;
using view::Words;

TEST_CASE("a list has commas, and a word before its last entry") {
  const Words english("en-GB");
  CHECK(listed({}, english).empty());
  CHECK(listed({"5.3"}, english) == "5.3");
  CHECK(listed({"5.3", "5.4"}, english) == "5.3 and 5.4");
  CHECK(listed({"1", "3 to 5", "9"}, english) == "1, 3 to 5 and 9");
}

TEST_CASE("Welsh joins a list with a or ac, and mutates its own words after a") {
  const Words welsh("cy");
  CHECK(listed({"1", "3 i 5", "9"}, welsh) == "1, 3 i 5 a 9");
  CHECK(listed({"5.3", "8.2"}, welsh) == "5.3 ac 8.2");
  CHECK(listed({"10", "11"}, welsh) == "10 ac 11");
  CHECK(listed({"80", "81"}, welsh) == "80 ac 81");
  CHECK(listed({"17", "18"}, welsh) == "17 a 18");
  CHECK(listed({"adran 4", "adran 5"}, welsh) == "adran 4 ac adran 5");
  CHECK(listed({"symudwyd", "ŵyn"}, welsh) == "symudwyd ac ŵyn");
  CHECK(listed({"5.3", "paragraff 2"}, welsh) == "5.3 a pharagraff 2");
  CHECK(listed({"5.3", "“teitl”"}, welsh) == "5.3 a “teitl”");
  CHECK(listed({"Môn", "Conwy"}, welsh) == "Môn a Conwy");
}

TEST_CASE("the usual names of bodies are those of the paper's language") {
  CHECK(view::body_name("Monitoring Officer", Words("cy")) == "Swyddog Monitro");
  CHECK(view::body_name("Council", Words("cy")) == "Cyngor");
  CHECK(view::body_name("Council", Words("en")) == "Council");
  CHECK(view::body_name("Pwyllgor Llywodraethu", Words("cy")) == "Pwyllgor Llywodraethu");
  CHECK(view::body_name("", Words("cy")).empty());
}
