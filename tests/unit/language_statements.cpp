#include <catch2/catch.hpp>
#include <string>

#include "frozen_registers.h"
#include "language/statements.h"
#include "worded_text.h"

using namespace concord;
using test::Worded;
using Strings = std::vector<std::string>;

namespace {

std::vector<language::Statement> statements(const std::string& text, const std::string& lead) {
  static const language::StatementReader reader(test::word_lists());
  const Worded own(text);
  const Worded before(lead);
  const language::ReadText leading = before.read();
  return reader.read(own.read(), lead.empty() ? nullptr : &leading);
}

Strings read(const std::string& text, const std::string& lead = {}) {
  Strings lines;
  for (const auto& each : statements(text, lead)) lines.push_back(language::dump(each, text, lead));
  return lines;
}

}  // namespace

TEST_CASE("a statement has its bearer, modal, predicate, object and recipient") {
  CHECK(read("Officers must send a copy to the Chair.") ==
        Strings{R"(duty | bearer "Officers" | modal "must" | predicate "send" | object "a copy" )"
                R"(| recipient "the Chair")"});
  CHECK(read("Group leaders must advise the Monitoring Officer of any change.") ==
        Strings{R"(duty | bearer "Group leaders" | modal "must" | predicate "advise" )"
                R"(| object "any change" | recipient "the Monitoring Officer")"});
}

TEST_CASE("what is sent from one to another is sent to the other") {
  const auto all = read("Officers must not copy a letter from the Clerk to the Leader.");
  REQUIRE(all.size() == 1);
  CHECK(all.front().ends_with(R"(| recipient "the Leader")"));
}

TEST_CASE("a lead-in gives its items what they lack") {
  CHECK(read("instruct an officer;", "Members must not:") ==
        Strings{R"(prohibition not | bearer "Members" | modal "must not" | predicate "instruct" )"
                R"(| recipient "an officer")"});
  CHECK(read("respect and courtesy", "Members can expect from officers:") ==
        Strings{R"(expectation | bearer "officers" | modal "can expect" )"
                R"(| object "respect and courtesy" | recipient "Members")"});
}

TEST_CASE("verbs with objects of their own make statements that share their head") {
  CHECK(read("Members must notify the Clerk and provide any papers.") ==
        Strings{R"(duty | bearer "Members" | modal "must" | predicate "notify" )"
                R"(| recipient "the Clerk")",
                R"(duty | bearer "Members" | modal "must" | predicate "provide" )"
                R"(| object "any papers")"});
  CHECK(read("instruct an officer or approve the budget;", "Members must not:") ==
        Strings{R"(prohibition not | bearer "Members" | modal "must not" | predicate "instruct" )"
                R"(| recipient "an officer")",
                R"(prohibition not | bearer "Members" | modal "must not" | predicate "approve" )"
                R"(| object "the budget")"});
  CHECK(read("Officers should give advice and support in meetings.").size() == 1);
  CHECK(read("Members must not initiate, approve or certify a payment.") ==
        Strings{R"(prohibition not | bearer "Members" | modal "must not" )"
                R"(| predicate "initiate, approve or certify" | object "a payment")"});
}

TEST_CASE("facts in one sentence are statements of their own") {
  CHECK(read("Members are accountable to the Leader, whereas officers are accountable to the "
             "Council.") ==
        Strings{R"(fact | bearer "Members" | predicate "accountable" | recipient "the Leader")",
                R"(fact | bearer "officers" | predicate "accountable" | recipient "the Council")"});
}

TEST_CASE("two that are bound together stay together") {
  CHECK(read("Officers are servants of the public and Members and officers are indispensable to "
             "one another.")
            .back()
            .starts_with(R"(fact | bearer "Members and officers")"));
}

TEST_CASE("whose it is to act is the bearer") {
  CHECK(read("It is for the Leader to reply.") ==
        Strings{R"(duty | bearer "the Leader" | modal "It is for" | predicate "reply")"});
  CHECK(read("It is the responsibility of the officer to express a view.") ==
        Strings{R"(duty | bearer "the officer" | modal "It is the responsibility of" )"
                R"(| predicate "express" | object "a view")"});
}

TEST_CASE("somebody whom no register knows may be the recipient, a document not") {
  CHECK(read("Members should seek advice from the Communications Unit.")
            .front()
            .ends_with(R"(recipient "the Communications Unit")"));
  CHECK(read("Members should comply with the Planning Code.").front().find("recipient") ==
        std::string::npos);
}

TEST_CASE("both sides may be bound") {
  CHECK(read("Members and officers must respect one another.")
            .front()
            .starts_with(
                R"(duty | bearer "Members and officers" | modal "must" | predicate "respect")"));
}

TEST_CASE("the agent of a passive verb is the bearer") {
  CHECK(read("The letter should be approved by the Chief Executive.") ==
        Strings{R"(advice passive | bearer "the Chief Executive" | modal "should" )"
                R"(| predicate "approved" | object "The letter")"});
  CHECK(read("The letter should be approved.") ==
        Strings{R"(advice passive | modal "should" | predicate "approved" | object "The letter")"});
}

TEST_CASE("what forbids and what frees from a duty are told apart") {
  const auto norm = [](const std::string& text) {
    const std::string line = read(text).front();
    return line.substr(0, line.find(' '));
  };
  CHECK(norm("Members may not give orders.") == "prohibition");
  CHECK(norm("Members mustn't give orders.") == "prohibition");
  CHECK(norm("The Leader has no power to give orders.") == "prohibition");
  CHECK(norm("Officers need not attend.") == "freedom");
  CHECK(norm("Officers are not obliged to attend.") == "freedom");
  CHECK(norm("Officers are to attend.") == "duty");
  CHECK(norm("Officers are responsible for advising members.") == "duty");
  CHECK(norm("Officers are entitled to attend.") == "permission");
  CHECK(norm("Officers should not attend.") == "advice-against");
  CHECK(norm("The Leader appoints the Cabinet.") == "fact");
}

TEST_CASE("conditions, exceptions, deadlines and amounts are cut out") {
  CHECK(read("Members must declare gifts of more than £50 within twenty-eight days unless the "
             "Clerk is on leave.") ==
        Strings{R"(duty | bearer "Members" | modal "must" | predicate "declare" )"
                R"(| object "gifts of more than £50" | exception "unless the Clerk is on leave" )"
                R"(| deadline "within twenty-eight days" | amount "more than £50")"});
  CHECK(read("If a member objects, the Leader must reply.") ==
        Strings{R"(duty | bearer "the Leader" | modal "must" | predicate "reply" )"
                R"(| condition "If a member objects")"});
}

TEST_CASE("a time said in passing ends nothing") {
  CHECK(read("Officers must promptly notify the Chair.") ==
        Strings{R"(duty | bearer "Officers" | modal "must" | predicate "notify" )"
                R"(| recipient "the Chair" | deadline "promptly")"});
  CHECK(read("Members must comply at all times with the Code.") ==
        Strings{R"(duty | bearer "Members" | modal "must" | predicate "comply" )"
                R"(| object "with the Code" | deadline "at all times")"});
}

TEST_CASE("a time in front of what an item owes leaves the rest, and from says who owes it") {
  CHECK(read("a timely response from officers to enquiries", "All members can expect:") ==
        Strings{R"(expectation | bearer "officers" | modal "can expect" )"
                R"(| object "response from officers to enquiries" | recipient "All members" )"
                R"(| deadline "timely")"});
}

TEST_CASE("whose a thing is names nobody to whom something is done") {
  CHECK(read("Members must comply with the Council's policies.") ==
        Strings{R"(duty | bearer "Members" | modal "must" | predicate "comply with" )"
                R"(| object "the Council's policies")"});
}

TEST_CASE("a case without a comma ends before the subject") {
  CHECK(read("If a member wishes to see a report they should ask the Clerk.") ==
        Strings{R"(advice | bearer "they" | modal "should" | predicate "ask" )"
                R"(| recipient "the Clerk" | condition "If a member wishes to see a report")"});
  CHECK(
      read("Where the matter relates to a complaint the matter must be sent to the Clerk.") ==
      Strings{R"(duty passive | modal "must" | predicate "sent" | object "the matter" )"
              R"(| recipient "the Clerk" | condition "Where the matter relates to a complaint")"});
}

TEST_CASE("verbs parted by a comma have one bearer") {
  CHECK(read("Members must respect officers, must not ask them to canvass.")
            .back()
            .starts_with(
                R"(prohibition not | bearer "Members" | modal "must not" | predicate "ask")"));
  CHECK(read("Members must respect officers and do not undermine their role.").back() ==
        R"(prohibition not | bearer "Members" | modal "must" | predicate "undermine" )"
        R"(| object "their role")");
}

TEST_CASE("what is important has its own bearer and modal") {
  CHECK(read("It is important that any dealings should observe standards of courtesy.") ==
        Strings{R"(advice | bearer "any dealings" | modal "It is important that" )"
                R"(| predicate "observe" | object "standards of courtesy")"});
}

TEST_CASE("no words make no statements, and any words none beyond the text") {
  CHECK(read("").empty());
  for (const std::string text : {"must", "not", "who which that", "and or but", "If", "by", "1 2 3",
                                 "(", "to be or not to be", "shall shall shall"}) {
    CAPTURE(text);
    for (const language::Statement& each : statements(text, text)) {
      CHECK(each.range.begin <= each.range.end);
      CHECK(each.range.end <= text.size());
      CHECK(each.modal.range.end <= text.size());
      CHECK(each.predicate.range.end <= text.size());
    }
  }
}
