#include <catch2/catch.hpp>

#include "diag/fixes.h"

using concord::diag::apply;
using concord::diag::Fix;

namespace {

Fix fix(std::uint32_t begin, std::uint32_t end, std::string replacement) {
  return {"", {{}, begin, end}, std::move(replacement), true};
}

}  // namespace

TEST_CASE("fixes are applied at their places, in whatever order they come") {
  const auto fixed = apply("see 1.9 and 2.9", {fix(12, 15, "2.10"), fix(4, 7, "1.1")});
  CHECK(fixed.text == "see 1.1 and 2.10");
  CHECK(fixed.count == 2);
}

TEST_CASE("a fix may insert or take away") {
  CHECK(apply("abc", {fix(0, 0, "x"), fix(1, 2, ""), fix(3, 3, "y")}).text == "xacy");
}

TEST_CASE("of two fixes that overlap the first is applied") {
  const auto fixed = apply("abcdef", {fix(2, 5, "X"), fix(1, 3, "Y")});
  CHECK(fixed.text == "aYdef");
  CHECK(fixed.count == 1);
}

TEST_CASE("the same fix twice is applied once") {
  CHECK(apply("ab", {fix(1, 1, "-"), fix(1, 1, "-")}).text == "a-b");
  CHECK(apply("ab", {fix(0, 1, "A"), fix(0, 1, "A")}).text == "Ab");
}

TEST_CASE("a fix beyond the text is left out") {
  CHECK(apply("ab", {fix(1, 9, "x")}).text == "ab");
}
