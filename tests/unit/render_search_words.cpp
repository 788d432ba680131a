#include <catch2/catch.hpp>

#include "render/script_words.h"
#include "render/search_words.h"

using namespace concord;

TEST_CASE("opposites that a group joins for likeness are parted for the search") {
  syntax::Register registers;
  registers.synonyms = {{"in public", "openly", "|", "in private", "privately"},
                        {"tell", "inform"},
                        {"proper", "|", "unnecessary"}};
  const std::string script = render::search_words(registers).at("assets/words.js");
  const std::size_t own = script.find("// Made from the registers");
  CHECK(script.substr(0, own) == "\"use strict\";\n" + render::script_words());
  REQUIRE(own != std::string::npos);
  CHECK(script.substr(own) ==
        "// Made from the registers: words and phrases that are related, for the search of pages.\n"
        "const word_groups = [\n"
        "[\"in public\",\"openly\"],\n"
        "[\"in private\",\"privately\"],\n"
        "[\"tell\",\"inform\"],\n"
        "];\n");
}

TEST_CASE("scripts have their words in each language, and no others") {
  const std::string script = render::script_words();
  CHECK(script.find("\"script_copied\":\"Copied\"") != std::string::npos);
  CHECK(script.find("\"script_copied\":\"Copïwyd\"") != std::string::npos);
  CHECK(script.find("\"contents\"") == std::string::npos);
  const std::string welsh = render::script_words("cy-GB");
  CHECK(welsh.find("{\"cy\":{\"script_") != std::string::npos);
  CHECK(welsh.find("\"Copied\"") == std::string::npos);
  CHECK(render::script_words("fr").find("{\"en\":{\"script_") != std::string::npos);
}
