#include <array>
#include <catch2/catch.hpp>
#include <string_view>

#include "language/word_table.h"

using concord::language::WordTable;

namespace {

struct Entry {
  std::string_view words;
};

constexpr WordTable table(std::array<Entry, 4>{
    {{"himself or herself"}, {"his"}, {"him"}, {"she"}}});

std::string_view found_at(std::string_view text) {
  const auto stands_here = [&](const Entry& entry) { return text.starts_with(entry.words); };
  const char second = text.size() > 1 ? text[1] : '\0';
  const Entry* entry = table.find(text.front(), second, stands_here);
  return entry == nullptr ? "nothing" : entry->words;
}

}  // namespace

TEST_CASE("a table of words finds the first entry that stands there") {
  CHECK(found_at("himself or herself") == "himself or herself");
  CHECK(found_at("himself") == "him");
  CHECK(found_at("his own") == "his");
  CHECK(found_at("she") == "she");
}

TEST_CASE("a table of words finds nothing where its letters do not stand") {
  CHECK(found_at("hot") == "nothing");
  CHECK(found_at("hip") == "nothing");
  CHECK(found_at("h") == "nothing");
  CHECK(found_at("HIS") == "nothing");
  CHECK(found_at("\xC3\xA9t\xC3\xA9") == "nothing");
  CHECK(found_at("151") == "nothing");
}
