#include <catch2/catch.hpp>

#include "cli/terminal.h"

using concord::cli::typed;

TEST_CASE("a path is shown as a shell takes it") {
  CHECK(typed("protocols/york.md") == "protocols/york.md");
  CHECK(typed("my texts/york.md") == "'my texts/york.md'");
  CHECK(typed("mayor's.md") == "'mayor'\\''s.md'");
}
