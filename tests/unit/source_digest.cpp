#include <catch2/catch.hpp>

#include "source/digest.h"

using concord::source::digest;

TEST_CASE("a digest names texts, their order and their bounds") {
  CHECK(digest({"York", "Leeds"}) == digest({"York", "Leeds"}));
  CHECK(digest({"York", "Leeds"}) != digest({"Leeds", "York"}));
  CHECK(digest({"ab", "c"}) != digest({"a", "bc"}));
  CHECK(digest({"a", ""}) != digest({"a"}));
}

TEST_CASE("a digest is 32 hexadecimal digits") {
  const std::string name = digest({"York"});
  CHECK(name.size() == 32);
  CHECK(name.find_first_not_of("0123456789abcdef") == std::string::npos);
}
