#include <catch2/catch.hpp>

#include "render/search_words.h"

using namespace concord;

TEST_CASE("opposites that a group joins for likeness are parted for the search") {
  syntax::Register registers;
  registers.synonyms = {{"in public", "openly", "|", "in private", "privately"},
                        {"tell", "inform"},
                        {"proper", "|", "unnecessary"}};
  CHECK(render::search_words(registers).at("assets/words.js") ==
        "// Made from the registers: words and phrases that are related, for the search of pages.\n"
        "\"use strict\";\n"
        "const word_groups = [\n"
        "[\"in public\",\"openly\"],\n"
        "[\"in private\",\"privately\"],\n"
        "[\"tell\",\"inform\"],\n"
        "];\n");
}
