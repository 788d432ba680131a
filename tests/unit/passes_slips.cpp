// What should not be put to a council: slips, things begun and not written, words said twice.
#include <catch2/catch.hpp>

#include "passes_text.h"

using namespace concord;
using diag::Code;
using test::Checked;
using test::Lines;

namespace {

Checked with(std::string_view words) {
  syntax::Register registers = test::small_register();
  registers.lists = test::registers_with_larger_numbers().lists;
  return Checked("## 1. S\n\n1.1 " + std::string(words) + "\n", "", "", registers);
}

// The words that each diagnostic of the code is about.
Lines about(const Checked& text, Code code) {
  Lines all;
  for (const auto* each : text.all(code)) all.emplace_back(text.sources.text(each->span));
  return all;
}

Lines placeholders(std::string_view words) {
  return about(with(words), Code::MET006);
}

}  // namespace

TEST_CASE("MET006: stand-ins for a value") {
  CHECK(placeholders("On XX May 2025, xx/xx/2025 and 20XX.") == Lines{"XX", "xx/xx/2025", "20XX"});
  CHECK(placeholders("Up to £XXX, £X or £XX,XXX.") == Lines{"XXX", "X", "XX,XXX"});
  CHECK(placeholders("Each ?\?\?\?, at £?\? a time [?] on ?\?/?\?/2026.") ==
        Lines{"?\?\?\?", "?\?", "[?]", "?\?/?\?/2026"});
  CHECK(placeholders("Within X working days of the Xth, by [ ] or [officer name].") ==
        Lines{"X", "Xth", "[ ]", "[officer name]"});
  CHECK(placeholders("In Chapter XXI, Part XX and Volume XXX; Councillor XX/Lord Mayor.").empty());
  CHECK(placeholders("Really?? Who knows? An X-ray, Malcolm X.").empty());
}

TEST_CASE("MET006: instructions to whoever drafts") {
  CHECK(placeholders("The Council [delete as appropriate] decides.") ==
        Lines{"[delete as appropriate]"});
  CHECK(placeholders("Council/Cabinet (delete as applicable).") == Lines{"delete as applicable"});
  CHECK(placeholders("NOTE TO SELF: ask. Lorem ipsum dolor.") ==
        Lines{"NOTE TO SELF", "Lorem ipsum"});
  CHECK(placeholders("[insert name of XX], {{name}}, «Council».") ==
        Lines{"[insert name of XX]", "{{name}}", "«Council»"});
  CHECK(placeholders("Dated DD/MM/YYYY.") == Lines{"DD/MM/YYYY"});
  CHECK(placeholders("As agreed [DN: check with legal].") == Lines{"[DN: check with legal]"});
  CHECK(placeholders("“[Councillors] act for the [town]”, [sic], as [amended].").empty());
}

TEST_CASE("MET006: what is to be confirmed, and what will be") {
  CHECK(placeholders("The officer is: To be confirmed.") == Lines{"To be confirmed"});
  CHECK(placeholders("The fee (to be agreed) and tbc.") == Lines{"to be agreed", "tbc"});
  CHECK(placeholders("The minutes are to be confirmed at the next meeting.").empty());
  CHECK(placeholders("Matters to be determined by the Clerk; a date to be agreed with the chair.")
            .empty());
  const Checked table("## 1. S\n\n| Post | Name |\n|---|---|\n| Clerk | To be confirmed |\n");
  CHECK(about(table, Code::MET006) == Lines{"To be confirmed"});
}

TEST_CASE("MET006: in the front matter, too") {
  const Checked text("## 1. S\n\n1.1 x.\n", "adopted: {minute: TBC}\n");
  CHECK(text.message(Code::MET006) == "\"TBC\" looks like text still to be filled in");
  CHECK(text.sources.position(text.file, text.all(Code::MET006)[0]->span.begin).line == 5);
}

TEST_CASE("MET012: a draft that is to be judged as a transcription") {
  const std::string profile = "profile: transcription\n";
  CHECK(Checked("## 1. S\n", "status: draft\n" + profile).count(Code::MET012) == 1);
  CHECK(Checked("## 1. S\n", "status: draft\nprofile: draft\n").count(Code::MET012) == 0);
  CHECK(Checked("## 1. S\n", "status: adopted\n" + profile).count(Code::MET012) == 0);
  CHECK(Checked("## 1. S\n", profile).count(Code::MET012) == 0);
}

TEST_CASE("MET008: a draft that says when it was adopted") {
  const std::string adopted = "adopted: {date: 2023-05-15}\n";
  CHECK(Checked("## 1. S\n", "status: draft\n" + adopted).message(Code::MET008) ==
        "the status is draft, but `adopted:` gives a date, 15 May 2023");
  CHECK(Checked("## 1. S\n", adopted).message(Code::MET008).starts_with("without a status"));
  CHECK(Checked("## 1. S\n", "status: adopted\n" + adopted).count(Code::MET008) == 0);
  CHECK(Checked("## 1. S\n", "status: draft\n").count(Code::MET008) == 0);
}

TEST_CASE("MET009: days that the calendar does not have") {
  CHECK(about(with("On 30 February 2027, 31st of June and February 29, 2027."), Code::MET009) ==
        Lines{"30 February 2027", "31st of June", "February 29, 2027"});
  CHECK(about(with("By 31/11/2028 or 2027-02-30."), Code::MET009) ==
        Lines{"31/11/2028", "2027-02-30"});
  CHECK(with("On 29 February 2028, 1 May, 31 December; in April 40 members; minute 45/31/2024; "
             "paragraph 1.31 June.")
            .count(Code::MET009) == 0);
}

TEST_CASE("MET009: the wrong day of the week") {
  CHECK(with("On Monday 6 May 2025.").message(Code::MET009) ==
        "6 May 2025 is a Tuesday, not a Monday");
  CHECK(with("On Tuesday, 6 May 2025.").count(Code::MET009) == 0);
}

TEST_CASE("MET010: one number in words, another in figures") {
  CHECK(with("Within ten (15) working days.").message(Code::MET010) ==
        "\"ten\" and \"15\" are not the same number");
  CHECK(with("Within ten (15 working) days.").count(Code::MET010) == 1);
  CHECK(with("A fee of £50 (forty pounds).").count(Code::MET010) == 1);
  CHECK(with("A fee of forty pounds (£50).").count(Code::MET010) == 1);
  CHECK(with("One hundred and five (115) days.").about(Code::MET010) ==
        "One hundred and five (115)");
  CHECK(with("Within twenty-one (21) days, five (5) days, 28 (twenty eight) days, £1,250 (one "
             "thousand two hundred and fifty pounds).")
            .count(Code::MET010) == 0);
  CHECK(with("One of three tests (1) it is lawful; ten (2 of whom are members); section 5 (one "
             "officer); paragraph 3 (2.5).")
            .count(Code::MET010) == 0);
}

TEST_CASE("DUP002: a word twice in a row") {
  CHECK(about(with("Officers of the the Council must must act."), Code::DUP002) ==
        Lines{"the the", "must must"});
  CHECK(with("It is said that that the Council knows.").about(Code::DUP002) == "that that");
  CHECK(with("What he had had, and that that officer knew; a very very long day, in Baden Baden; "
             "to log in in person. What it is is clear. "
             "The end. End it.")
            .count(Code::DUP002) == 0);
  CHECK(Checked("## 1. S\n\n| A | B |\n|---|---|\n| the | the |\n").count(Code::DUP002) == 0);
}

TEST_CASE("DUP001: clauses with the same words") {
  const std::string words =
      "Official letters on behalf of the Council are normally sent out by an officer.";
  const Checked text("## 1. S\n\n1.1 " + words + "\n\n1.2 Other.\n\n1.3 " + words + "\n");
  CHECK(text.message(Code::DUP001) == "\"1.3\" has the same words as \"1.1\"");
  CHECK(text.all(Code::DUP001)[0]->notes.at(0).text == "first used here");
  const std::string list = "\n\n- (a) respect and courtesy at all times;\n- (b) advice.\n\n";
  CHECK(Checked("## 1. S\n\n1.1 Members give:" + list + "1.2 Officers give:" + list)
            .count(Code::DUP001) == 0);
  CHECK(Checked("## 1. S\n\n1.1 Members give:\n\n- (a) respect at all times;\n- (b) respect at all "
                "times.\n")
            .count(Code::DUP001) == 1);
  CHECK(Checked("## 1. S\n\n> " + words + "\n\n1.1 " + words + "\n").count(Code::DUP001) == 0);
}

TEST_CASE("DUP001: what leads into different lists is not the same") {
  const std::string words = "Members and officers of the Council must in all they do together:";
  CHECK(Checked("## 1. S\n\n1.1 " + words + "\n\n- (a) listen;\n\n1.2 " + words +
                "\n\n- (a) answer.\n")
            .count(Code::DUP001) == 0);
}

TEST_CASE("SYN012: a lead-in with nothing after it") {
  CHECK(Checked("## 1. S\n\n1.1 The Council's values are as follows:\n\n## 2. T\n\n2.1 x.\n")
            .about(Code::SYN012) == "follows:");
  CHECK(Checked("## 1. S\n\n1.1 Members must:\n\n1.2 Officers listen.\n").count(Code::SYN012) == 1);
  CHECK(Checked("## 1. S\n\nThe rules are as follows.\n").count(Code::SYN012) == 1);
  CHECK(Checked("## 1. S\n\n1.1 Members must:\n\n- (a) listen:\n- (b) answer.\n")
            .count(Code::SYN012) == 0);
  CHECK(Checked("## 1. S\n\n1.1 The officers are:\n\n| A | B |\n|---|---|\n| a | b |\n")
            .count(Code::SYN012) == 0);
  CHECK(Checked("## 1. S\n\nThe Code says this:\n\n> Words.\n\nSigned on behalf of the Council:\n")
            .count(Code::SYN012) == 0);
}

TEST_CASE("SYN013: headings and clauses without words") {
  const Checked text("## 1. S\n\n1.1 x.\n\n##\n\n## 2. Complaints\n\n## 3. T\n\n3.1 y.\n");
  CHECK(text.count(Code::SYN013) == 2);
  CHECK(text.message(Code::SYN013) == "this heading has no words and is left out");
  CHECK(text.all(Code::SYN013)[1]->message == "there is nothing below the heading \"Complaints\"");
  CHECK(Checked("# T\n\n## Part A\n\n### 1. S\n\n1.1 x.\n\n## 2. Not used\n\n## 3. T\n\n3.1 y.\n")
            .count(Code::SYN013) == 0);
  CHECK(Checked("## 1. S\n\n1.1 Members:\n\n- (a)\n- (b) y.\n").count(Code::SYN013) == 1);
}

TEST_CASE("FN005 and FN006: a note without words, and a mark without a note") {
  const Checked text("## 1. S\n\n1.1 One[^1] and two[^2].\n\n[^1]:\n\n[^2]: In person.\n");
  CHECK(text.message(Code::FN005) == "footnote 1 has no words");
  CHECK(about(with("“Members need officers.” [1] They do.¹ And 5 m² of it, as held at [15]."),
              Code::FN006) == Lines{"[1]", "¹"});
  CHECK(about(with("That seat [1] is theirs to see. [2] See paras [3] and [4], and para. [5]."),
              Code::FN006) == Lines{"[1]", "[2]"});
}
