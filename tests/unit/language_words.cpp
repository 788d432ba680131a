#include <catch2/catch.hpp>

#include "language/phrases.h"
#include "language/words.h"

using namespace concord::language;
using Strings = std::vector<std::string>;

namespace {

Strings folded(std::string_view text) {
  Strings all;
  for (const Word& word : Words(text)) all.emplace_back(word.folded);
  return all;
}

}  // namespace

TEST_CASE("words leave possessive endings and signs out") {
  CHECK(folded("The officer's and Members' view—don't!") ==
        Strings{"the", "officer", "and", "members", "view", "don't"});
  CHECK(folded("Councillor’s “need to know” & Tŷ’r") ==
        Strings{"councillor", "need", "to", "know", "and", "tŷ’r"});
  CHECK(folded("co-opted s151 3.1") == Strings{"co", "opted", "s151", "3", "1"});
  CHECK(folded("ÉLAN") == Strings{"élan"});
  const Words words("Chief FOI x");
  CHECK(words[0].capital);
  CHECK_FALSE(words[0].all_capitals);
  CHECK(words[1].all_capitals);
  CHECK_FALSE(words[2].capital);
}

TEST_CASE("a soft hyphen is no letter of its word") {
  CHECK(folded("infor\u00ADma\u00ADtion") == Strings{"information"});
  const Words words("offi\u00ADcers act");
  CHECK(words[0].singular == "officer");
  CHECK(words[0].range.end == 10);
  CHECK(words[1].range.begin == 11);
  CHECK(folded("a \u00AD b\u00AD") == Strings{"a", "b"});
}

TEST_CASE("broken UTF-8 is survived") {
  CHECK(Words("a\xFF\xC3").size() == 1);
}

TEST_CASE("singulars are near enough to compare by") {
  CHECK(singular("officers") == "officer");
  CHECK(singular("bodies") == "body");
  CHECK(singular("chairmen") == "chairman");
  CHECK(singular("appendices") == "appendix");
  CHECK(singular("businesses") == "business");
  CHECK(singular("business") == "business");
  CHECK(singular("basis") == "basis");
  CHECK(singular("status") == "status");
}

TEST_CASE("an apostrophe of the lists stands for either of a text") {
  CHECK(straight("i\u2019r") == "i'r");
  CHECK(accept("adran 3 o\u2019r Ddeddf", 8, "o'r") == 13U);
  CHECK(accept("adran 3 o'r Ddeddf", 8, "o'r") == 11U);
  CHECK_FALSE(accept("adran 3 or Ddeddf", 8, "o'r"));
  CHECK_FALSE(accept("adran 3 o", 8, "o'r"));
}

TEST_CASE("phrases are found the longest first, in any number and case") {
  Phrases phrases;
  CHECK(phrases.add("officer", 1) == 1);
  CHECK(phrases.add("monitoring officer", 2) == 2);
  CHECK(phrases.add("Monitoring Officers", 3) == 2);
  phrases.add("vice-chair", 4);
  phrases.add("chief finance (section 151) officer", 5);
  const std::string_view text =
      "Officers, the Monitoring Officer's deputy, a vice chair, monitoring; officer, and the Chief "
      "Finance (Section 151) Officer.";
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& match : phrases.find(text, Words(text)))
    found.emplace_back(match.value, slice(text, match.range));
  CHECK(found == std::vector<std::pair<std::size_t, std::string>>{
                     {1, "Officers"},
                     {2, "Monitoring Officer"},
                     {4, "vice chair"},
                     {1, "officer"},
                     {5, "Chief Finance (Section 151) Officer"}});
}

TEST_CASE("phrases of one text stand beside those that texts share") {
  Phrases shared;
  shared.add("officer", 1);
  shared.add("monitoring officer", 2);
  Phrases own(&shared);
  CHECK(own.add("officers", 3) == 3);
  CHECK(own.add("legal officer", 4) == 4);
  const std::string_view text = "An officer, the legal officer and the monitoring officer.";
  const Words words(text);
  const auto values = [&](const Phrases& phrases) {
    std::vector<std::size_t> all;
    for (const auto& match : phrases.find(text, words)) all.push_back(match.value);
    return all;
  };
  CHECK(values(own) == std::vector<std::size_t>{3, 4, 2});
  CHECK(values(shared) == std::vector<std::size_t>{1, 1, 2});
}

TEST_CASE("words outlive the text that they were read from") {
  std::string text = "Áldermen’s BODIES";
  const Words read(text);
  text.assign(text.size(), '-');
  const Words words(Words{"& so"});
  CHECK(read.folded() == "áldermen’s bodies");
  REQUIRE(read.size() == 2);
  CHECK(read[0].singular == "álderman");
  CHECK(read[1].folded == "bodies");
  CHECK(same_words(read, Words("álderman body")));
  CHECK_FALSE(same_words(read, words));
  CHECK(words[0].singular == "and");
}
