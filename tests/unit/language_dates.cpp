#include <catch2/catch.hpp>
#include <string>

#include "frozen_registers.h"
#include "language/dates.h"

using namespace concord::language;

namespace {

std::uint32_t month(std::string_view word) {
  return month_of(word, concord::test::word_lists()).value_or(0);
}

// Whether the text's one "may" or "march" is the month.
bool names_month(std::string_view text) {
  const Words words(text);
  for (std::size_t at = 0; at < words.size(); ++at)
    if (words[at].folded == "may" || words[at].folded == "march")
      return is_month(words, at, concord::test::word_lists());
  throw std::invalid_argument("no word that may be a month");
}

// "2026-5-14": the day at the word of the text; empty for none.
std::string day(std::string_view text, std::size_t at = 0) {
  const auto found = day_at(text, Words(text), at, concord::test::word_lists());
  if (!found) return {};
  return std::to_string(found->year) + "-" + std::to_string(found->month) + "-" +
         std::to_string(found->day);
}

}  // namespace

TEST_CASE("months are known in English and in Welsh") {
  CHECK(month("january") == 1);
  CHECK(month("may") == 5);
  CHECK(month("sept") == 9);
  CHECK(month("mai") == 5);
  CHECK(month("tachwedd") == 11);
  CHECK(month("monday") == 0);
}

TEST_CASE("May is a month beside a day or a year, and behind what opens a time") {
  CHECK(names_month("14 May"));
  CHECK(names_month("the 14th May"));
  CHECK(names_month("the 14th of May"));
  CHECK(names_month("on the 14th day of May next"));
  CHECK(names_month("May 14"));
  CHECK(names_month("in may 2026"));
  CHECK(names_month("every May"));
  CHECK(names_month("By May the report is made"));
}

TEST_CASE("May is a verb elsewhere") {
  CHECK_FALSE(names_month("May members speak?"));
  CHECK_FALSE(names_month("members may speak"));
  CHECK_FALSE(names_month("Of the 20 members, 14 may vote"));
  CHECK_FALSE(names_month("What Members May Do"));
  CHECK_FALSE(names_month("See rule 14. May a member speak?"));
  CHECK_FALSE(names_month("Those present in 2025. May they speak?"));
}

TEST_CASE("a month that is no modal is one where it has a capital") {
  CHECK(names_month("before March"));
  CHECK_FALSE(names_month("members march on"));
  CHECK(names_month("march 2026"));
}

TEST_CASE("a day is read however it is written") {
  CHECK(day("14 May") == "0-5-14");
  CHECK(day("14th May 2026") == "2026-5-14");
  CHECK(day("May 14, 2026") == "2026-5-14");
  CHECK(day("14/05/2026") == "2026-5-14");
  CHECK(day("by 14 May", 1) == "0-5-14");
  CHECK(day("Of the 20 members, 14 may vote", 4).empty());
  CHECK(day("at 1.30 May", 2).empty());
  CHECK(day("Members").empty());
}
