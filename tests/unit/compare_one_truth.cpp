// Links, rows and gaps say the same: of the five councils, of invented ones, and after edits.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "compare_text.h"
#include "train/inputs.h"

using namespace concord;
using compare::ClauseRef;
using compare::Comparison;

namespace {

using Protocols = std::vector<passes::Protocol>;

std::string name(const Protocols& protocols, ClauseRef ref) {
  return protocols[ref.protocol].global_id(ref.clause);
}

// By clause: the rows that show it beside those that state the provision, as linked on another
// point.
std::map<ClauseRef, std::set<std::uint32_t>> rows_beside(const Comparison& comparison) {
  std::map<ClauseRef, std::set<std::uint32_t>> found;
  for (std::uint32_t i = 0; i < comparison.rows().size(); ++i)
    for (const compare::Cell& cell : comparison.rows()[i].cells)
      if (cell.refers_state() == compare::State::other_point)
        for (const ClauseRef& ref : cell.refers) found[ref].insert(i);
  return found;
}

// Linked clauses that share no row, where both state it or one stands beside; lead-ins aside, whose
// lists have no item in common, and clauses that state no provision, which stand in none.
std::vector<std::string> without_a_row(const Protocols& protocols, const Comparison& comparison) {
  std::vector<std::string> found;
  std::map<ClauseRef, std::set<std::uint32_t>> beside = rows_beside(comparison);
  const auto meet = [](const auto& x, const auto& y) {
    return std::ranges::find_first_of(x, y) != x.end();
  };
  for (const compare::Link& link : comparison.links()) {
    const auto a = comparison.rows_of(link.a);
    const auto b = comparison.rows_of(link.b);
    const bool lead_ins = !protocols[link.a.protocol][link.a.clause].children.empty() &&
                          !protocols[link.b.protocol][link.b.clause].children.empty();
    const bool state = !a.empty() || !b.empty();
    const bool together = meet(a, b) || meet(a, beside[link.b]) || meet(beside[link.a], b);
    if (!together && !lead_ins && state)
      found.push_back(name(protocols, link.a) + " = " + name(protocols, link.b));
  }
  return found;
}

// Gaps of a council that has a clause linked into the row.
std::vector<std::string> false_gaps(const Protocols& protocols, const Comparison& comparison) {
  std::vector<std::string> found;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    for (const compare::Gap& gap : comparison.gaps(p)) {
      for (const compare::Cell& cell : comparison.rows()[gap.row].cells) {
        for (const compare::Entry& entry : cell.entries) {
          if (entry.lead_in) continue;
          for (const compare::Link& link : comparison.links_of(entry.clause))
            if (link.b.protocol == p) found.push_back(name(protocols, link.b));
        }
      }
    }
  }
  return found;
}

void check_one_truth(const Protocols& protocols) {
  const Comparison comparison = test::compared(protocols);
  CHECK(without_a_row(protocols, comparison) == std::vector<std::string>{});
  CHECK(false_gaps(protocols, comparison) == std::vector<std::string>{});
  std::set<std::string> ids;
  for (const compare::Row& row : comparison.rows()) CHECK(ids.insert(row.id).second);
}

// The text with lines of it taken out, exchanged, or made to say the opposite.
std::string edited(const std::string& text, std::mt19937& random) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  const auto body =
      static_cast<std::size_t>(std::find(lines.begin() + 1, lines.end(), "---") - lines.begin());
  for (std::size_t i = body + 1; i < lines.size(); ++i) {
    switch (random() % 12) {
      case 0:
        if (!lines[i].starts_with("#")) lines[i].clear();
        break;
      case 1:
        if (const auto at = lines[i].find(" must "); at != std::string::npos)
          lines[i].replace(at, 6, " need not ");
        break;
      case 2:
        if (const auto at = lines[i].find(". "); at != std::string::npos) lines[i].erase(at + 1);
        break;
      default:
        break;
    }
  }
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

Protocols edited_councils(unsigned seed) {
  std::mt19937 random(seed);
  Protocols protocols;
  for (const std::string& id : test::council_ids())
    protocols.push_back(test::protocol_of(id, edited(test::text_of(id), random)));
  return protocols;
}

Protocols invented_councils() {
  Protocols all;
  for (const char* folder : {"tests/gold/invented", "tests/gold/further"}) {
    Protocols some = training::read_protocols(test::source_path(folder), test::registers());
    std::ranges::move(some, std::back_inserter(all));
  }
  return all;
}

// Councils that each took the text of one of the five and edited it.
Protocols mixed_councils(std::size_t count) {
  std::mt19937 random(3);
  std::vector<std::string> ids = {"leeds", "north-herts", "pitstone", "ware", "york"};
  Protocols mixed;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& id = ids[i % ids.size()];
    const std::string copy = fmt::format("mixed{}", i);
    mixed.push_back(
        test::protocol_of(copy, test::renamed(edited(test::text_of(id), random), id, copy)));
  }
  return mixed;
}

}  // namespace

TEST_CASE("links, rows and gaps of the five say the same") {
  check_one_truth(test::councils(test::council_ids()));
}

TEST_CASE("links, rows and gaps of twenty invented councils say the same") {
  Protocols councils = invented_councils();
  Protocols mixed = mixed_councils(20 - councils.size());
  std::ranges::move(mixed, std::back_inserter(councils));
  REQUIRE(councils.size() == 20);
  check_one_truth(councils);
}

TEST_CASE("links, rows and gaps say the same after edits") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    INFO(seed);
    check_one_truth(edited_councils(seed));
  }
}
