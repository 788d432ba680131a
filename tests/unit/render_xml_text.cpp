#include <catch2/catch.hpp>

#include "render/xml_text.h"

using concord::render::xml_text;

TEST_CASE("characters that XML cannot hold become the replacement character") {
  CHECK(xml_text(std::string("a\0b\x1b", 4)) == "a\uFFFDb\uFFFD");
  CHECK(xml_text("tab\tand\nbreak") == "tab\tand\nbreak");
  CHECK(xml_text("\uFFFE \uFFFF") == "\uFFFD \uFFFD");
  CHECK(xml_text("Ynys Môn 😀") == "Ynys Môn 😀");
}

TEST_CASE("each byte that is no character becomes one replacement character") {
  CHECK(xml_text("\xC3") == "\uFFFD");
  CHECK(xml_text("\xC3\xC3\xA9") == "\uFFFDé");
  CHECK(xml_text("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(xml_text("\xC0\xAF") == "\uFFFD\uFFFD");            // an overlong slash
}
