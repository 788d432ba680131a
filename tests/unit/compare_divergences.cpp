#include "compare/effects/effects.h"
#include "compare_text.h"
#include "frozen_registers.h"

using namespace concord;
using compare::DivergenceType;

namespace {

struct Told {
  DivergenceType type;
  std::string a;
  std::string b;

  friend bool operator==(const Told&, const Told&) = default;
};
using All = std::vector<Told>;

std::ostream& operator<<(std::ostream& out, const Told& told) {
  return out << compare::name_of(told.type) << " [" << told.a << "] / [" << told.b << "]";
}

std::vector<compare::Difference> differences(const std::string& a, const std::string& b,
                                             const std::string& lead_a, const std::string& lead_b,
                                             bool near = true) {
  static const compare::Lexicon lexicon(&test::registers_with_larger_numbers(), {});
  const auto tokens_a = lexicon.tokens(a);
  const auto tokens_b = lexicon.tokens(b);
  const auto lead_tokens_a = lexicon.tokens(lead_a);
  const auto lead_tokens_b = lexicon.tokens(lead_b);
  const compare::StatedClause one(a, tokens_a, lead_a, lead_tokens_a, lexicon);
  const compare::StatedClause two(b, tokens_b, lead_b, lead_tokens_b, lexicon);
  return compare::differences(one, two, near, lexicon);
}

All between(const std::string& a, const std::string& b, const std::string& lead_a = {},
            const std::string& lead_b = {}) {
  All told;
  for (const auto& each : differences(a, b, lead_a, lead_b))
    told.push_back({each.type, each.a.words(), each.b.words()});
  return told;
}

// Of texts that are put in other words.
All far(const std::string& a, const std::string& b) {
  All told;
  for (const auto& each : differences(a, b, {}, {}, false))
    told.push_back({each.type, each.a.words(), each.b.words()});
  return told;
}

std::vector<DivergenceType> types(const std::string& a, const std::string& b) {
  std::vector<DivergenceType> types;
  for (const Told& each : between(a, b)) types.push_back(each.type);
  return types;
}

using Types = std::vector<DivergenceType>;

}  // namespace

TEST_CASE("a statement that is cut out of its sentence says so") {
  const std::string rest = " attend the meetings of party groups";
  const std::string thanks = "the Council thanks its officers for their work";
  const auto last =
      differences("The Council thanks its officers; officers must" + rest + ".",
                  "The Council thanks its officers; officers may" + rest + ".", {}, {});
  REQUIRE(last.size() == 1);
  CHECK(last[0].a.text == "… officers must" + rest);
  CHECK(last[0].a.words().starts_with("must"));
  const auto first = differences("Officers must" + rest + "; " + thanks + ".",
                                 "Officers may" + rest + "; " + thanks + ".", {}, {});
  REQUIRE(first.size() == 1);
  CHECK(first[0].a.text == "Officers must" + rest + " …");
  const auto whole = differences("Officers must" + rest + ".", "Officers may" + rest + ".", {}, {});
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].a.text == "Officers must" + rest);
}

TEST_CASE("one word turns the sense round") {
  CHECK(types("There is no statutory recognition for party groups.",
              "There is statutory recognition for party groups.") ==
        Types{DivergenceType::negation});
  CHECK(types("Officers should attend such meetings.",
              "Officers should not attend such meetings.") == Types{DivergenceType::negation});
  CHECK(types("The Leader appoints the Cabinet.", "The Leader does not appoint the Cabinet.") ==
        Types{DivergenceType::negation});
}

TEST_CASE("two sentences denied are not one that is denied twice") {
  CHECK(types("Officers should attend meetings. Members must declare gifts.",
              "Officers should not attend meetings. Members must not declare gifts.") ==
        Types{DivergenceType::negation});
}

TEST_CASE("modals that changed places are seen, whatever else the sentence holds") {
  CHECK(types("Members must reply and officers may attend.",
              "Members may reply and officers may attend.") == Types{DivergenceType::duty});
  CHECK(types("Officers can refuse.", "Officers cannot refuse.") ==
        Types{DivergenceType::negation});
  CHECK(types("Officers must attend meetings.", "Officers need not attend meetings.") ==
        Types{DivergenceType::duty});
}

TEST_CASE("what is denied or allowed in other words is the same") {
  CHECK(
      between("Officers must not attend group meetings.", "Officers mustn't attend group meetings.")
          .empty());
  CHECK(between("Members must tell the Chair.", "The Chair must be told by Members.").empty());
}

TEST_CASE("another actor is a difference, another title for one role is not") {
  CHECK(between("The request must be made to the Monitoring Officer.",
                "The request must be made to the Leader.") ==
        All{{DivergenceType::recipient, "Monitoring Officer", "Leader"}});
  CHECK(
      between("The request must be made to a Member.", "The request must be made to a Councillor.")
          .empty());
  CHECK(types("Members must consult officers.", "Officers must consult members.") ==
        Types{DivergenceType::actor});
  CHECK(types("Group leaders must consult the Chief Executive before the appointment.",
              "Group leaders must be consulted by the Chief Executive before the appointment.")
            .front() == DivergenceType::actor);
  CHECK(types("The Leader or the Deputy Leader decides on grants.",
              "The Leader and the Deputy Leader decide on grants.") ==
        Types{DivergenceType::actor});
}

TEST_CASE("an added condition or exception is one difference with all its words") {
  const auto told =
      between("Officers must respect confidentiality.",
              "Officers must respect confidentiality unless the Chair agrees otherwise.");
  REQUIRE(told.size() == 1);
  CHECK(told.front() == Told{DivergenceType::exception, "", "unless the Chair agrees otherwise"});
  // "be subject to" makes no condition.
  for (const auto& each :
       between("Staff must not be subject to bullying.", "Staff must not be bullied."))
    CHECK(each.type != DivergenceType::condition);
}

TEST_CASE("must and shall bind alike") {
  CHECK(between("Members must not give orders.", "Members shall not give orders.").empty());
  CHECK(
      between("avoid personal attacks", "avoid personal attacks", "Members must:", "Members shall:")
          .empty());
}

TEST_CASE("what is to be done may be what must be or what should be") {
  CHECK(
      between("Meetings are to be conducted in public.", "Meetings should be conducted in public.")
          .empty());
  CHECK(types("Meetings may be conducted in public.", "Meetings are to be conducted in public.") ==
        Types{DivergenceType::duty});
}

TEST_CASE("whose a thing is says nothing of whom it concerns") {
  CHECK(between("Members must comply with the Code of Conduct of the area.",
                "Members must comply with the Council's Code of Conduct for the area.")
            .empty());
  CHECK(between("Officers must give members advice.", "Officers must give them advice.").empty());
}

TEST_CASE("a limit that is left to what follows is told with it") {
  CHECK(between("Members are not authorised to instruct officers other than",
                "Members are not authorised to instruct officers.")
            .empty());
}

TEST_CASE("no member may, members are not authorised to: both forbid") {
  for (const Told& each : between("Members are not authorised to certify payments.",
                                  "No Member may certify payments."))
    CHECK(each.type != DivergenceType::duty);
}

TEST_CASE("an item whose lead-in is not known is certain of nothing") {
  for (const auto& each :
       differences("avoid personal attacks on the officer", "avoid personal attacks on the officer",
                   "A member who is unhappy about an officer should:", ""))
    CHECK(each.certainty == compare::Certainty::likely);
}

TEST_CASE("a word that limits what is done is a condition") {
  CHECK(types("Officers must implement the agreed policies of the Council.",
              "Officers must implement the lawfully agreed policies of the Council.") ==
        Types{DivergenceType::condition});
}

TEST_CASE("who may expect something is not the one to whom it is done") {
  const auto told = between("treat any Member fairly", "treat any contractor fairly",
                            "Members can expect officers to:", "Officers must:");
  for (const Told& each : told) CHECK(each.a != "Members");
}

TEST_CASE("another number, date or degree is a deadline or an amount") {
  CHECK(between("They must reply within 5 working days.",
                "They must reply within 10 working days.") ==
        All{{DivergenceType::deadline, "5 working days", "10 working days"}});
  CHECK(types("Members must declare gifts of £50 or more.",
              "Members must declare gifts of more than £50.") == Types{DivergenceType::amount});
  CHECK(types("The report must be sent to the Council by 31 March 2025.",
              "The report must be sent to the Council after 31 March 2025.") ==
        Types{DivergenceType::deadline});
  CHECK(types("Close familiarity must be avoided.", "Overly close familiarity must be avoided.") ==
        Types{DivergenceType::amount});
}

TEST_CASE("a word of quality is no measure and sets no time") {
  CHECK(between("They observe standards of courtesy.",
                "They observe reasonable standards of courtesy.")
            .empty());
  for (const std::string word : {"timely", "prompt", "regular"}) {
    CAPTURE(word);
    CHECK(between("Officers must give members information.",
                  "Officers must give members " + word + " information.")
              .empty());
  }
}

TEST_CASE("two statements of two acts differ in more than their effect") {
  const std::string one = "Councillors should address requests to the Clerk.";
  const std::string other = "Councillors must remember that staff serve the whole Council.";
  CHECK(far(one, other).empty());
}

TEST_CASE("what is said of who acts is not what is done") {
  CHECK(far("A member should take up the complaint with the Clerk.",
            "The complaint shall be reasoned and temperate.")
            .empty());
}

TEST_CASE("to do a thing and to have another done to one are two acts") {
  CHECK(far("They must not allow their professional judgement to be influenced by their own views.",
            "The officer should not be influenced to make comments which are contrary to their "
            "professional judgement.")
            .empty());
}

TEST_CASE("an exception leaves as much room as what is asked normally") {
  for (const Told& each : far("Letters should be sent to the Clerk, unless the Chair has agreed.",
                              "Letters should normally be sent to the Clerk."))
    CHECK(each.type != DivergenceType::duty);
}

TEST_CASE("an item for somebody else besides those who expect it is no other recipient") {
  const auto told = differences("work in partnership with members in an impartial manner",
                                "keep a working partnership with contractors",
                                "Officers must:", "Members can expect officers to:", false);
  for (const auto& each : told) CHECK(each.type != DivergenceType::recipient);
}

TEST_CASE("a noun for a noun is no other class") {
  CHECK(between("Officers will not use their relationship with members to advance themselves.",
                "Officers will not use their contact with members to advance themselves.")
            .empty());
}

TEST_CASE("whose something is says not whom it concerns") {
  const std::string raise = "Officers must not raise the management of the ";
  CHECK(between(raise + "Council in public.", raise + "section in public.").empty());
}

TEST_CASE("no member shall, a member has no authority to: both deny") {
  for (const Told& each : between("A Member has no authority to give orders to staff.",
                                  "No Member shall give directions to an officer."))
    CHECK(each.type != DivergenceType::negation);
}

TEST_CASE("before one event or another is no other time") {
  CHECK(far("Members should read the papers before they come to the table.",
            "Members should read the papers before the meeting.")
            .empty());
  const auto told = far("Officers must answer a letter within ten working days.",
                        "Officers must answer a letter before the meeting.");
  REQUIRE(told.size() == 1);
  CHECK(told.front().type == DivergenceType::deadline);
}

TEST_CASE("leave that is understood makes no certain difference") {
  const std::string denied = "Members are not authorised to enter into a contract";
  for (const auto& each : differences(denied + ".", denied + " without lawful authority.", {}, {}))
    CHECK(each.certainty != compare::Certainty::certain);
  const auto told = differences("Members must not enter into a contract.",
                                "Members must not enter into a contract without the consent of "
                                "the Chief Executive.",
                                {}, {});
  REQUIRE(told.size() == 1);
  CHECK(told.front().certainty == compare::Certainty::certain);
}

TEST_CASE("who leaves room for what is not usual binds less") {
  const auto told = far("Letters shall be sent in the name of the Clerk.",
                        "Official letters should normally be sent in the name of the Clerk.");
  REQUIRE(told.size() == 1);
  CHECK(told.front() == Told{DivergenceType::duty, "shall", "should normally"});
}

TEST_CASE("at least is not less than") {
  CHECK(between("Reports are published at least five clear days before the meeting.",
                "Reports are published not less than 5 clear days before the meeting.")
            .empty());
}

TEST_CASE("a number that only names a place is no limit, whatever noun cites it") {
  for (const std::string noun :
       {"rule", "regulation", "standing order", "sub-paragraph", "para."}) {
    CAPTURE(noun);
    CHECK(between("They are elected under " + noun + " 5 of the Constitution.",
                  "They are elected under " + noun + " 7 of the Constitution.")
              .empty());
  }
  CHECK(between("They are elected under rules 5 and 7.", "They are elected under rules 5 and 9.")
            .empty());
}

TEST_CASE("a number in words is the number in digits") {
  CHECK(
      between("They must reply within five working days.", "They must reply within 5 working days.")
          .empty());
  CHECK(between("They must reply within twenty-eight (28) days.", "They must reply within 28 days.")
            .empty());
  CHECK(between("They must reply within ten working days.",
                "They must reply within twenty working days.") ==
        All{{DivergenceType::deadline, "ten working days", "twenty working days"}});
}

TEST_CASE("hundreds and thousands in words are those in digits, with commas or without") {
  CHECK(between("Gifts of more than one thousand pounds must be declared.",
                "Gifts of more than 1,000 pounds must be declared.")
            .empty());
  CHECK(between("Gifts of more than £1,000 must be declared.",
                "Gifts of more than £1000 must be declared.")
            .empty());
  CHECK(types("Gifts of more than £1,000 must be declared.",
              "Gifts of more than £10,000 must be declared.") == Types{DivergenceType::amount});
  CHECK(between("A petition of two hundred and fifty electors must be debated.",
                "A petition of 250 electors must be debated.")
            .empty());
}

TEST_CASE("a day is the same however it is written") {
  const std::string may = "The report must be sent to the Council by 14 May 2026.";
  for (const std::string day :
       {"14th May 2026", "the 14th of May 2026", "May 14, 2026", "14/05/2026", "2026-05-14"}) {
    CAPTURE(day);
    CHECK(between(may, "The report must be sent to the Council by " + day + ".").empty());
  }
  CHECK(types(may, "The report must be sent to the Council by 15th May 2026.") ==
        Types{DivergenceType::deadline});
  CHECK(types(may, "The report must be sent to the Council by 14 June 2026.") ==
        Types{DivergenceType::deadline});
  CHECK(types("The report must be sent by 14/05/2026.", "The report must be sent by 15/05/2026.") ==
        Types{DivergenceType::deadline});
}

TEST_CASE("the month of May allows nothing") {
  CHECK(types("The Council must review this protocol every May.",
              "The Council must review this protocol every June.") ==
        Types{DivergenceType::deadline});
  CHECK(types("Members must register by 14 May.", "Members must register by 14 June.") ==
        Types{DivergenceType::deadline});
}

TEST_CASE("words that one side alone has tell no persons or things apart") {
  CHECK(between("Leadership and direction", "Political leadership and direction").empty());
}

TEST_CASE("a list item has its lead-in's actor and modal") {
  const std::string whole = "Officers must be alert to contentious issues.";
  const std::string item = "be alert to contentious issues;";
  CHECK(between(whole, item, {}, "Officers must:").empty());
  CHECK(between(whole, item, {}, "Officers should:").front().type == DivergenceType::duty);
  CHECK(between(whole, item, {}, "Members must:").front().type == DivergenceType::actor);
}

TEST_CASE("a difference is shown in whole statements") {
  const auto told =
      differences("be alert to contentious issues;",
                  "Officers should be alert to contentious issues.", "Officers must:", {});
  REQUIRE(told.size() == 1);
  CHECK(told.front().a.text == "Officers must: be alert to contentious issues");
  CHECK(told.front().a.words() == "must");
  CHECK(told.front().b.text == "Officers should be alert to contentious issues");
  CHECK(told.front().b.words() == "should be alert");
}

TEST_CASE("a sentence that one side adds is more text, not another effect") {
  CHECK(between("Officers must reply to letters.",
                "Officers must reply to letters. Paper is kept in the cupboard.")
            .empty());
}
