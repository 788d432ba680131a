#include "compare/effects/divergences.h"
#include "compare/match/segments.h"
#include "compare_text.h"

using namespace concord;
using compare::DivergenceType;
using compare::Nearness;

namespace {

// `lead`: the words that lead into b.
std::vector<compare::Difference> between(const std::string& a, const std::string& b,
                                         Nearness nearness = Nearness::near,
                                         const std::string& lead = {}) {
  static const compare::Lexicon lexicon(&test::registers(), {});
  const auto tokens_a = lexicon.tokens(a);
  const auto tokens_b = lexicon.tokens(b);
  const auto lead_b = lexicon.tokens(lead);
  const auto sentences_a = compare::passages_of(a, lexicon.lists());
  const auto sentences_b = compare::passages_of(b, lexicon.lists());
  return compare::differences({a, sentences_a, tokens_a, {}}, {b, sentences_b, tokens_b, lead_b},
                              nearness, lexicon);
}

using Found = std::vector<compare::Difference>;

}  // namespace

TEST_CASE("one word turns the sense round") {
  CHECK(between("There is no statutory recognition for party groups.",
                "There is statutory recognition for party groups.") ==
        Found{{DivergenceType::negation, "no statutory recognition", ""}});
  CHECK(between("Officers should attend such meetings.",
                "Officers should not attend such meetings.") ==
        Found{{DivergenceType::negation, "", "should not attend such"}});
}

TEST_CASE("modals that changed places are seen, whatever else the sentence holds") {
  CHECK(between("Members must reply and officers may attend.",
                "Members may reply and officers may attend.") ==
        Found{{DivergenceType::modality, "must reply and", "may reply and"}});
  CHECK(between("Officers can refuse.", "Officers cannot refuse.").front().type ==
        DivergenceType::negation);
}

TEST_CASE("another actor is a difference, another title for one role is not") {
  CHECK(between("The request must be made to the Monitoring Officer.",
                "The request must be made to the Leader.") ==
        Found{{DivergenceType::actor, "Monitoring Officer", "Leader"}});
  CHECK(
      between("The request must be made to a Member.", "The request must be made to a Councillor.")
          .empty());
  CHECK(between("Members must consult officers.", "Officers must consult members.").front().type ==
        DivergenceType::actor);
}

TEST_CASE("an added condition is one difference with all its words") {
  CHECK(between("Officers must respect confidentiality.",
                "Officers must respect confidentiality unless the Chair agrees otherwise.") ==
        Found{{DivergenceType::condition, "", "unless the Chair agrees otherwise"}});
  // "be subject to" makes no condition.
  for (const auto& each :
       between("Staff must not be subject to bullying.", "Staff must not be bullied.")) {
    CHECK(each.type != DivergenceType::condition);
  }
}

TEST_CASE("another number, date or degree is a threshold") {
  CHECK(between("They must reply within 5 working days.",
                "They must reply within 10 working days.") ==
        Found{{DivergenceType::threshold, "5 working days", "10 working days"}});
  CHECK(between("They observe standards of courtesy.",
                "They observe reasonable standards of courtesy.") ==
        Found{{DivergenceType::threshold, "", "reasonable standards of"}});
}

TEST_CASE("a number that only names a place is no limit, whatever noun cites it") {
  for (const std::string noun :
       {"rule", "regulation", "standing order", "sub-paragraph", "para."}) {
    CAPTURE(noun);
    CHECK(between("They are elected under " + noun + " 5 of the Constitution.",
                  "They are elected under " + noun + " 7 of the Constitution.")
              .empty());
  }
}

TEST_CASE("a number in words is the number in digits") {
  CHECK(
      between("They must reply within five working days.", "They must reply within 5 working days.")
          .empty());
  CHECK(between("They must reply within twenty-eight (28) days.", "They must reply within 28 days.")
            .empty());
  CHECK(between("They must reply within ten working days.",
                "They must reply within twenty working days.") ==
        Found{{DivergenceType::threshold, "ten working days", "twenty working days"}});
}

TEST_CASE("words that one side alone has narrow or widen the scope") {
  CHECK(between("Leadership and direction", "Political leadership and direction") ==
        Found{{DivergenceType::scope, "", "Political"}});
}

TEST_CASE("distant passages tell only what their frames say plainly") {
  CHECK(between("Complaints will be referred to the Director.", "A breach may be reported.",
                Nearness::distant) ==
        Found{{DivergenceType::modality, "will be referred", "may be reported"}});
  CHECK(between("Parking closes at 5.", "Meetings open at 7.", Nearness::distant).empty());
}

TEST_CASE("a list item has its lead-in's actor and modal") {
  const std::string whole = "Officers must be alert to contentious issues.";
  const std::string item = "be alert to contentious issues;";
  CHECK(between(whole, item, Nearness::near, "Officers must:").empty());
  CHECK(between(whole, item, Nearness::near, "Officers should:") ==
        Found{{DivergenceType::modality, "must be alert", "should"}});
  CHECK(between(whole, item, Nearness::near, "Members must:").front().type ==
        DivergenceType::actor);
}

TEST_CASE("a sentence that one side adds is more text, not another effect") {
  const std::string common = "Mutual respect between members and officers is essential.";
  CHECK(between(common, common + " It is not the role of the Mayor to manage services daily.")
            .empty());
  CHECK(between(common, common + " This is exempt at weekends.").front().type ==
        DivergenceType::condition);
}

TEST_CASE("words that turn no effect round are no differences") {
  CHECK(between("Neither party should take advantage nor seek to exert influence.",
                "Neither party should take advantage or seek to exert influence.")
            .empty());
  CHECK(between("Members respect officers in order to work well.",
                "Members respect officers to work well.")
            .empty());
}

TEST_CASE("some of many are fewer than all of them") {
  CHECK(between("They must not victimise certain officers.", "They must not victimise officers.") ==
        Found{{DivergenceType::scope, "certain officers", ""}});
}
