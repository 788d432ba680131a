#include <catch2/catch.hpp>
#include <string>

#include "syntax/document.h"

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
  if (number.other_reading) out += " or " + std::to_string(*number.other_reading);
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
  CHECK(read("(i) text") == "(i) roman 1 or 9");
  CHECK(read("(v) text") == "(v) roman 5 or 22");
  CHECK(read("(c) text") == "(c) alpha 3 or 100");
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

TEST_CASE("the other reading is taken and given back") {
  const Number numeral = number_at_start("(i) x");
  const Number letter = with_other_reading(numeral);
  CHECK(letter.style == NumberStyle::lower_alpha);
  CHECK(letter.path == std::vector<std::uint32_t>{9});
  CHECK(letter.label == "(i)");
  CHECK(with_other_reading(letter) == numeral);
  const Number plain = number_at_start("(b) x");
  CHECK(with_other_reading(plain) == plain);
}
