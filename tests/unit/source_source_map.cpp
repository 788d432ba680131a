#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <system_error>

#include "source/source_map.h"

namespace {

using concord::source::FileId;
using concord::source::Position;
using concord::source::SourceMap;
using concord::source::Span;

TEST_CASE("positions count lines from one and columns in characters") {
  SourceMap map;
  const FileId id = map.add("a.md", "first\nŵy b\n");
  CHECK(map.position(id, 0) == Position{1, 1});
  CHECK(map.position(id, 5) == Position{1, 6});
  CHECK(map.position(id, 6) == Position{2, 1});
  CHECK(map.position(id, 8) == Position{2, 2});    // after the two bytes of ŵ
  CHECK(map.position(id, 999) == Position{3, 1});  // past the end is the end
}

TEST_CASE("columns are right far along a line of letters of several bytes") {
  std::string line;
  for (int i = 0; i < 1000; ++i) line += "ŵ";
  SourceMap map;
  const FileId id = map.add("a.md", "ŵ\n" + line + "z");
  CHECK(map.position(id, 3) == Position{2, 1});
  CHECK(map.position(id, 3 + 2 * 127) == Position{2, 128});
  CHECK(map.position(id, 3 + 2 * 128) == Position{2, 129});
  CHECK(map.position(id, 3 + 2 * 1000) == Position{2, 1001});
  CHECK(map.position(id, 3 + 2 * 1000 + 1) == Position{2, 1002});  // the end
}

TEST_CASE("a line is given without its line break, of either kind") {
  SourceMap map;
  const FileId id = map.add("a.md", "one\r\ntwo\nthree");
  CHECK(map.line(id, 1) == "one");
  CHECK(map.line(id, 2) == "two");
  CHECK(map.line(id, 3) == "three");
  CHECK(map.line(id, 4).empty());
  CHECK(map.line(id, 0).empty());
}

TEST_CASE("a span is clipped to its text") {
  SourceMap map;
  const FileId id = map.add("a.md", "abc");
  CHECK(map.text(Span{id, 1, 2}) == "b");
  CHECK(map.text(Span{id, 1, 99}) == "bc");
  CHECK(map.text(Span{id, 9, 99}).empty());
}

TEST_CASE("views stay valid while files are added") {
  SourceMap map;
  const std::string_view first = map.text(map.add("a.md", "short"));
  for (int i = 0; i < 1000; ++i) map.add("more.md", "text");
  CHECK(first == "short");
  CHECK(map.size() == 1001);
}

TEST_CASE("what cannot be read is said in words") {
  SourceMap map;
  CHECK_THROWS_WITH(map.load("/nonexistent/york.md"), Catch::Contains("No such file"));
  CHECK_THROWS_WITH(map.load(std::filesystem::temp_directory_path()),
                    Catch::Contains("Is a directory"));
  CHECK_THROWS_WITH(map.load("/dev/null"), Catch::Contains("not a regular file"));
}

}  // namespace
