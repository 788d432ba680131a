#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "draft/decider.h"
#include "draft_text.h"

using namespace concord;
using draft::ChangeClass;
using test::Versions;

namespace {

std::string told(const draft::Change& change) {
  std::string all;
  for (const draft::Effect& each : change.effects)
    all += (all.empty() ? "" : "; ") + std::string(name_of(each.kind)) + ": " + each.before +
           " > " + each.after;
  return all;
}

std::string effects(const std::string& before, const std::string& after) {
  return told(Versions("1.1 " + before, "1.1 " + after).change("1.1"));
}

// Of a clause that came beside one that stayed.
std::string added(const std::string& text) {
  const std::string rest = "1.1 Papers for a meeting are published five clear days before it.";
  return told(Versions(rest, rest + "\n\n1.2 " + text).change("1.2"));
}

// Whether the council, and not who decides on spelling and titles, is to decide.
bool is_for_council(const Versions& versions, std::string_view key) {
  const draft::Decider decider(*versions.before, *versions.after, Versions::registers());
  const auto classes = decider.decide(versions.change(key)).classes;
  return std::ranges::find(classes, "other") != classes.end();
}

}  // namespace

TEST_CASE("the subject of a passive verb is not who is bound") {
  CHECK(added("A member shall not be refused access to a report.") ==
        "new-rule:  > member shall not be refused");
  CHECK(added("Members must be given five days to reply.") == "new-rule:  > Members must be given");
  CHECK(added("Members should always be told of it.") ==
        "new-rule:  > Members should always be told");
  CHECK(added("Letters must be answered by officers within a week.") ==
        "new-duty:  > must be answered by officers");
  CHECK(added("Officers must be polite to members.") == "new-duty:  > Officers must");
  const std::string rest = "1.1 Papers for a meeting are published five clear days before it.";
  CHECK(told(Versions(rest + "\n\n1.2 Members shall be told of each decision.", rest)
                 .change("1.2")) == "lost-rule: Members shall be told > ");
}

TEST_CASE("rights and bans are told in the words that councils have for them") {
  CHECK(added("A member is entitled to see any report.") == "new-right:  > member is entitled to");
  CHECK(added("Officers have the right to decline.") == "new-right:  > Officers have the right to");
  CHECK(added("No officer may accept a gift.") == "new-prohibition:  > No officer may");
  CHECK(added("Neither members nor officers may accept a gift.") ==
        "new-prohibition:  > Neither members nor officers may");
  CHECK(added("Officers should not lobby members.") == "new-advice:  > Officers should not");
  CHECK(added("Only the Monitoring Officer may open it.") ==
        "new-rule:  > Only the Monitoring Officer may");
  CHECK(added("Members may only see their own papers.") == "new-rule:  > Members may only");
  CHECK(added("Members do not have the right to instruct officers.").empty());
  CHECK(added("Members cannot be expected to know everything.").empty());
  CHECK(added("Officers, who may be busy, must reply.").empty());
  CHECK(added("The advice of officers must be heard.").empty());
}

TEST_CASE("an item that came or went has the rule of what leads into it") {
  const std::string one = "1.1 Officers must:\n\n- (a) reply to letters; and\n- (b) attend";
  const Versions versions(one + ".", one + "; and\n- (c) keep a record.");
  CHECK(told(versions.change("1.1.c")) == "new-duty:  > Officers must … keep");
  const Versions back(one + "; and\n- (c) keep a record.", one + ".");
  CHECK(told(back.change("1.1.c")) == "lost-duty: Officers must … keep > ");
  const Versions whole("1.2 Letters are short.", "1.2 Letters are short.\n\n" + one + ".");
  CHECK(told(whole.change("1.1")) == "new-duty:  > Officers must");
  CHECK(told(whole.change("1.1.b")).empty());
}

TEST_CASE("a rule is neither lost nor new that another clause of the other version lays down") {
  const std::string apart =
      "1.1 Members must sign the register.\n\n1.2 Officers must sign the register.";
  const std::string together = "1.1 Members and officers must sign the register.";
  CHECK(told(Versions(apart, together).change("1.2")).empty());
  CHECK(told(Versions(together, apart).change("1.2")).empty());
  CHECK(told(Versions(apart, "1.1 Members must sign the register.").change("1.2")) ==
        "lost-duty: Officers must > ");
}

TEST_CASE("each modal that changed is told, and which is stronger") {
  CHECK(effects("Members must sign. Officers may refuse.",
                "Members may sign. Officers must refuse.") ==
        "stronger: may > must; weaker: must > may");
  CHECK(effects("Members must sign the book. They must give the time of day.",
                "Members must sign the book. They should give the time of day.") ==
        "weaker: must > should");
  CHECK(effects("Officers may attend.", "Officers must not attend.") == "modality: may > must not");
  const Versions list("1.1 Officers should:\n\n- (a) reply; and\n- (b) attend.",
                      "1.1 Officers must:\n\n- (a) reply; and\n- (b) attend.");
  CHECK(told(list.change("1.1")) == "stronger: should > must");
}

TEST_CASE("a release from a duty is weaker than what binds, and made stronger by it") {
  CHECK(effects("Members must attend.", "Members need not attend.") == "weaker: must > need not");
  CHECK(effects("Members need not attend.", "Members should attend.") ==
        "stronger: need not > should");
  CHECK(effects("Members must not attend.", "Members need not attend.") ==
        "weaker: must not > need not");
  CHECK(effects("Members needn't attend.", "Members must attend.") == "stronger: needn't > must");
  CHECK(effects("Members are not obliged to attend.", "Members shall attend.") ==
        "stronger: are not obliged to > shall");
  CHECK(effects("Members should attend. Officers must reply to each letter.",
                "Members are under no obligation to attend. Officers must reply to each letter.") ==
        "weaker: should > are under no obligation to");
}

TEST_CASE("what denies a modal turns no sentence round it") {
  CHECK(effects("Members must never sign it.", "Members should never sign it.") ==
        "weaker: must never > should never");
}

TEST_CASE("what a release does to leave, and where the sentence is turned, is not told") {
  CHECK(effects("Members may attend.", "Members need not attend.") == "modality: may > need not");
  CHECK(effects("Members need not attend.", "Members are not obliged to attend.").empty());
  CHECK(effects("Only members need not attend.", "Only members must attend.") ==
        "modality: need not > must");
  CHECK(effects("Members may refuse to attend.", "Members must refuse to attend.") ==
        "stronger: may > must");
}

TEST_CASE("each \"not\" that came or went is told with its modal") {
  CHECK(effects("Members must not sign the book. Officers must sign it.",
                "Members must sign the book. Officers must not sign it.") ==
        "negation: must not > ; negation:  > must not");
  CHECK(effects("Officers may act, whether or not asked.", "Officers may act, whether asked.")
            .empty());
}

TEST_CASE("a noun and a name are no modals") {
  CHECK(effects("The will of the Council is final.", "The word of the Council is final.").empty());
  CHECK(effects("Members may speak. The Chair is Mrs May.",
                "Members may speak. The Chair is Mrs Will.")
            .empty());
}

TEST_CASE("all, any, and, or: which of several are meant") {
  CHECK(effects("Officers must do any of these.", "Officers must do all of these.") ==
        "selection: any > all");
  CHECK(effects("It needs the consent of a member and an officer.",
                "It needs the consent of a member or an officer.") == "selection: and > or");
  CHECK(effects("Reports are sent to all members within a week.",
                "Reports are sent to members within a week.") == "selection: all > ");
}

TEST_CASE("a modal behind an article or a possessive is a noun") {
  CHECK(effects("It is of their own will.", "It is of their own may.").empty());
}

TEST_CASE("few, nothing and nobody turn a sentence as no and only do") {
  CHECK(effects("Few members should attend.", "Few members must attend.") ==
        "modality: should > must");
  CHECK(effects("Nothing should prevent it.", "Nothing must prevent it.") ==
        "modality: should > must");
  CHECK(added("Few officers may reply.") == "new-rule:  > Few officers may");
}

TEST_CASE("working days are other days") {
  CHECK(effects("Officers must reply within ten working days.",
                "Officers must reply within ten days.") == "limit: working days > days");
  CHECK(effects("Officers must reply within 10 working days.",
                "Officers must reply within 10 calendar days.") ==
        "limit: working days > calendar days");
}

TEST_CASE("a clause that restricts who is meant is a condition") {
  CHECK(effects("Members who wish to speak must sign the book.", "Members must sign the book.") ==
        "condition-removed: who wish to speak > ");
  CHECK(effects("Members must sign the book.", "Members that wish to speak must sign the book.") ==
        "condition-added:  > that wish to speak");
  CHECK(effects("Members must sign the book.", "Members which it concerns must sign the book.") ==
        "condition-added:  > which it concerns");
}

TEST_CASE("a condition in the place of another is no more than another") {
  CHECK(effects("Members must sign the book if they stay.",
                "Members must sign the book when they stay.") == "condition: if > when");
  CHECK(effects("Officers may act with notice.", "Officers may act without notice.") ==
        "condition: with > without");
}

TEST_CASE("a condition beside another role leaves the role told") {
  CHECK(effects("Officers must reply within ten days to the member.",
                "Officers must reply within ten days to the Monitoring Officer unless on leave.") ==
        "actor: member > Monitoring Officer; condition-added:  > unless on leave");
}

TEST_CASE("one role in the place of another is told, in each clause") {
  const std::string rest = " decides complaints.\n\n1.2 The ";
  const Versions versions("1.1 The Chief Executive" + rest + "Monitoring Officer keeps the book.",
                          "1.1 The Monitoring Officer" + rest + "Chief Executive keeps the book.");
  CHECK(told(versions.change("1.1")) == "actor: Chief Executive > Monitoring Officer");
  CHECK(told(versions.change("1.2")) == "actor: Monitoring Officer > Chief Executive");
}

TEST_CASE("roles that change places with the voice of the verb are no other roles") {
  CHECK(effects("The officer shall inform the member.",
                "The member shall be informed by the officer.")
            .empty());
  CHECK(!effects("The officer shall inform the member.", "The member shall inform the officer.")
             .empty());
}

TEST_CASE("another title is housekeeping only where the old one is gone and the new one is new") {
  const std::string one = "1.1 The Chief Executive decides complaints.";
  const std::string two = "1.1 The Managing Director decides complaints.";
  const auto change = [](const Versions& versions) { return told(versions.change("1.1")); };
  CHECK(change({one, two}).empty());
  CHECK(Versions(one, two).change("1.1").kind == ChangeClass::housekeeping);
  const std::string other = "\n\n1.2 Letters are signed by the ";
  const Versions stays(one + other + "Chief Executive.", two + other + "Chief Executive.");
  CHECK(change(stays) == "title: Chief Executive > Managing Director");
  CHECK(is_for_council(stays, "1.1"));
  const Versions stood(one + other + "Managing Director.", two + other + "Managing Director.");
  CHECK(change(stood) == "title: Chief Executive > Managing Director");
  CHECK(is_for_council(stood, "1.1"));
}

TEST_CASE("a comma that may part other words now is for the council") {
  const auto doubtful = [](const std::string& before, const std::string& after) {
    const Versions versions("1.1 " + before, "1.1 " + after);
    const std::string all = told(versions.change("1.1"));
    CHECK(is_for_council(versions, "1.1") == !all.empty());
    return all;
  };
  CHECK(doubtful("Members may not, without consent, speak.",
                 "Members may, not without consent, speak.") ==
        "punctuation: may not > may, not; punctuation: not, without > not without");
  CHECK(doubtful("Members who are busy need not attend.",
                 "Members, who are busy, need not attend.") ==
        "punctuation: Members who > Members, who; punctuation: busy need > busy, need");
  CHECK(!doubtful("Officers may attend, and speak, with consent.",
                  "Officers may attend and speak with consent.")
             .empty());
  CHECK(effects("Letters, papers and notes are kept.", "Letters and papers are kept.")
            .find("punctuation") == std::string::npos);
  CHECK(doubtful("Papers, minutes and notes are kept.", "Papers, minutes, and notes are kept.")
            .empty());
  CHECK(
      doubtful("In addition members ask officers.", "In addition, members ask officers.").empty());
  CHECK(doubtful("Members ask; officers answer.", "Members ask, officers answer.").empty());
  CHECK(doubtful("Members ask officers.", "Members ask officers;").empty());
}

TEST_CASE("the year of an Act is no number that limits") {
  CHECK(
      effects("The Local Government Act 1972 applies.", "The Local Government Act 2000 applies.") ==
      "instrument: Local Government Act 1972 > Local Government Act 2000");
}

TEST_CASE("a cell is told beside rows that came") {
  const std::string head = "1.1 Replies:\n\n| Request | Time |\n|---|---|\n| General | ";
  const Versions versions(head + "10 days |\n", head + "5 days |\n| Complaint | 20 days |\n");
  CHECK(told(versions.change("1.1.t1")) == "limit: 10 > 5");
}
