#include "compare/divergences.h"
#include "compare_text.h"

using namespace concord;
using compare::DivergenceType;
using compare::Nearness;

namespace {

std::vector<compare::Difference> between(const std::string& a, const std::string& b,
                                         Nearness nearness = Nearness::near) {
  static const compare::Lexicon lexicon(&test::registers(), {});
  const auto tokens_a = lexicon.tokens(a);
  const auto tokens_b = lexicon.tokens(b);
  return compare::differences({a, tokens_a}, {b, tokens_b}, nearness, lexicon);
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
  CHECK(between("Staff must not be subject to bullying.", "Staff must not be bullied.").size() <=
        1);
}

TEST_CASE("another number, date or degree is a threshold") {
  CHECK(between("They must reply within 5 working days.",
                "They must reply within 10 working days.") ==
        Found{{DivergenceType::threshold, "5 working days", "10 working days"}});
  CHECK(between("They observe standards of courtesy.",
                "They observe reasonable standards of courtesy.") ==
        Found{{DivergenceType::threshold, "", "reasonable standards of"}});
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
