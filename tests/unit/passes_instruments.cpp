#include <catch2/catch.hpp>

#include "passes_text.h"

using namespace concord;
using diag::Code;
using test::Checked;
using test::Lines;

namespace {

Checked with(std::string_view words) {
  return Checked("## 1. S\n\n1.1 " + std::string(words) + "\n");
}

const std::string localism = "https://www.legislation.gov.uk/ukpga/2011/20";
const std::string housing = "https://www.legislation.gov.uk/ukpga/1989/42";

}  // namespace

TEST_CASE("an instrument is known by its title and its other names") {
  CHECK(with("Under the Localism Act 2011.").references() ==
        Lines{"Localism Act 2011 -> " + localism});
  CHECK(with("Under the Localism Act.").references() == Lines{"Localism Act -> " + localism});
  CHECK(with("Under the LGA 1972, not the LGA or lga 1972.").references() ==
        Lines{"LGA 1972 -> https://www.legislation.gov.uk/ukpga/1972/70"});
  CHECK(
      with("The Code of recommended practice on local authority publicity (2011).").references() ==
      Lines{"Code of recommended practice on local authority publicity (2011) -> "
            "https://www.gov.uk/publicity"});
  CHECK(with("The Local Government & Housing Act 1989.").references() ==
        Lines{"Local Government & Housing Act 1989 -> " + housing});
}

TEST_CASE("without its year a name means the instrument that has it in the register") {
  const auto text = with("Under the Data Protection Act.");
  CHECK(text.references() ==
        Lines{"Data Protection Act -> https://www.legislation.gov.uk/ukpga/2018/12"});
  CHECK(text.sink.all().size() == text.count(Code::MET007));
}

TEST_CASE("sections before the name") {
  CHECK(
      with("Under s5 Local Government and Housing Act 1989 & s1 Localism Act 2011.").references() ==
      Lines{"s5 Local Government and Housing Act 1989 -> " + housing + "/section/5",
            "s1 Localism Act 2011 -> " + localism + "/section/1"});
  CHECK(with("By section 2(1)(b) of the Localism Act 2011.").references() ==
        Lines{"section 2(1)(b) of the Localism Act 2011 -> " + localism + "/section/2/1/b"});
  CHECK(with("By sections 5 and 5A of the Local Government and Housing Act 1989.").references() ==
        Lines{"sections 5 -> " + housing + "/section/5",
              "5A of the Local Government and Housing Act 1989 -> " + housing + "/section/5A"});
  CHECK(with("By paragraph 4 of Schedule 12A to the Local Government Act 1972.").references() ==
        Lines{"paragraph 4 of Schedule 12A to the Local Government Act 1972 -> "
              "https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A/paragraph/4"});
}

TEST_CASE("sections behind the name") {
  CHECK(with("The Local Government and Housing Act 1989, s5A, says so.").references() ==
        Lines{"Local Government and Housing Act 1989, s5A -> " + housing + "/section/5A"});
  CHECK(with("The Localism Act 2011 (section 3) says so.").references() ==
        Lines{"Localism Act 2011 (section 3 -> " + localism + "/section/3"});
}

TEST_CASE("a section of a code has no address of its own") {
  CHECK(with("See paragraph 3 of the Publicity Code.").references() ==
        Lines{"paragraph 3 of the Publicity Code -> https://www.gov.uk/publicity"});
}

TEST_CASE("the Act that was named last") {
  CHECK(with("The Localism Act 2011 applies. By section 3 of that Act, so.").references() ==
        Lines{"Localism Act 2011 -> " + localism,
              "section 3 of that Act -> " + localism + "/section/3"});
}

TEST_CASE("a short name means what the text defines, whatever was named last") {
  for (const std::string defined :
       {"“the Act” means the Localism Act 2011", "the Localism Act 2011 (“the Act”)",
        "the Localism Act 2011 (the Act)", "the Localism Act 2011, here called the Act",
        "references to the Act are to the Localism Act 2011", "the Act – the Localism Act 2011"}) {
    CAPTURE(defined);
    const auto text =
        with("In this text " + defined + ". The Local Government Act 2000 came first. " +
             "See section 9P of the Act.");
    CHECK(text.references().back() == "section 9P of the Act -> " + localism + "/section/9P");
  }
}

TEST_CASE("an abbreviation that the text gives an Act is a name of it") {
  CHECK(with("The Localism Act 2011 (“LocA”), s.27; see section 28 LocA.").references() ==
        Lines{"Localism Act 2011 -> " + localism, "s.27 -> " + localism + "/section/27",
              "section 28 LocA -> " + localism + "/section/28"});
}

TEST_CASE("a year tells which Act is meant") {
  const auto text = with(
      "The Local Government Act 1972 and the Localism Act 2011 apply. See section 100D of the 1972 "
      "Act and the 2011 Act, s. 28.");
  CHECK(
      text.references()[2] ==
      "section 100D of the 1972 Act -> https://www.legislation.gov.uk/ukpga/1972/70/section/100D");
  CHECK(text.references()[3] == "s. 28 -> " + localism + "/section/28");
  CHECK(with("By section 7 of the 1998 Data Protection Act.").references() ==
        Lines{"section 7 of the 1998 Data Protection Act -> "
              "https://www.legislation.gov.uk/ukpga/1998/29/section/7"});
}

TEST_CASE("that Act, the same Act and thereof are what was named last") {
  for (const std::string words :
       {"section 29 of that Act", "section 29 of the same Act", "section 29 of the said Act",
        "section 29 thereof", "section 29 therein"})
    CHECK(with("The Localism Act 2011 applies. See " + words + ".").references().back() ==
          words + " -> " + localism + "/section/29");
  CHECK(with("The Localism Act 2011 applies, as said therein.").references().size() == 1);
  CHECK(with("Members keep reports and what is said therein.").count(Code::REF010) == 0);
}

TEST_CASE("REF010: without a definition, a year or one Act before it there is no link") {
  for (const std::string words :
       {"Under section 9P of the Act.",
        "The Localism Act 2011 applies. Under section 9P of the Act.",
        "The Localism Act 2011 applies. Under section 9P of the 1985 Act.",
        "The Localism Act 2011 and the Local Government Act 2000 apply. By section 2 of that Act.",
        "By section 2 of that Act."}) {
    CAPTURE(words);
    const auto text = with(words);
    CHECK(text->references().back().kind == passes::ReferenceKind::external);
    CHECK(text->references().back().uri.empty());
    CHECK(text.count(Code::REF010) == 1);
    CHECK(text.count(Code::REF001) == 0);
  }
}

TEST_CASE("REF010: says what to do") {
  const auto told = [](const std::string& words) { return with(words).message(Code::REF010); };
  CHECK(
      told("Under section 9P of the Act.") ==
      "\"section 9P of the Act\" is not linked: the text does not say what \"the Act\" is; define "
      "it, or give its full title");
  CHECK(told("By section 2 of that Act.") ==
        "\"section 2 of that Act\" is not linked: nothing just before it says which one is meant; "
        "give its full title");
  CHECK(told("Under section 9P of the 1985 Act.") ==
        "\"section 9P of the 1985 Act\" is not linked: the text gives no full title with the year "
        "1985; give it once");
}

TEST_CASE("no two references share words: a section between two names is the second's") {
  CHECK(with("Under LGA 1972, s.5 Local Government and Housing Act 1989.").references() ==
        Lines{"LGA 1972 -> https://www.legislation.gov.uk/ukpga/1972/70",
              "s.5 Local Government and Housing Act 1989 -> " + housing + "/section/5"});
  CHECK(with("By section 2 (interests) of the Localism Act 2011.").references() ==
        Lines{"section 2 (interests) of the Localism Act 2011 -> " + localism + "/section/2"});
}

TEST_CASE("spellings of places in Acts") {
  const auto place = [](std::string_view words) { return with(words).references().back(); };
  CHECK(place("S.151 LGA 1972") ==
        "S.151 LGA 1972 -> https://www.legislation.gov.uk/ukpga/1972/70/section/151");
  CHECK(place("Part VA of the Localism Act 2011") ==
        "Part VA of the Localism Act 2011 -> " + localism + "/part/VA");
  CHECK(place("section 12ZA of the Localism Act 2011") ==
        "section 12ZA of the Localism Act 2011 -> " + localism + "/section/12ZA");
  CHECK(place("subsection (2) of section 5 of the Localism Act 2011") ==
        "subsection (2) of section 5 of the Localism Act 2011 -> " + localism + "/section/5/2");
  CHECK(place("Schedule 4, paragraph 3 of the Localism Act 2011") ==
        "Schedule 4, paragraph 3 of the Localism Act 2011 -> " + localism +
            "/schedule/4/paragraph/3");
  CHECK(with("Section 5 of, and Schedule 1 to, the Localism Act 2011.").references() ==
        Lines{"Section 5 -> " + localism + "/section/5",
              "Schedule 1 to, the Localism Act 2011 -> " + localism + "/schedule/1"});
}

TEST_CASE("a statutory instrument is known by its number") {
  auto registers = test::small_register();
  registers.instruments.push_back({"dpi-2012",
                                   "Disclosable Pecuniary Interests Regulations 2012",
                                   syntax::InstrumentKind::statutory_instrument,
                                   "2012",
                                   "https://www.legislation.gov.uk/uksi/2012/1464",
                                   {},
                                   "in-force",
                                   ""});
  const Checked text("## 1. S\n\n1.1 By regulation 4(1)(a) of SI 2012/1464, and S.I. 2012 No. 9.\n",
                     "", "", registers);
  CHECK(text.references() == Lines{"regulation 4(1)(a) of SI 2012/1464 -> "
                                   "https://www.legislation.gov.uk/uksi/2012/1464/regulation/4/1/a",
                                   "S.I. 2012 No. 9 -> law:s-i-2012-no-9"});
  CHECK(text.about(Code::EXT001) == "S.I. 2012 No. 9");
}

TEST_CASE("a title is taken whole or not at all") {
  CHECK(with("By the Planning etc. (Borders) Act 2004.").about(Code::EXT001) ==
        "Planning etc. (Borders) Act 2004");
}

TEST_CASE("a law: link may name a place of an Act") {
  const auto link = [](std::string_view target) {
    return Checked("## 1. S\n\n1.1 [words](law:" + std::string(target) + ").\n");
  };
  CHECK(link("localism-act-2011/section/28").references() ==
        Lines{"words -> https://www.legislation.gov.uk/ukpga/2011/20/section/28"});
  CHECK(link("lga-2000/section/9P/1").references() ==
        Lines{"words -> https://www.legislation.gov.uk/ukpga/2000/22/section/9P/1"});
  for (const auto* wrong : {"localism-act-2011/28", "localism-act-2011/section/",
                            "localism-act-2011/clause/3", "publicity-code/section/3"}) {
    INFO(wrong);
    CHECK(link(wrong).count(Code::EXT001) == 1);
  }
}

TEST_CASE("links to an instrument's address and law: links are references to it") {
  const auto text = with("See <https://www.gov.uk/publicity/>.");
  REQUIRE(text->references().size() == 1);
  CHECK(text->references()[0].kind == passes::ReferenceKind::instrument);
  CHECK(text->references()[0].target == "publicity-code");
}

TEST_CASE("EXT001: an instrument that the register lacks") {
  const auto text = with("Under section 2 of the Imaginary Powers (Wales) Act 1999.");
  CHECK(text.about(Code::EXT001) == "Imaginary Powers (Wales) Act 1999");
  REQUIRE(text->references().size() == 1);
  CHECK(text->references()[0].kind == passes::ReferenceKind::instrument);
  CHECK(text->references()[0].uri.empty());

  CHECK(with("Under the Made Up Regulations 2001.").count(Code::EXT001) == 1);
  CHECK(with("Under the Act, this Act, and Regulations.").count(Code::EXT001) == 0);

  const auto several = with("Under the Local Government Act 1986.");
  CHECK(several.about(Code::EXT001) == "Local Government Act 1986");
  CHECK(several.all(Code::EXT001)[0]->notes.at(0).text ==
        "the register has Local Government Act 1972, Local Government Act 2000");
}

TEST_CASE("EXT002: the wrong year, with the right one to write") {
  const auto text = with("Under the Localism Act 2012.");
  CHECK(text.about(Code::EXT002) == "Localism Act 2012");
  CHECK(text.fixed(Code::EXT002).find("the Localism Act 2011.") != std::string::npos);
  CHECK(with("Under the Localism Act 2011 in 2012.").count(Code::EXT002) == 0);
}

TEST_CASE("EXT003: what is repealed, and what stands in its place") {
  const auto text = with("Under the Data Protection Act 1998.");
  CHECK(text.message(Code::EXT003) == "\"Data Protection Act 1998\" is repealed");
  CHECK(text.all(Code::EXT003)[0]->notes.at(0).text == "replaced by Data Protection Act 2018");
}
