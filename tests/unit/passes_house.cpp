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

}  // namespace

TEST_CASE("STY001: gendered words, in pairs as one, with what to write") {
  const auto pair = with("Each of his/her and he or she and s/he.");
  CHECK(pair.count(Code::STY001) == 3);
  CHECK(pair.about(Code::STY001) == "his/her");
  CHECK(pair.fixed(Code::STY001).find("Each of their and") != std::string::npos);
  CHECK_FALSE(pair.all(Code::STY001)[0]->fixes[0].safe);
  CHECK(pair.all(Code::STY001)[1]->fixes.empty());

  CHECK(with("The Vice-Chairmen.").fixed(Code::STY001).find("The Vice-Chairs.") !=
        std::string::npos);
  CHECK(with("The chair, they, others, there, the Ombudsman.").count(Code::STY001) == 0);
  CHECK(Checked("## 1. S\n\n> His words.\n").count(Code::STY001) == 0);
  const Checked welsh("## 1. S\n\n1.1 Mae he wedi.\n\n1.2 He.\n", "language: cy\n");
  CHECK(welsh.count(Code::STY001) == 0);
  CHECK(welsh.count(Code::STY005) == 1);
}

TEST_CASE("STY002: more than 40 words in a sentence") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "word ";
  CHECK(with(words + ".").count(Code::STY002) == 0);
  const auto text = with(words + "more. Short one.");
  CHECK(text.count(Code::STY002) == 1);
  CHECK(text.message(Code::STY002).starts_with("the sentence has 41 words"));
  CHECK(with(words + "and/or.").count(Code::STY002) == 1);
  CHECK(with(words + "e.g.").count(Code::STY002) == 1);
}

TEST_CASE("STY003: capitals for emphasis, not abbreviations") {
  CHECK(with("They MUST do so, as they must.").about(Code::STY003) == "MUST");
  CHECK(Checked("## 1. THE ROLE OF MEMBERS\n").about(Code::STY003) == "THE ROLE OF MEMBERS");
  CHECK(with("The LGA, MIS, ICT and UNISON use BCC.").count(Code::STY003) == 0);
}

TEST_CASE("STY004: two verbs for one duty of the same people") {
  const auto text = Checked(
      "## 1. S\n\n1.1 Officers must respect the law.\n\n1.2 Officers will respect the law.\n");
  CHECK(text.message(Code::STY004) == "\"will\" here and \"must\" elsewhere for the same duty");
  CHECK(
      Checked("## 1. S\n\n1.1 Officers must respect the law.\n\n1.2 Members will respect the law. "
              "Officers will attend the meeting.\n")
          .count(Code::STY004) == 0);
}

TEST_CASE("A11Y001: a heading level skipped") {
  const Checked text("# T\n\n## 1. A\n\n#### Deep\n\n## 2. B\n\n### 2.1 C\n");
  CHECK(text.count(Code::A11Y001) == 1);
  CHECK(text.message(Code::A11Y001) == "a heading of level 4 follows one of level 2");
  CHECK(Checked("## 1. A\n").count(Code::A11Y001) == 0);
  CHECK(Checked("### 1. A\n").count(Code::A11Y001) == 1);
}

TEST_CASE("A11Y002 and A11Y004: links that say nothing, or their address") {
  for (const std::string words :
       {"Click here", "here", "find out more", "available here", "this link"})
    CHECK(with("[" + words + "](https://example.org).").about(Code::A11Y002) == words);
  CHECK(with("See <https://example.org>.").count(Code::A11Y004) == 1);
  const auto fine = with("[The policy](https://example.org), [](#1), <a@example.org>.");
  CHECK(fine.count(Code::A11Y002) + fine.count(Code::A11Y004) == 0);
}

TEST_CASE("A11Y003: a table without a header") {
  CHECK(Checked("## 1. S\n\n| | |\n| --- | --- |\n| a | b |\n").count(Code::A11Y003) == 1);
  CHECK(Checked("## 1. S\n\n| A | B |\n| --- | --- |\n| a | b |\n").count(Code::A11Y003) == 0);
}

TEST_CASE("MET001: adopted without date, body or minute") {
  const auto text = Checked("## 1. S\n", "status: adopted\nadopted: {date: 2024-05-20}\n");
  CHECK(text.message(Code::MET001) == "`adopted:` gives no body or minute");
  CHECK(
      Checked("## 1. S\n", "status: adopted\nadopted: {date: 2024, body: Council, minute: \"3\"}\n")
          .count(Code::MET001) == 0);
  CHECK(Checked("## 1. S\n", "status: draft\n").count(Code::MET001) == 0);
}

TEST_CASE("who keeps a text up to date is named by the title of the role") {
  const auto owner = [](const std::string& more) {
    return Checked("1.1 Text.\n", "review: {owner: monitoring-officer}\n" + more)->review_owner();
  };
  CHECK(owner("") == "Monitoring Officer");
  CHECK(owner("roles: {monitoring-officer: Head of Law}\n") == "Head of Law");
  CHECK(Checked("1.1 Text.\n", "review: {owner: the Clerk}\n")->review_owner() == "the Clerk");
}

TEST_CASE("MET002: a review that is overdue on the day asked about") {
  const auto due = [](std::string_view date, std::string_view today, std::string_view status) {
    return Checked(
               "## 1. S\n",
               "status: " + std::string(status) + "\nreview: {due: " + std::string(date) + "}\n",
               today)
        .count(Code::MET002);
  };
  CHECK(due("2026-05", "2026-06-01", "adopted") == 1);
  CHECK(due("2026-05", "2026-05-31", "adopted") == 0);
  CHECK(due("2026", "2026-12-31", "adopted") == 0);
  CHECK(due("2026-05", "", "adopted") == 0);
  CHECK(due("2026-05", "2026-06-01", "superseded") == 0);
}

TEST_CASE("MET003: due before adoption") {
  CHECK(Checked("## 1. S\n", "adopted: {date: 2024-05-20}\nreview: {due: 2024-04}\n")
            .count(Code::MET003) == 1);
  CHECK(Checked("## 1. S\n", "adopted: {date: 2024-05-20}\nreview: {due: 2024-05}\n")
            .count(Code::MET003) == 0);
}

TEST_CASE("MET004: versions out of order") {
  const auto versions = [](std::string_view a, std::string_view b, std::string_view c) {
    std::string text = "versions:\n";
    for (const auto date : {a, b, c}) text += "  - {date: " + std::string(date) + "}\n";
    return Checked("## 1. S\n", text).count(Code::MET004);
  };
  CHECK(versions("2020", "2021-03", "2021") == 0);
  CHECK(versions("2020", "2022", "2021") == 1);
  CHECK(versions("2022", "2021", "2020") == 0);
}

TEST_CASE("VER004: a clause that is listed as deleted without a reason") {
  CHECK(Checked("## 1. S\n", "deleted:\n  - {clause: \"9.3\"}\n").message(Code::VER004) ==
        "clause \"9.3\" is listed as deleted without a reason");
  CHECK(
      Checked("## 1. S\n", "deleted:\n  - {clause: \"9.3\", reason: done}\n").count(Code::VER004) ==
      0);
}

TEST_CASE("MET005: a sign-off with something missing") {
  CHECK(Checked("## 1. S\n", "signoff:\n  - {role: Chair, name: A}\n").message(Code::MET005) ==
        "the sign-off has no date");
  CHECK(Checked("## 1. S\n", "signoff:\n  - {role: Chair, name: A, date: 2024-03-21}\n")
            .count(Code::MET005) == 0);
}

TEST_CASE("a word that a register adds to a list is read by its rule") {
  constexpr std::string_view words =
      "## 1. S\n\n1.1 “Group” stands for any party. A Group of TBS members may walk walk on.\n";
  CHECK(Checked(words).protocol->definitions().empty());
  CHECK(Checked(words).count(Code::MET006) == 0);
  CHECK(Checked(words).about(Code::DUP002) == "walk walk");
  auto registers = test::small_register();
  registers.lists.defining_verbs.emplace_back("stands for");
  registers.lists.placeholder_abbreviations.insert("tbs");
  registers.lists.repeatable_words.insert("walk");
  const Checked text(words, "", "", registers);
  REQUIRE(text->definitions().size() == 1);
  CHECK(text->definitions().front().term == "Group");
  CHECK(text.about(Code::MET006) == "TBS");
  CHECK(text.count(Code::DUP002) == 0);
}

TEST_CASE("MET006: text still to be filled in") {
  CHECK(with("Adopted on [insert date].").about(Code::MET006) == "[insert date]");
  CHECK(with("Owner: TBC.").about(Code::MET006) == "TBC");
  CHECK(with("Adopted on XX/XX/XXXX.").count(Code::MET006) == 1);
  CHECK(with("Signed ........ by").about(Code::MET006) == "........");
  CHECK(with("Signed \\_\\_\\_\\_\\_ by").count(Code::MET006) == 1);
  CHECK(with("On ...21/3/24..... it was. [Councillors,] Councillor XX/Lord Mayor… Who…")
            .count(Code::MET006) == 0);
}

TEST_CASE("MET007: no date of review") {
  CHECK(Checked("## 1. S\n").count(Code::MET007) == 1);
  CHECK(Checked("## 1. S\n", "review: {date: 2023-09}\n").count(Code::MET007) == 0);
}

TEST_CASE("SRC003: a text without a clause makes no protocol") {
  const Checked text("");
  CHECK_FALSE(text.protocol);
  CHECK(text.count(Code::SRC003) == 1);
  CHECK(Checked("> \n").count(Code::SRC003) == 1);
}
