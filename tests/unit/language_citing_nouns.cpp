#include <catch2/catch.hpp>
#include <string>

#include "frozen_registers.h"
#include "language/citing_nouns.h"

using namespace concord::language;

namespace {

constexpr CitingNouns::Forms plain{};
constexpr CitingNouns::Forms statute{.statutory = true, .welsh = false};
constexpr CitingNouns::Forms welsh{.statutory = false, .welsh = true};

// "section, 7": the noun at the head of the text, with an "s" where it is plural, and its end.
std::string read(std::string_view text, CitingNouns::Forms forms = plain) {
  static const CitingNouns nouns(concord::test::word_lists());
  const auto match = nouns.at(text, 0, forms);
  if (!match) return "none";
  return match->noun->noun + (match->plural ? "s, " : ", ") + std::to_string(match->end);
}

}  // namespace

TEST_CASE("nouns that cite are found in every spelling") {
  CHECK(read("paragraph 3") == "paragraph, 9");
  CHECK(read("Paras. 3 and 4") == "paragraphs, 6");
  CHECK(read("sub-paragraphs (a)") == "sub-paragraphs, 14");
  CHECK(read("Standing  Order 5") == "standing order, 15");
  CHECK(read("rules 5 to 7") == "rules, 5");
  CHECK(read("paragraphed 3") == "none");
  CHECK(read("parties 3") == "none");
  CHECK(read("") == "none");
}

TEST_CASE("short spellings cite beside statutes, before digits") {
  CHECK(read("s114") == "none");
  CHECK(read("s114", statute) == "section, 1");
  CHECK(read("ss 5 and 6", statute) == "sections, 3");
  CHECK(read("Sch. A", statute) == "schedule, 5");
  CHECK(read("s A", statute) == "none");
  CHECK(read("s officer", statute) == "none");
}

TEST_CASE("Welsh spellings cite in Welsh texts") {
  CHECK(read("baragraff 3") == "none");
  CHECK(read("baragraff 3", welsh) == "paragraph, 9");
  CHECK(read("is-adrannau 4", welsh) == "sub-sections, 11");
  CHECK(read("section 4", welsh) == "section, 7");
}

TEST_CASE("a noun that cites wherever it stands is known by its words") {
  const CitingNouns nouns(concord::test::word_lists());
  CHECK(nouns.contains("regulation"));
  CHECK(nouns.contains("standing orders"));
  CHECK_FALSE(nouns.contains("s"));
  CHECK_FALSE(nouns.contains("order"));
}
