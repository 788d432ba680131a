// What speaks for a difference where it is not in the words of two statements alone: what the
// clauses say as wholes, and how a council puts its rules.
#include "compare/effects/effects.h"
#include "compare_text.h"

using namespace concord;
using compare::DivergenceType;
using compare::Evidence;
using compare::EvidenceVector;

namespace {

// That of the difference of the type between the first clauses, which are linked; nothing of all
// kinds where there is none.
EvidenceVector evidence(DivergenceType type, const std::string& a, const std::string& b) {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::small_protocol("ashby", a));
  protocols.push_back(test::small_protocol("barton", b));
  const auto linked = compare::match(protocols, &test::registers());
  const compare::Effects effects(linked);
  const std::uint32_t first = linked.clauses(0).first;
  EvidenceVector found;
  linked.counterparts(first, 1, [&](std::uint32_t other, const compare::WordingLink* by) {
    for (const auto& each : effects.candidates(first, other, by).of_kind)
      if (each.type == type && other == linked.clauses(1).first) found = each.evidence;
  });
  return found;
}

const std::string in_present = "1.1 Official letters of the Council are signed by the Clerk.\n\n";
const std::string advised = "1.1 Official letters of the Council should be signed by the Clerk.\n";

}  // namespace

TEST_CASE("the present binds where all rules are put so") {
  const auto among_rules = evidence(DivergenceType::duty,
                                    in_present + "1.2 Members give no orders to staff.\n", advised);
  CHECK(among_rules[Evidence::present_or_advice] == 1);
  const auto among_duties = evidence(DivergenceType::duty,
                                     in_present +
                                         "1.2 Members must not give orders to staff.\n\n"
                                         "1.3 Officers must answer within five days.\n",
                                     advised);
  CHECK(among_duties[Evidence::present_or_advice] > 0);
  CHECK(among_duties[Evidence::present_or_advice] < 0.5);
  const auto against_duty =
      evidence(DivergenceType::duty, in_present,
               "1.1 Official letters of the Council must be signed by the Clerk.\n");
  CHECK(against_duty[Evidence::present_or_advice] == 0);
  CHECK(against_duty[Evidence::present_or_duty] == 1);
}

TEST_CASE("clauses that send people to nobody in common are apart") {
  const std::string concern = "1.1 A member who has a concern about an officer must raise it with ";
  const auto apart = evidence(DivergenceType::recipient, concern + "the Monitoring Officer.\n",
                              concern + "the Chief Finance Officer.\n");
  CHECK(apart[Evidence::addressees_apart] == 1);
  CHECK(apart[Evidence::clauses_unlike] == 1);
  const auto together =
      evidence(DivergenceType::recipient, concern + "the Monitoring Officer.\n",
               concern + "the Monitoring Officer and with the Chief Finance Officer.\n");
  CHECK(together[Evidence::addressees_apart] == 0);
}

TEST_CASE("an exception that one clause alone has is more than a case or a circumstance") {
  const std::string rule = "1.1 Officers must not attend the meetings of party groups";
  const auto exception = evidence(DivergenceType::exception, rule + ".\n",
                                  rule + " unless the Chief Executive agrees.\n");
  CHECK(exception[Evidence::one_excepts] == 1);
  CHECK(exception[Evidence::case_put] == 0);
  const auto put = evidence(DivergenceType::condition, rule + ".\n",
                            rule + " if members of the public are present.\n");
  CHECK(put[Evidence::one_excepts] == 0);
  CHECK(put[Evidence::case_put] == 1);
  const auto circumstance =
      evidence(DivergenceType::condition, rule + ".\n", rule + " during an election.\n");
  CHECK(circumstance[Evidence::circumstance] == 1);
}
