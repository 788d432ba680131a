#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "view/addresses.h"

using namespace concord;
using view::Format;

TEST_CASE("each format has a name, a file and a section of its own") {
  std::set<std::string_view> names, files, sections;
  for (const view::FormatInfo& each : view::formats) {
    names.insert(each.name);
    files.insert(each.file);
    sections.insert(each.section);
    CHECK(view::format_named(each.name) == each.format);
    CHECK(&view::info(each.format) == &each);
  }
  CHECK(names.size() == view::formats.size());
  CHECK(files.size() == view::formats.size());
  CHECK(sections.size() == view::formats.size());
  CHECK(view::all_formats().size() == view::formats.size());
  CHECK_FALSE(view::format_named("markdown"));
}

TEST_CASE("an address stands below the output folder, and way_up leads back to that") {
  CHECK(view::way_up("index.html").empty());
  CHECK(view::way_up(view::page_address("york/draft")) == "../../");
  CHECK(view::address("york/draft", Format::pdf) == "york/draft/protocol.pdf");
  CHECK(view::redline_address("york", "2023-05-15") == "york/changes/2023-05-15.html");
  CHECK(view::within("york", view::timeline_address("york")) == "changes.html");
  CHECK(view::within("york", view::page_address("york/draft")) == "draft/index.html");
}

TEST_CASE("two councils have one page beside each other, whichever comes first") {
  CHECK(view::compared::pair("york", "leeds") == "leeds--york");
  CHECK(view::compared::pair("leeds", "york") == "leeds--york");
  CHECK(view::comparison_address(view::compared::council("york")) ==
        "compare/council/york/index.html");
  CHECK(view::comparison_address(view::compared::topic("media")) == "compare/on-media.html");
}
