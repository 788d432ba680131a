// What is kept of pairs is what the comparison would find.
#include <string>
#include <utility>
#include <vector>

#include "compare/match/kept_pairs.h"
#include "compare/match/match.h"
#include "compare_links.h"
#include "compare_text.h"

using namespace concord;
using compare::Comparison;
using compare::KeptPairs;

namespace {

passes::Protocol council(const std::string& id, const std::string& duty) {
  return test::protocol_of(id,
                           "## 1. Conduct\n\n1.1 Members must treat officers with respect.\n\n" +
                               ("1.2 Officers " + duty + " when they are asked.\n"));
}

std::vector<passes::Protocol> three(const std::string& duty_of_last = "should attend meetings") {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(council("ashby", "must attend meetings"));
  protocols.push_back(council("barton", "may not attend meetings"));
  protocols.push_back(council("corby", duty_of_last));
  return protocols;
}

Comparison compared(const std::vector<passes::Protocol>& protocols, const KeptPairs& earlier) {
  return compare::compare(protocols,
                          {.registers = &test::registers(), .threads = 1, .earlier = &earlier});
}

const std::vector<std::string> names = {"ashby 1", "barton 1", "corby 1"};

std::string kept_of_three() {
  const KeptPairs none(names);
  return compared(three(), none).kept().bytes();
}

void check_same(const Comparison& one, const Comparison& other,
                const std::vector<passes::Protocol>& protocols) {
  CHECK(compare::dump(one, protocols) == compare::dump(other, protocols));
  const auto all = one.divergences(compare::Certainty::possible);
  const auto others = other.divergences(compare::Certainty::possible);
  REQUIRE(all.size() == others.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].confidence == others[i].confidence);
    CHECK(all[i].a_statement.text == others[i].a_statement.text);
    CHECK(all[i].b_statement.deciding == others[i].b_statement.deciding);
  }
}

}  // namespace

TEST_CASE("a comparison with what an earlier one kept says the same") {
  const auto protocols = three();
  const KeptPairs none(names);
  const KeptPairs earlier(names, kept_of_three());
  const Comparison anew = compared(protocols, none);
  REQUIRE_FALSE(anew.divergences().empty());
  const Comparison again = compared(protocols, earlier);
  check_same(anew, again, protocols);
  CHECK(again.kept().bytes() == anew.kept().bytes());
}

TEST_CASE("what is kept is told and not found again") {
  const auto protocols = three();
  const compare::LinkedCorpus linked = compare::match(protocols, &test::registers());
  KeptPairs without_divergences(names);
  without_divergences.keep(linked, {0, 1}, {});
  const Comparison comparison = compared(protocols, without_divergences);
  CHECK(comparison.divergences(0, 1).empty());
  CHECK_FALSE(comparison.divergences(1, 2).empty());
}

TEST_CASE("a pair is found again where one of its texts has another name") {
  std::vector<std::string> changed = names;
  changed[2] = "corby 2";
  const auto protocols = three("must not attend meetings");
  const KeptPairs none(changed);
  const KeptPairs earlier(changed, kept_of_three());
  const Comparison anew = compared(protocols, none);
  const Comparison again = compared(protocols, earlier);
  check_same(anew, again, protocols);
  CHECK(again.kept().bytes() == anew.kept().bytes());
}

TEST_CASE("pairs are found again whichever councils come and go") {
  const KeptPairs none(names);
  auto protocols = three();
  protocols.erase(protocols.begin());
  const std::vector<std::string> left(names.begin() + 1, names.end());
  const KeptPairs earlier(left, kept_of_three());
  check_same(compared(protocols, KeptPairs(left)), compared(protocols, earlier), protocols);
}

TEST_CASE("of bytes that are torn or changed nothing wrong is told") {
  const auto protocols = three();
  const KeptPairs none(names);
  const Comparison anew = compared(protocols, none);
  const std::string whole = kept_of_three();
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 40) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x11);
    const KeptPairs earlier(names, changed);
    check_same(anew, compared(protocols, earlier), protocols);
    const KeptPairs torn(names, whole.substr(0, at));
    check_same(anew, compared(protocols, torn), protocols);
  }
}
