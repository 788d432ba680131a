#include <catch2/catch.hpp>

#include "syntax_text.h"

using namespace concord::syntax;

TEST_CASE("dates exist, in one of three forms") {
  for (const char* iso : {"2024", "2024-02", "2024-02-29", "2000-02-29", "1999-12-31"}) {
    INFO(iso);
    CHECK(valid_date(iso));
  }
  for (const char* iso :
       {"", "24", "2024-2", "2024-13", "2024-00", "2023-02-29", "1900-02-29", "2024-04-31",
        "2024/04/01", "2024-04-00", "20240401", "0000", "2024-04-1"}) {
    INFO(iso);
    CHECK_FALSE(valid_date(iso));
  }
}

TEST_CASE("dates in words, and the last day they may mean") {
  CHECK(Date{"2024-05-20"}.in_words() == "20 May 2024");
  CHECK(Date{"2024-05-01"}.in_words() == "1 May 2024");
  CHECK(Date{"2024-12"}.in_words() == "December 2024");
  CHECK(Date{"2024"}.in_words() == "2024");
  CHECK(Date{}.in_words().empty());
  CHECK(Date{"2024-05-20"}.last_day() == "2024-05-20");
  CHECK(Date{"2024-02"}.last_day() == "2024-02-29");
  CHECK(Date{"2023"}.last_day() == "2023-12-31");
  CHECK(Date{}.last_day().empty());
}

TEST_CASE("how exactly a date is known, which of no date is not at all") {
  CHECK(Date{"2024-05-20"}.precision() == Precision::day);
  CHECK(Date{"2024-05"}.precision() == Precision::month);
  CHECK(Date{"2024"}.precision() == Precision::year);
  CHECK(Date{}.precision() == Precision::none);
  CHECK(Date{"2024-02-30"}.precision() == Precision::none);
  CHECK(Date{"20 May 2024"}.precision() == Precision::none);
  CHECK(Date{"2024-02-29"}.is_day());
  CHECK_FALSE(Date{"2024-02"}.is_day());
}

TEST_CASE("front matter survives being written: odd words, quotation marks, colons") {
  const Parsed once(
      "---\ncouncil: \"A: \\\"quoted\\\" \\\\ council\"\ntitle: 'it''s #1'\npart: 'null'\n"
      "purpose: \"- [x]\"\nroles: {member: ['a, b', \"c\"]}\nreview: {note: "
      "\"~\"}\n---\n\nText.\n");
  CHECK(once.document.metadata.council == "A: \"quoted\" \\ council");
  CHECK(once.document.metadata.title == "it's #1");
  CHECK(once.document.metadata.part == "null");
  CHECK(once.document.metadata.roles.at("member") == std::vector<std::string>{"a, b", "c"});
  const Parsed twice(to_markdown(once.document, Notes::kept));
  CHECK(same(once.document, twice.document));
}

TEST_CASE("the front matter is bounded") {
  const std::string large(70'000, 'x');
  CHECK(Parsed("---\ncouncil: " + large + "\n---\n\nText.\n").codes() == "FMT004");
  const std::string bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n---\n\nText.\n";
  CHECK(Parsed(bomb).codes() == "FMT005");
  CHECK(Parsed("---\n" + std::string(5000, '[') + "\n---\n\nText.\n").codes() == "FMT004");
}

TEST_CASE("a byte order mark before the front matter is no part of it") {
  const Parsed p("\xEF\xBB\xBF---\ncouncil: A\ntitle: B\n---\n\nText.\n");
  CHECK(p.document.metadata.council == "A");
  CHECK(p.codes().empty());
}
