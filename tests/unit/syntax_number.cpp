#include <catch2/catch.hpp>
#include <string>

#include "syntax/document.h"
#include "syntax/number.h"

using namespace concord::syntax;

namespace {

// "label style path", or "none".
std::string read(const std::string& text) {
  static const char* const styles[] = {"none",  "decimal", "alpha", "ALPHA",
                                       "roman", "ROMAN",   "auto"};
  const Number number = number_at_start(text);
  if (!number.present()) return "none";
  std::string out = number.label + ' ' + styles[static_cast<std::size_t>(number.style)];
  for (const auto part : number.path) out += ' ' + std::to_string(part);
  if (number.inserted > 0) out += " + " + std::to_string(number.inserted);
  return out;
}

}  // namespace

TEST_CASE("decimal numbers keep their label and give their parts") {
  CHECK(read("1. Introduction") == "1. decimal 1");
  CHECK(read("1.0 Introduction") == "1.0 decimal 1 0");
  CHECK(read("4.5.1. Text") == "4.5.1. decimal 4 5 1");
  CHECK(read("10.12 Text") == "10.12 decimal 10 12");
  CHECK(read("(3) Text") == "(3) decimal 3");
  CHECK(read("3) Text") == "3) decimal 3");
  CHECK(read("1.1") == "1.1 decimal 1 1");
  CHECK(read("1.1\xC2\xA0Text after a space that does not break") == "1.1 decimal 1 1");
  CHECK(read("3.1(e) Text") == "3.1 decimal 3 1");
}

TEST_CASE("letters and numerals") {
  CHECK(read("(a) text") == "(a) alpha 1");
  CHECK(read("a) text") == "a) alpha 1");
  CHECK(read("B. Text") == "B. ALPHA 2");
  CHECK(read("(zz) text") == "(zz) alpha 52");
  CHECK(read("(i) text") == "(i) roman 1");
  CHECK(read("(v) text") == "(v) roman 5");
  CHECK(read("(c) text") == "(c) alpha 3");
  CHECK(read("(XIV) text") == "(XIV) ROMAN 14");
  CHECK(read("(xviii) text") == "(xviii) roman 18");
  CHECK(read("(ii)(a) text") == "(ii) roman 2");
}

TEST_CASE("what the compiler is to number") {
  CHECK(read("#. text") == "#. auto");
  CHECK(read("(#) text") == "(#) auto");
  CHECK(read("#4 text") == "none");
}

TEST_CASE("words, years, dates and amounts are not numbers") {
  for (const char* text : {"",
                           "text",
                           "2024 was",
                           "2024. was",
                           "20 May 2024",
                           "24 hours",
                           "24 members",
                           "1.5 million",
                           "2.5 per cent",
                           "9.30 am",
                           "20.05.24 text",
                           "20.05.2024 text",
                           "£500",
                           "1,000 copies",
                           "3rd party",
                           "50% of",
                           "(see below)",
                           "(as amended) text",
                           "(mix) text",
                           "(iiii) text",
                           "(ab) text",
                           "e.g. text",
                           "i.e. text",
                           "A commitment",
                           "I agree",
                           "c. 1900",
                           "1.1:",
                           "1.1.x",
                           "(a",
                           "()",
                           "(a)text",
                           "12345. text",
                           "(a) and (b) apply",
                           "3.1 to 3.4 apply"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a whole number is one before a capital; the caller decides whether to take it") {
  CHECK(read("5 Breaches") == "5 decimal 5");
  CHECK(read("5") == "none");
}

TEST_CASE("the bare label has no brackets and no last full stop") {
  CHECK(number_at_start("4.5.1. x").bare() == "4.5.1");
  CHECK(number_at_start("(ii) x").bare() == "ii");
  CHECK(number_at_start("b) x").bare() == "b");
  CHECK(number_at_start("1.0 x").bare() == "1.0");
}

TEST_CASE("numbers put in between, and those with letters and signs before them") {
  CHECK(read("2.3A Text") == "2.3A decimal 2 3 + 1");
  CHECK(read("2.3B. Text") == "2.3B. decimal 2 3 + 2");
  CHECK(read("2A. Text") == "2A. decimal 2 + 1");
  CHECK(read("2A.1 Text") == "2A.1 decimal 2 1");
  CHECK(read("2.3ZA Text") == "2.3ZA decimal 2 3 + 1");
  CHECK(read("3.1e Text") == "3.1e decimal 3 1 + 5");
  CHECK(read("(1A) text") == "(1A) decimal 1 + 1");
  CHECK(read("(iA) text") == "(iA) roman 1 + 1");
  CHECK(read("A1.1 Text") == "A1.1 decimal 1 1");
  CHECK(read("B.1 Text") == "B.1 decimal 2 1");
  CHECK(read("II.2 Text") == "II.2 decimal 2 2");
  CHECK(read("\xC2\xA7 3.1 Text") == "\xC2\xA7 3.1 decimal 3 1");
  CHECK(number_at_start("\xC2\xA7 3.1 Text").bare() == "3.1");
  for (const char* text :
       {"2.3A member", "5.1m high", "No.1 Text", "M25 is", "(via) text", "II.x"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("every reading of a label, the likeliest alone first") {
  const auto values = [](const std::string& label) {
    std::string out;
    for (const Number& each : readings(number_among_others(label + " x"))) {
      out += (out.empty() ? "" : ", ") + std::to_string(each.path[0]);
      if (each.inserted > 0) out += "+" + std::to_string(each.inserted);
    }
    return out;
  };
  CHECK(values("(i)") == "1, 9");
  CHECK(values("(c)") == "3, 100");
  CHECK(values("(b)") == "2");
  CHECK(values("(aa)") == "27, 1+1");
  CHECK(values("(ab)") == "28, 1+2");
  CHECK(values("(iia)") == "2+1");
  CHECK(values("(ii)") == "2, 35, 243, 1+9, 9+9");
}

TEST_CASE("which number comes right after which") {
  const auto next = [](const std::string& last, const std::string& number) {
    return follows(number_among_others(number + " X"), number_among_others(last + " X"));
  };
  CHECK(next("(1)", "(2)"));
  CHECK(next("(a)", "(aa)"));
  CHECK(next("(aa)", "(ab)"));
  CHECK(next("(z)", "(aa)"));
  CHECK(next("(ii)", "(iia)"));
  CHECK_FALSE(next("(a)", "(c)"));
  CHECK(is_next(number_at_start("2.3A X"), number_at_start("2.3 X")));
  CHECK(is_next(number_at_start("2.3B X"), number_at_start("2.3A X")));
  CHECK(is_next(number_at_start("2.4 X"), number_at_start("2.3A X")));
  CHECK_FALSE(is_next(number_at_start("2.4 X"), number_at_start("3.3 X")));
  CHECK_FALSE(is_next(number_at_start("B.2 X"), number_at_start("2.1 X")));
}

TEST_CASE("a number runs into a word where nothing else could be meant") {
  CHECK(number_run_into_word("1.2Unless").label == "1.2");
  CHECK(number_run_into_word("(1)Members").label == "(1)");
  CHECK(number_run_into_word("2.Roles").label == "2.");
  CHECK(number_run_into_word("(a)Members").label == "(a)");
  for (const char* text : {"(s)he", "(a)text", "5Members", "5.1MB", "J.Smith", "1.2", "e.g.This"}) {
    INFO(text);
    CHECK_FALSE(number_run_into_word(text).present());
  }
}
