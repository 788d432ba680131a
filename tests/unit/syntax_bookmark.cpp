#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "syntax/bookmark.h"

using concord::syntax::bookmark_of;
using concord::syntax::id_of_bookmark;

TEST_CASE("A clause's bookmark reads like its identifier") {
  CHECK(bookmark_of("5.4.ii") == "c_5_4_ii");
  CHECK(bookmark_of("roles.p2") == "c_roles_p2");
  CHECK(bookmark_of("1.2-2") == "c_1_2__h2");
}

TEST_CASE("The identifier comes back from the bookmark, and no two have the same") {
  std::set<std::string> names;
  for (const char* id : {"5",      "5.4",  "5.4.ii", "a-b", "a.-b", "a-.b", "a..b",    ".a",
                         "a.",     "a_b",  "a__b",   "A",   "a",    "a_.b", "\u00f4l", "fn53",
                         "_sic-1", "5.2d", "5.02d",  "a.h", "a-",   "-",    "__h",     "a.2e.b"}) {
    INFO(id);
    const std::string name = bookmark_of(id);
    CHECK(std::regex_match(name, std::regex("[A-Za-z][A-Za-z0-9_]{0,39}")));
    CHECK(names.insert(name).second);
    CHECK(id_of_bookmark(name) == std::string(id));
  }
}

TEST_CASE("A long identifier is named by its digest, which nothing reads back") {
  const std::string longest(300, 'a');
  CHECK(bookmark_of(longest).size() <= 40);
  CHECK(bookmark_of(longest) != bookmark_of(longest + "a"));
  CHECK_FALSE(id_of_bookmark(bookmark_of(longest)));
}

TEST_CASE("Word's own bookmarks are no clause's") {
  CHECK_FALSE(id_of_bookmark("_Toc123456"));
  CHECK_FALSE(id_of_bookmark("Text1"));
  CHECK_FALSE(id_of_bookmark("c_"));
  CHECK_FALSE(id_of_bookmark("c_a__zz"));
}
