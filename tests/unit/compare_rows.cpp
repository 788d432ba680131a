// Rows of the matrix: their titles, and cells that lead elsewhere.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "compare/rows/pointing.h"
#include "compare/rows/titles.h"
#include "compare_text.h"

using namespace concord;
using compare::is_anaphoric;

namespace {

std::string opening(const std::string& text) {
  return compare::opening(text, test::registers().lists);
}

}  // namespace

TEST_CASE("a row's title is the first sentence, without its stop") {
  CHECK(opening("Members must declare gifts. They tell the Clerk.") ==
        "Members must declare gifts");
  CHECK(opening("Members may: reply; attend.") == "Members may: reply; attend.");
  CHECK(opening("Officers of the Council will: reply; attend.") == "Officers of the Council will");
  CHECK(opening("A gift of note, e.g. a watch, is declared.") ==
        "A gift of note, e.g. a watch, is declared");
}

TEST_CASE("a long title ends where a part of it ends, or within a word longer than any title") {
  const std::string words(
      "Members of the Council and its officers must at all times treat one another with respect "
      "and with courtesy, whatever the circumstances of the meeting may be");
  CHECK(opening(words) ==
        "Members of the Council and its officers must at all times treat one another with respect"
        " and with courtesy\u2026");
  CHECK(opening(std::string(120, 'a')) == std::string(110, 'a') + "\u2026");
  // "\u00e9" has two bytes: none is cut in two.
  std::string accents = "a";
  for (int i = 0; i < 80; ++i) accents += "\u00e9";
  CHECK(opening(accents) == accents.substr(0, 109) + "\u2026");
}

TEST_CASE("a title says who must do what, and not when or unless") {
  const compare::Lexicon lexicon(&test::registers(), {});
  CHECK(compare::core({.text = "Officers must not attend meetings of party groups unless the "
                               "Monitoring Officer agrees.",
                       .lead = {}},
                      lexicon) == "Officers must not attend meetings of party groups");
  CHECK(compare::core({.text = "a timely response to enquiries", .lead = "Members can expect:"},
                      lexicon)
            .starts_with("Members can expect"));
}

TEST_CASE("a title denies what its sentence denies") {
  const compare::Lexicon lexicon(&test::registers(), {});
  const auto title = [&](const std::string& text) {
    return compare::core({.text = text, .lead = {}}, lexicon);
  };
  CHECK(title("No one may post about the Council under its crest.") ==
        "No one may post about the Council under its crest");
  CHECK(title("On no account may a Member open an officer's post.") ==
        "On no account may a Member open an officer's post");
  CHECK(title("Under no circumstances should officers be asked to canvass for anybody.") ==
        "Under no circumstances should officers be asked to canvass for anybody");
  CHECK(title("At no time shall a Member be given the key unless the Clerk agrees.")
            .starts_with("At no time shall a Member be given the key"));
}

TEST_CASE("a title drops no negator, before or behind who must do what, or in a long lead-in") {
  const compare::Lexicon lexicon(&test::registers(), {});
  const auto title = [&](const std::string& text, const std::string& lead = {}) {
    return compare::core({.text = text, .lead = lead}, lexicon);
  };
  CHECK(title("Neither officers nor members may speak to the press about a complaint.") ==
        "Neither officers nor members may speak to the press about a complaint");
  CHECK(title("Officers must give their advice without regard to party politics.") ==
        "Officers must give their advice without regard to party politics");
  const std::string item = title(
      "put pressure on an officer to change a report.",
      "In their dealings with the officers of the Council, whatever the matter and whatever the "
      "occasion may be, members must not:");
  CHECK(item.find("must not") != std::string::npos);
}

TEST_CASE("what a text says of itself points, and what may bind somebody does not") {
  const compare::Lexicon lexicon(&test::registers(), {});
  const auto points = [&](const std::string& text) {
    return compare::only_points(text, lexicon, compare::Lexicon::no_protocol);
  };
  CHECK(points("See paragraph 5."));
  CHECK(points("Further guidance is in the Code of Conduct. See also Appendix 2."));
  CHECK(points("The scheme of allowances is set out in Part 6 of the Constitution."));
  CHECK(points("Adopted by the Council on 3 May 2024."));
  CHECK(points("This protocol sets out the roles of members and officers."));
  CHECK_FALSE(points(""));
  CHECK_FALSE(points("See paragraph 5. Members must declare gifts."));
  CHECK_FALSE(points("Further guidance must be followed by all officers."));
  CHECK_FALSE(points("The Monitoring Officer is available at all times to advise members."));
  CHECK_FALSE(points("Version control must be kept by the Clerk."));
}

TEST_CASE("what a text says of itself is no row, alone or linked") {
  const std::string about =
      "1.1 Officers must declare gifts to the Clerk.\n\n1.2 See paragraph 5 of the Code of "
      "Conduct.\n\n1.3 Adopted by the Council on 3 May 2024.\n";
  const auto alone =
      test::compared({test::small_protocol("ashby", about),
                      test::small_protocol("barton", "1.1 The car park closes at dusk.\n")});
  CHECK(alone.rows().size() == 2);
  const auto linked =
      test::compared({test::small_protocol("ashby", about), test::small_protocol("barton", about)});
  CHECK(linked.rows().size() == 1);
  CHECK(linked.gaps(0).empty());
  CHECK(linked.links(0, 1).size() == 3);
}

TEST_CASE("a topic counts what is stated on it, wherever it stands") {
  const auto protocols = test::councils(test::council_ids());
  const auto comparison = test::compared(protocols);
  for (const compare::Row& row : comparison.rows()) {
    for (const compare::Cell& cell : row.cells) {
      if (cell.entries.empty() || row.topic.empty()) continue;
      const auto coverage = comparison.coverage(cell.protocol);
      const auto of = std::ranges::find(coverage, row.topic, &compare::Coverage::topic);
      REQUIRE(of != coverage.end());
      INFO(row.id << " " << comparison.councils()[cell.protocol]);
      CHECK(of->clauses > 0);
    }
  }
}

TEST_CASE("an entry says what it stands in its row by") {
  const auto protocols = test::councils(test::council_ids());
  const auto comparison = test::compared(protocols);
  std::set<compare::Basis> seen;
  for (const compare::Row& row : comparison.rows()) {
    std::set<compare::ClauseRef> leading;
    std::set<compare::ClauseRef> all;
    for (const compare::Cell& cell : row.cells) {
      for (const compare::Entry& entry : cell.entries) {
        if (entry.lead_in) continue;
        all.insert(entry.clause);
        if (entry.basis == compare::Basis::leading) leading.insert(entry.clause);
      }
    }
    for (const compare::ClauseRef& clause : all) {
      const compare::Basis basis = row.entry(clause)->basis;
      seen.insert(basis);
      if (basis == compare::Basis::leading) continue;
      bool to_leading = false;
      bool to_any = false;
      for (const compare::Link& link : comparison.links_of(clause)) {
        to_leading = to_leading || leading.contains(link.b);
        to_any = to_any || all.contains(link.b);
      }
      INFO(row.id << " " << protocols[clause.protocol].global_id(clause.clause));
      CHECK(to_leading == (basis == compare::Basis::link));
      CHECK(to_any == (basis != compare::Basis::provision));
      CHECK((basis != compare::Basis::provision || !row.provisional));
    }
  }
  CHECK(seen.size() >= 3);
}

TEST_CASE("a link that was found by a provision names it") {
  const auto comparison = test::compared(test::councils(test::council_ids()));
  for (const compare::Link& link : comparison.links()) {
    const bool by_provision = link.found_by == compare::FoundBy::provision;
    CHECK(link.provision.empty() != by_provision);
    if (by_provision) CHECK(test::registers().provision(link.provision) != nullptr);
  }
}

TEST_CASE("a row is named by the register, or by words of its founding clause") {
  const auto protocols = test::councils(test::council_ids());
  const auto comparison = test::compared(protocols);
  std::set<std::string> ids;
  for (const compare::Row& row : comparison.rows()) {
    INFO(row.id);
    CHECK(ids.insert(row.id).second);
    const syntax::Provision* known = test::registers().provision(row.id);
    CHECK((known == nullptr) == row.provisional);
    if (known == nullptr) continue;
    CHECK(row.title == known->title);
    CHECK(row.question == known->question);
    CHECK(row.topic == known->topic);
  }
}

TEST_CASE("an id survives councils that come and go") {
  const auto all = test::councils(test::council_ids());
  const auto some = test::councils({"leeds", "ware", "york"});
  const auto of_all = test::compared(all);
  const auto of_some = test::compared(some);
  std::set<std::string> ids;
  for (const compare::Row& row : of_all.rows()) ids.insert(row.id);
  std::size_t kept = 0;
  for (const compare::Row& row : of_some.rows())
    if (!row.provisional && ids.contains(row.id)) ++kept;
  const auto lasting = static_cast<std::size_t>(
      std::ranges::count(of_some.rows(), false, &compare::Row::provisional));
  CHECK(kept * 100 >= lasting * 95);
}

TEST_CASE("a clause that the register quotes stands in its provision's row, whoever else does") {
  for (const auto& ids : {test::council_ids(), {"leeds", "pitstone", "york"}, {"ware"}}) {
    const auto protocols = test::councils(ids);
    const auto comparison = test::compared(protocols);
    std::set<std::pair<std::string, std::string>> stated;  // row, clause
    for (const compare::Row& row : comparison.rows())
      for (const compare::Cell& cell : row.cells)
        for (const compare::Entry& entry : cell.entries)
          stated.emplace(row.id, protocols[cell.protocol].global_id(entry.clause.clause));
    std::size_t quoted = 0;
    std::size_t found = 0;
    for (const syntax::Provision& provision : test::registers().provisions) {
      for (const syntax::KnownWording& wording : provision.says) {
        if (std::ranges::find(ids, wording.council()) == ids.end()) continue;
        ++quoted;
        found += stated.contains({provision.id, wording.source}) ? 1 : 0;
      }
    }
    INFO(found << " of " << quoted);
    CHECK(quoted > 0);
    CHECK(found * 100 >= quoted * 92);
  }
}

TEST_CASE("a row's id is short enough to name a file") {
  const std::vector<passes::Protocol> protocols = {test::small_protocol(
      "ashby", "1.1 Officers must declare " + std::string(300, 'w') + " to the Clerk.\n")};
  const auto comparison = test::compared(protocols);
  REQUIRE(comparison.rows().size() == 1);
  CHECK(comparison.rows()[0].id.size() < 120);
}

TEST_CASE("a clause stands in the row of each provision that it states in known words") {
  const auto protocols = test::councils({"york"});
  const auto comparison = test::compared(protocols);
  std::size_t rows = 0;
  for (const compare::Row& row : comparison.rows()) {
    for (const compare::Cell& cell : row.cells)
      for (const compare::Entry& entry : cell.entries)
        if (!row.provisional && protocols[0].global_id(entry.clause.clause) == "york#10.1") ++rows;
  }
  CHECK(rows == 2);  // correspondence is not copied to others; silent copies are not sent
}

TEST_CASE("what states nothing is no row") {
  const std::vector<passes::Protocol> protocols = {
      test::small_protocol("ashby",
                           "1.1 Officers must declare gifts.[^1]\n\n1.2 Members may:\n\n"
                           "- (a) ask for advice.\n- (b) see the file.\n\n"
                           "Available on the internet\n\n[^1]: Minute 14 of 2020\n"),
      test::small_protocol("barton", "1.1 The car park in Castle Street closes at dusk.\n")};
  const auto comparison = test::compared(protocols);
  std::vector<std::string> titles;
  for (const compare::Row& row : comparison.rows()) titles.push_back(row.title);
  INFO(Catch::rangeToString(titles));
  CHECK(comparison.rows().size() == 4);  // gifts, advice, file, car park
}

TEST_CASE("a row's founding clause is the one adopted first") {
  const auto of = [](const std::string& id, const std::string& date) {
    return test::protocol_of(id, "---\nid: " + id + "\ncouncil: " + id +
                                     "\ntitle: P\nadopted: {date: " + date +
                                     ", body: Council, minute: 1}\n---\n\n## 1. Parking\n\n" +
                                     "1.1 Drivers of " + (id == "ashby" ? "small " : "large ") +
                                     "vans must leave the car park in Castle Street by dusk.\n");
  };
  const auto id_of = [](const std::vector<passes::Protocol>& protocols) {
    const auto comparison = test::compared(protocols);
    REQUIRE(comparison.rows().size() == 1);
    CHECK(comparison.rows()[0].provisional);
    return comparison.rows()[0].id;
  };
  std::vector<passes::Protocol> alone, both, other;
  alone.push_back(of("barton", "2019-05-01"));
  both.push_back(of("ashby", "2021-05-01"));
  both.push_back(of("barton", "2019-05-01"));
  other.push_back(of("ashby", "2018-05-01"));
  other.push_back(of("barton", "2019-05-01"));
  CHECK(id_of(both) == id_of(alone));
  CHECK(id_of(other) != id_of(alone));
}

TEST_CASE("words that carry on from something said before cannot be read alone") {
  const compare::Lexicon lexicon(&test::registers(), {});
  CHECK(is_anaphoric("They must reply.", lexicon));
  CHECK(is_anaphoric("However, officers may decline.", lexicon));
  CHECK(is_anaphoric("", lexicon));
  CHECK_FALSE(is_anaphoric("Officers may decline.", lexicon));
}

TEST_CASE("a cell leads elsewhere by references out of a protocol that has no clause in the row") {
  const auto protocols = test::councils(test::council_ids());
  const auto comparison = test::compared(protocols);
  std::size_t found = 0;
  for (const compare::Row& row : comparison.rows()) {
    for (const compare::Cell& cell : row.cells) {
      CHECK_FALSE((cell.entries.empty() && cell.refers.empty()));
      if (cell.state != compare::State::elsewhere) continue;
      CHECK(cell.entries.empty());
      CHECK(std::is_sorted(cell.refers.begin(), cell.refers.end()));
      for (const compare::ClauseRef& ref : cell.refers) {
        const passes::Protocol& protocol = protocols[cell.protocol];
        CHECK(ref.protocol == cell.protocol);
        CHECK(protocol.topic(ref.clause) == row.topic);
        const auto& references = protocol.references();
        CHECK(std::any_of(references.begin(), references.end(), [&](const auto& reference) {
          return reference.from == ref.clause && reference.kind == passes::ReferenceKind::external;
        }));
        ++found;
      }
    }
  }
  CHECK(found > 0);
}

TEST_CASE("a clause that is linked for another point states nothing in the row, and is no gap") {
  const auto protocols = test::councils(test::council_ids());
  const auto comparison = test::compared(protocols);
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < comparison.rows().size(); ++i) {
    for (const compare::Cell& cell : comparison.rows()[i].cells) {
      if (cell.state != compare::State::other_point) continue;
      CHECK(cell.entries.empty());
      CHECK(std::ranges::none_of(comparison.gaps(cell.protocol),
                                 [&](const compare::Gap& gap) { return gap.row == i; }));
      ++found;
    }
  }
  CHECK(found > 0);
}

// By row of the register: the councils of the clauses that it names.
std::map<std::string, std::set<std::string>> councils_named(const syntax::Register& registers) {
  std::map<std::string, std::set<std::string>> named;
  for (const syntax::Provision& provision : registers.provisions)
    for (const syntax::KnownWording& wording : provision.says)
      named[provision.id].emplace(wording.council());
  return named;
}

TEST_CASE("the councils in a row of the register are those of the clauses that it names") {
  const auto comparison = test::compared(test::councils(test::council_ids()));
  const auto named = councils_named(test::registers());
  double told = 0, right = 0, all = 0;
  for (const compare::Row& row : comparison.rows()) {
    if (row.provisional) continue;
    const std::set<std::string>& known = named.at(row.id);
    all += static_cast<double>(known.size());
    for (const compare::Cell& cell : row.cells) {
      const bool states =
          std::ranges::any_of(cell.entries, std::logical_not{}, &compare::Entry::lead_in);
      if (!states) continue;
      const bool is_known = known.contains(comparison.councils()[cell.protocol]);
      ++told;
      right += is_known ? 1 : 0;
      const auto leads = [](const compare::Entry& entry) {
        return entry.state == compare::State::base;
      };
      INFO(row.id << " " << comparison.councils()[cell.protocol]);
      CHECK((is_known || std::ranges::none_of(cell.entries, leads)));
    }
  }
  CHECK(right / told >= 0.97);
  CHECK(right / all >= 0.98);
}

TEST_CASE("a cell differs in effect only in words that state the row's provision") {
  const auto protocols = test::councils(test::council_ids());
  const auto comparison = test::compared(protocols);
  const auto divergences = comparison.divergences();
  const auto states = [](const compare::Entry& entry, const compare::Quotation& quotation) {
    return quotation.range.begin < entry.passage.end && entry.passage.begin < quotation.range.end;
  };
  const auto differs = [&](const compare::Entry& entry) {
    return std::ranges::any_of(divergences, [&](const compare::Divergence& each) {
      return (each.a == entry.clause && states(entry, each.a_statement)) ||
             (each.b == entry.clause && states(entry, each.b_statement));
    });
  };
  std::size_t found = 0;
  for (const compare::Row& row : comparison.rows()) {
    for (const compare::Cell& cell : row.cells) {
      for (const compare::Entry& entry : cell.entries) {
        if (entry.lead_in ||
            (entry.state != compare::State::differs && entry.state != compare::State::may_differ))
          continue;
        INFO(row.id << " " << protocols[cell.protocol].global_id(entry.clause.clause));
        CHECK(differs(entry));
        ++found;
      }
    }
  }
  CHECK(found > 0);
}
