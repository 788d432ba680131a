// What people have decided about two clauses overrules the comparison.
#include <algorithm>
#include <forward_list>
#include <tuple>

#include "compare_links.h"
#include "compare_text.h"

using namespace concord;
using compare::ClauseRef;
using compare::Comparison;
using compare::Link;
using syntax::Verdict;

namespace {

syntax::Decision decision(const std::string& a, const std::string& b, Verdict verdict,
                          const std::string& kind = {}) {
  syntax::Decision made;
  made.a = a;
  made.b = b;
  made.verdict = verdict;
  made.kind = kind;
  made.because = "read both";
  return made;
}

Comparison decided(const std::vector<passes::Protocol>& protocols,
                   const std::vector<syntax::Decision>& decisions) {
  static std::forward_list<syntax::Register> kept;  // a comparison borrows its own
  kept.push_front(test::registers());
  kept.front().decisions = decisions;
  return compare::compare(protocols, {&kept.front(), 1});
}

ClauseRef clause(const std::vector<passes::Protocol>& protocols, std::uint32_t protocol,
                 std::string_view id) {
  const auto found = protocols[protocol].graph().find(id);
  REQUIRE(found);
  return {protocol, *found};
}

const Link* link_between(const std::vector<Link>& links, ClauseRef a, ClauseRef b) {
  const auto found =
      std::ranges::find_if(links, [&](const Link& link) { return link.a == a && link.b == b; });
  return found == links.end() ? nullptr : &*found;
}

bool share_a_row(const Comparison& comparison, ClauseRef a, ClauseRef b) {
  const auto rows = comparison.rows_of(a);
  return std::ranges::any_of(comparison.rows_of(b), [&](std::uint32_t row) {
    return std::ranges::find(rows, row) != rows.end();
  });
}

std::vector<passes::Protocol> two() {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::small_protocol(
      "ashby",
      "1.1 Officers must keep the register of gifts in the office of the Monitoring Officer.\n\n"
      "1.2 Bicycles are left in the yard behind the town hall.\n"));
  protocols.push_back(test::small_protocol(
      "barton",
      "1.1 Officers must keep the register of gifts in the office of the Monitoring Officer.\n\n"
      "1.2 Every councillor has a parking space.\n"));
  return protocols;
}

// Everything that two links say, but for what a decision changes.
auto said(const Link& link) {
  return std::tuple(link.a, link.b, link.relation, link.score, link.found_by);
}

}  // namespace

TEST_CASE("clauses decided to be the same are linked, without any difference") {
  const auto protocols = two();
  const ClauseRef a = clause(protocols, 0, "1.2");
  const ClauseRef b = clause(protocols, 1, "1.2");
  REQUIRE_FALSE(test::linked(decided(protocols, {}), a, b));
  const Comparison comparison =
      decided(protocols, {decision("barton#1.2", "ashby#1.2", Verdict::same)});
  const auto links = comparison.links(0, 1);
  const Link* link = link_between(links, a, b);
  REQUIRE(link != nullptr);
  CHECK(link->score == 1);
  CHECK(link->found_by == compare::FoundBy::decision);
  CHECK_FALSE(link->segments.empty());
  CHECK(share_a_row(comparison, a, b));
  CHECK(comparison.unmatched(0).empty());
  CHECK(comparison.divergences(0, 1).empty());
  REQUIRE(comparison.decision(b, a) != nullptr);
  CHECK(comparison.decision(b, a)->decision.because == "read both");
}

TEST_CASE("clauses decided to be different are not linked, whatever their words") {
  const auto protocols = two();
  const ClauseRef a = clause(protocols, 0, "1.1");
  const ClauseRef b = clause(protocols, 1, "1.1");
  REQUIRE(test::linked(decided(protocols, {}), a, b));
  const Comparison comparison =
      decided(protocols, {decision("ashby#1.1", "barton#1.1", Verdict::different)});
  CHECK(comparison.links(0, 1).empty());
  CHECK_FALSE(test::linked(comparison, b, a));
  CHECK_FALSE(share_a_row(comparison, a, b));
  CHECK(comparison.unmatched(0).size() == 2);
}

TEST_CASE("clauses decided to be different stay apart beside a third that is like both") {
  auto protocols = two();
  protocols.push_back(test::small_protocol(
      "cotham",
      "1.1 Officers must keep the register of gifts in the office of the Monitoring Officer.\n"));
  const Comparison comparison =
      decided(protocols, {decision("ashby#1.1", "barton#1.1", Verdict::different)});
  const ClauseRef third = clause(protocols, 2, "1.1");
  CHECK(test::linked(comparison, clause(protocols, 0, "1.1"), third));
  CHECK(test::linked(comparison, clause(protocols, 1, "1.1"), third));
  CHECK_FALSE(share_a_row(comparison, clause(protocols, 0, "1.1"), clause(protocols, 1, "1.1")));
}

TEST_CASE("a refused link makes no gap where both say what the register knows") {
  const auto protocols = test::councils({"leeds", "york"});
  const Comparison found = test::compared(protocols);
  std::size_t tried = 0;
  for (const compare::Row& row : found.rows()) {
    if (row.provisional || row.cells.size() != 2 || tried == 3) continue;
    const auto id = [&](std::size_t i) {
      return protocols[i].global_id(row.cells[i].entries.at(0).clause.clause);
    };
    if (row.cells[0].entries.size() != 1 || row.cells[1].entries.size() != 1) continue;
    if (found.rows_of(row.cells[0].entries[0].clause).size() > 1 ||
        found.rows_of(row.cells[1].entries[0].clause).size() > 1)
      continue;
    ++tried;
    const Comparison comparison = decided(protocols, {decision(id(0), id(1), Verdict::different)});
    for (const std::uint32_t council : {0U, 1U})
      for (const compare::Gap& gap : comparison.gaps(council))
        CHECK(comparison.rows()[gap.row].id != row.id);
  }
  CHECK(tried == 3);
}

TEST_CASE("a difference that was decided is told with its kind and reason") {
  const auto protocols = two();
  const Comparison comparison =
      decided(protocols, {decision("ashby#1.1", "barton#1.1", Verdict::differs, "actor")});
  const auto divergences = comparison.divergences(0, 1);
  REQUIRE(divergences.size() == 1);
  CHECK(divergences[0].type == compare::DivergenceType::actor);
  CHECK(divergences[0].because == "read both");
  CHECK(divergences[0].a_words.starts_with("Officers must keep"));
  CHECK(comparison.summary(0, 1).differs == 1);
  const auto rows = comparison.rows_of(clause(protocols, 0, "1.1"));
  REQUIRE(rows.size() == 1);
  const auto links = comparison.links(1, 0);
  REQUIRE(links.size() == 1);
  CHECK(links[0].score == 1);
}

TEST_CASE("a decision is as good either way round, and changes nothing else") {
  const auto protocols = test::councils({"leeds", "north-herts", "york"});
  const auto turned = test::councils({"york", "north-herts", "leeds"});
  const std::vector<syntax::Decision> decisions = {
      decision("york#5.3", "leeds#4.7", Verdict::same),
      decision("north-herts#5.6", "york#5.3", Verdict::different),
      decision("leeds#4.7", "north-herts#5.6", Verdict::differs, "duty")};
  const Comparison before = decided(protocols, {});
  const Comparison forth = decided(protocols, decisions);
  const Comparison back = decided(turned, decisions);
  const auto about = [&](const Link& link) { return forth.decision(link.a, link.b) != nullptr; };
  for (std::uint32_t a = 0; a < 3; ++a) {
    for (std::uint32_t b = a + 1; b < 3; ++b) {
      auto there = forth.links(a, b);
      CHECK(there.size() == back.links(2 - b, 2 - a).size());
      for (const Link& link : back.links(2 - b, 2 - a)) {
        const Link* mirror = link_between(there, {2 - link.b.protocol, link.b.clause},
                                          {2 - link.a.protocol, link.a.clause});
        REQUIRE(mirror != nullptr);
        CHECK(mirror->relation == mirrored(link.relation));
        CHECK(mirror->found_by == link.found_by);
      }
      auto earlier = before.links(a, b);
      std::erase_if(there, about);
      std::erase_if(earlier, about);
      CHECK(std::ranges::equal(there, earlier, {}, said, said));
    }
  }
}

TEST_CASE("decisions are obeyed among copies and in a large corpus") {
  std::vector<passes::Protocol> protocols;
  for (int i = 0; i < 12; ++i) {
    protocols.push_back(test::protocol_of(
        "york" + std::to_string(i),
        test::renamed(test::text_of("york"), "york", "york" + std::to_string(i))));
  }
  for (const auto& id : test::council_ids()) {
    protocols.push_back(test::protocol_of(id, test::text_of(id)));
  }
  const ClauseRef own = clause(protocols, 3, "5.3");
  const ClauseRef copy = clause(protocols, 7, "5.3");
  const ClauseRef other = clause(protocols, 7, "1.1");
  const Comparison comparison =
      decided(protocols, {decision("york3#5.3", "york7#5.3", Verdict::different),
                          decision("york3#5.3", "york7#1.1", Verdict::same)});
  CHECK_FALSE(test::linked(comparison, own, copy));
  CHECK_FALSE(test::linked(comparison, copy, own));
  CHECK(test::linked(comparison, own, other));
  CHECK(test::linked(comparison, other, own));
  CHECK(test::linked(comparison, own, clause(protocols, 8, "5.3")));
  CHECK(test::linked(comparison, clause(protocols, 2, "5.3"), copy));
  CHECK_FALSE(share_a_row(comparison, own, copy));
}

TEST_CASE("decisions about headings and about texts that are not compared count for nothing") {
  const auto protocols = two();
  const Comparison comparison =
      decided(protocols, {decision("ashby#1", "barton#1", Verdict::same),
                          decision("ashby#1.2", "cotham#1.2", Verdict::same),
                          decision("ashby#1.2", "ashby#1.1", Verdict::same)});
  CHECK(comparison.decisions().empty());
  CHECK(comparison.links(0, 1).size() == 1);
}
