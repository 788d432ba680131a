// What must hold of every comparison, on the five protocols of this repository.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <set>

#include "compare/match/bearer.h"
#include "compare/match/lexicon.h"
#include "compare_text.h"
#include "edited_text.h"

using namespace concord;
using compare::Comparison;
using compare::Link;
using compare::Relation;

namespace {

// Links by the clauses' names, so that comparisons with protocols in different places can be held
// against one another.
using Named = std::map<std::pair<std::string, std::string>, std::pair<Relation, double>>;

Named named_links(const Comparison& comparison, const std::vector<passes::Protocol>& protocols,
                  const std::set<std::string>& of = {}) {
  Named found;
  for (std::uint32_t a = 0; a < protocols.size(); ++a) {
    for (std::uint32_t b = 0; b < protocols.size(); ++b) {
      if (!of.empty() &&
          (!of.contains(comparison.councils()[a]) || !of.contains(comparison.councils()[b]))) {
        continue;
      }
      for (const Link& link : comparison.links(a, b)) {
        found[{protocols[a].global_id(link.a.clause), protocols[b].global_id(link.b.clause)}] = {
            link.relation, link.score};
      }
    }
  }
  return found;
}

std::set<std::string> ids(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

const std::vector<passes::Protocol>& all() {
  static const std::vector<passes::Protocol> protocols = test::councils(test::council_ids());
  return protocols;
}

std::string place(compare::ClauseRef ref) {
  return all()[ref.protocol].global_id(ref.clause);
}

// "a | b | type | words of a | words of b", sorted.
std::multiset<std::string> described(const std::vector<compare::Divergence>& divergences) {
  std::multiset<std::string> lines;
  for (const compare::Divergence& each : divergences) {
    lines.insert(fmt::format("{} | {} | {} | {} | {}", place(each.a), place(each.b),
                             compare::name_of(each.type), each.a_words, each.b_words));
  }
  return lines;
}

const Comparison& five() {
  static const Comparison comparison = test::compared(all());
  return comparison;
}

std::size_t clauses_with_text(const passes::Protocol& protocol) {
  std::size_t count = 0;
  for (const graph::Clause& clause : protocol.clauses()) {
    count += clause.kind != graph::Kind::section && !clause.text.text.empty() ? 1 : 0;
  }
  return count;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

TEST_CASE("a protocol with itself is all identical, each clause with its twin") {
  std::vector<passes::Protocol> twins;
  twins.push_back(test::protocol_of("york", test::text_of("york")));
  twins.push_back(test::protocol_of("copy", test::renamed(test::text_of("york"), "york", "copy")));
  const Comparison comparison = test::compared(twins);
  const auto links = comparison.links(0, 1);
  CHECK(links.size() == clauses_with_text(twins[0]));
  for (const Link& link : links) {
    CHECK(link.relation == Relation::identical);
    CHECK(link.a.clause == link.b.clause);
  }
  CHECK(comparison.divergences(0, 1).empty());
  CHECK(comparison.unmatched(0).empty());
  CHECK(comparison.summary(0, 1).similarity == 1);
}

TEST_CASE("swapping two councils mirrors their links") {
  for (std::uint32_t a = 0; a < all().size(); ++a) {
    for (std::uint32_t b = a + 1; b < all().size(); ++b) {
      const auto there = five().links(a, b);
      const auto back = five().links(b, a);
      REQUIRE(there.size() == back.size());
      std::map<std::pair<compare::ClauseRef, compare::ClauseRef>, const Link*> mirror;
      for (const Link& link : back) mirror[{link.b, link.a}] = &link;
      for (const Link& link : there) {
        const auto twin = mirror.find({link.a, link.b});
        REQUIRE(twin != mirror.end());
        CHECK(twin->second->relation == compare::mirrored(link.relation));
        CHECK(twin->second->score == link.score);
      }
    }
  }
}

TEST_CASE("swapping two councils swaps the sides of each difference, words and all") {
  const auto sides_swapped = [](std::vector<compare::Divergence> divergences) {
    for (compare::Divergence& each : divergences) {
      std::swap(each.a, each.b);
      std::swap(each.a_words, each.b_words);
    }
    return described(divergences);
  };
  constexpr auto possible = compare::Certainty::possible;
  std::size_t told = 0;
  for (std::uint32_t a = 0; a < all().size(); ++a) {
    for (std::uint32_t b = a + 1; b < all().size(); ++b) {
      const auto there = described(five().divergences(a, b, possible));
      told += there.size();
      CHECK(there == sides_swapped(five().divergences(b, a, possible)));
    }
  }
  CHECK(told >= 150);
}

TEST_CASE("the order of councils and the number of threads change nothing") {
  auto order = test::council_ids();
  std::reverse(order.begin(), order.end());
  std::swap(order[1], order[3]);
  const auto turned = test::councils(order);
  const Comparison other = test::compared(turned, 1);
  CHECK(named_links(other, turned) == named_links(five(), all()));
  REQUIRE(other.rows().size() == five().rows().size());
  for (std::size_t i = 0; i < other.rows().size(); ++i) {
    CHECK(other.rows()[i].title == five().rows()[i].title);
    CHECK(other.rows()[i].topic == five().rows()[i].topic);
    CHECK(other.rows()[i].wordings == five().rows()[i].wordings);
  }
  const Comparison threaded = test::compared(all(), 2);
  CHECK(compare::dump(threaded, all()) == compare::dump(five(), all()));
}

TEST_CASE("a duplicate council changes no link of the others, and has the links of its twin") {
  auto more = test::councils(test::council_ids());
  more.push_back(test::protocol_of("copy", test::renamed(test::text_of("ware"), "ware", "copy")));
  const Comparison comparison = test::compared(more);
  const auto before = named_links(five(), all());
  CHECK(named_links(comparison, more, ids(test::council_ids())) == before);
  for (const auto& [names, link] : named_links(comparison, more, {"copy", "york"})) {
    if (names.first.starts_with("york")) continue;
    const auto twin = before.find({"ware" + names.first.substr(4), names.second});
    REQUIRE(twin != before.end());
    CHECK(twin->second == link);
  }
}

namespace {

// The pair's links and differences by name, in lines.
std::string between(const std::vector<passes::Protocol>& protocols, const Comparison& comparison,
                    std::uint32_t a, std::uint32_t b) {
  std::string lines;
  for (const Link& link : comparison.links(a, b)) {
    lines += fmt::format("{} {} {} {} {}\n", protocols[a].global_id(link.a.clause),
                         protocols[b].global_id(link.b.clause), compare::name_of(link.relation),
                         link.score, compare::name_of(link.found_by));
  }
  for (const compare::Divergence& each : comparison.divergences(a, b)) {
    lines += fmt::format("{} {} {} {} / {}\n", protocols[a].global_id(each.a.clause),
                         protocols[b].global_id(each.b.clause), compare::name_of(each.type),
                         each.a_words, each.b_words);
  }
  return lines;
}

// By the councils' ids, in the order of the protocols.
std::map<std::pair<std::string, std::string>, std::string> pairs_of(
    const std::vector<passes::Protocol>& protocols) {
  const Comparison comparison = test::compared(protocols);
  std::map<std::pair<std::string, std::string>, std::string> pairs;
  for (std::uint32_t a = 0; a < protocols.size(); ++a) {
    for (std::uint32_t b = a + 1; b < protocols.size(); ++b) {
      pairs[{comparison.councils()[a], comparison.councils()[b]}] =
          between(protocols, comparison, a, b);
    }
  }
  return pairs;
}

struct Source {
  std::string id;
  std::string text;
};

std::vector<passes::Protocol> read(const std::vector<Source>& sources) {
  std::vector<passes::Protocol> protocols;
  for (const Source& source : sources) {
    protocols.push_back(test::protocol_of(source.id, source.text));
  }
  return protocols;
}

}  // namespace

// Of more councils: tests/pairs.
TEST_CASE("what two councils say of each other depends on no other council") {
  std::vector<Source> all_nine;
  for (const std::string& id : test::council_ids()) all_nine.push_back({id, test::text_of(id)});
  for (const char* id : {"carrowdale", "eastmere", "hollowbrook", "wrenfell-fire"}) {
    source::SourceMap sources;
    const auto file = sources.load(test::source_path(fmt::format("tests/gold/invented/{}.md", id)));
    all_nine.push_back({id, std::string(sources.text(file))});
  }
  const auto whole = pairs_of(read(all_nine));
  const auto check_others = [&](const std::vector<Source>& changed, const std::string& touched) {
    CAPTURE(touched);
    std::size_t same = 0;
    for (const auto& [councils, lines] : pairs_of(read(changed))) {
      const auto before = whole.find(councils);
      if (before == whole.end() || councils.first == touched || councils.second == touched) {
        continue;
      }
      CAPTURE(councils.first, councils.second);
      CHECK(lines == before->second);
      ++same;
    }
    CHECK(same == 28);  // pairs of the eight others
  };
  std::minstd_rand random(10);
  for (const std::size_t i : {1U, 4U, 6U, 8U}) {
    const Source& chosen = all_nine[i];
    CAPTURE(chosen.id);
    auto without = all_nine;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    check_others(without, chosen.id);
    auto altered = all_nine;
    altered[i].text = test::edited(chosen.text, random);
    check_others(altered, chosen.id);
  }
  auto doubled = all_nine;
  doubled.push_back({"copy", test::renamed(all_nine[2].text, "pitstone", "copy")});
  for (const auto& [councils, lines] : pairs_of(read(doubled))) {
    const auto before = whole.find(councils);
    if (before != whole.end()) CHECK(lines == before->second);
  }
}

TEST_CASE("renaming a role throughout leaves every link, and makes identical ones vocabulary") {
  std::string text = test::renamed(test::text_of("ware"), "ware", "copy");
  text = replaced(text, "member: [Councillor]", "member: [Burgess, Parish Burgess]");
  text = replaced(replaced(text, "Councillors", "Burgesses"), "Councillor", "Burgess");
  std::vector<passes::Protocol> protocols = test::councils({"pitstone", "ware"});
  protocols.push_back(test::protocol_of("copy", text));
  const Comparison comparison = test::compared(protocols);
  std::size_t vocabulary = 0;
  for (const Link& link : comparison.links(1, 2)) {
    CHECK(link.relation <= Relation::vocabulary);
    vocabulary += link.relation == Relation::vocabulary ? 1 : 0;
  }
  CHECK(vocabulary >= 20);
  CHECK(comparison.divergences(1, 2).empty());
  const auto with_ware = comparison.links(0, 1);
  const auto with_copy = comparison.links(0, 2);
  REQUIRE(with_ware.size() == with_copy.size());
  for (std::size_t i = 0; i < with_ware.size(); ++i) {
    CHECK(with_ware[i].a == with_copy[i].a);
    CHECK(with_ware[i].b.clause == with_copy[i].b.clause);
    const Relation before = with_ware[i].relation;
    const bool named = before <= Relation::vocabulary
                           ? with_copy[i].relation <= Relation::vocabulary
                           : with_copy[i].relation == before;
    CHECK(named);
  }
}

TEST_CASE("vocabulary pairs differ in role words only, without exception") {
  const compare::Lexicon lexicon(&test::registers(), all());
  std::size_t checked = 0;
  for (const Link& link : five().links()) {
    if (link.relation != Relation::vocabulary) continue;
    const auto a = lexicon.tokens(all()[link.a.protocol][link.a.clause].text.text, link.a.protocol);
    const auto b = lexicon.tokens(all()[link.b.protocol][link.b.clause].text.text, link.b.protocol);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      CHECK(a[i].kind == b[i].kind);
      if (a[i].kind == compare::TokenKind::role) {
        CHECK(a[i].form == b[i].form);
      } else {
        CHECK(a[i].surface == b[i].surface);
      }
    }
    ++checked;
  }
  CHECK(checked >= 15);
}

TEST_CASE("what members expect of officers is never linked to what officers expect of members") {
  const compare::Lexicon lexicon(&test::registers(), all());
  const auto bearer = [&](compare::ClauseRef ref) {
    const graph::Clause& clause = all()[ref.protocol][ref.clause];
    if (clause.place != graph::Place::list || !clause.parent) return compare::Bearer::none;
    const std::string& lead = all()[ref.protocol][*clause.parent].text.text;
    return compare::bearer_of(lexicon.tokens(lead, ref.protocol), test::registers().lists);
  };
  std::size_t in_lists = 0;
  for (const Link& link : five().links()) {
    CHECK_FALSE(compare::opposed(bearer(link.a), bearer(link.b)));
    in_lists += bearer(link.a) != compare::Bearer::none ? 1 : 0;
  }
  CHECK(in_lists >= 50);
}

TEST_CASE("every numbered clause that leads into no list stands in a row, cells by council") {
  for (std::uint32_t p = 0; p < all().size(); ++p) {
    for (const graph::Clause& clause : all()[p].clauses()) {
      const bool numbered = clause.kind == graph::Kind::clause || clause.kind == graph::Kind::item;
      if (!numbered || clause.text.text.empty() || !clause.children.empty()) continue;
      INFO(all()[p].global_id(clause.id));
      CHECK_FALSE(five().rows_of(compare::ClauseRef{p, clause.id}).empty());
    }
  }
  for (const compare::Row& row : five().rows()) {
    CHECK(std::is_sorted(row.cells.begin(), row.cells.end(),
                         [](const auto& a, const auto& b) { return a.protocol < b.protocol; }));
    CHECK_FALSE(row.title.empty());
    CHECK(row.title.size() <= 120);
  }
}

TEST_CASE("gaps and unmatched clauses agree with rows and links") {
  for (std::uint32_t p = 0; p < all().size(); ++p) {
    std::uint32_t before = UINT32_MAX;
    std::set<std::uint32_t> lacking;
    for (const compare::Gap& gap : five().gaps(p)) {
      CHECK(gap.have <= before);
      before = gap.have;
      lacking.insert(gap.row);
    }
    for (std::uint32_t row = 0; row < five().rows().size(); ++row) {
      const compare::State state = five().rows()[row].state(p);
      CHECK(lacking.contains(row) == (state == compare::State::none));
    }
    const auto unmatched = five().unmatched(p);
    for (const graph::Clause& clause : all()[p].clauses()) {
      if (clause.kind == graph::Kind::section || clause.text.text.empty()) continue;
      const bool alone =
          std::find(unmatched.begin(), unmatched.end(), clause.id) != unmatched.end();
      CHECK(alone == five().links_of({p, clause.id}).empty());
    }
  }
}

TEST_CASE("none, one and an empty protocol can be compared") {
  CHECK(test::compared({}).rows().empty());
  std::vector<passes::Protocol> one = test::councils({"ware"});
  const Comparison alone = test::compared(one);
  CHECK(alone.links().empty());
  CHECK(alone.unmatched(0).size() == clauses_with_text(one[0]));
  one.push_back(
      test::protocol_of("empty", "---\nid: empty\ncouncil: Empty\ntitle: P\n---\n\n# P\n"));
  const Comparison beside = test::compared(one);
  CHECK(beside.links(0, 1).empty());
  CHECK(beside.unmatched(1).empty());
}

namespace {

std::vector<passes::Protocol> copies(const std::string& id, int count) {
  std::vector<passes::Protocol> many;
  const std::string text = test::text_of(id);
  for (int i = 0; i < count; ++i) {
    const std::string copy = "copy" + std::to_string(i);
    many.push_back(test::protocol_of(copy, test::renamed(text, id, copy)));
  }
  return many;
}

double seconds_to_compare(const std::vector<passes::Protocol>& protocols) {
  const auto begin = std::chrono::steady_clock::now();
  (void)test::compared(protocols);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

// Copies share their wordings, and a wording is compared once: 19,900 pairs cost what two hundred
// texts cost to read, not 19,900 times what one pair costs. The best of three, so that a busy
// machine does not count.
TEST_CASE("what is said alike is compared once, however many say it") {
  const auto two = copies("ware", 2);
  const auto many = copies("ware", 200);
  double least_of_two = 1e9;
  double least_of_many = 1e9;
  for (int i = 0; i < 3; ++i) {
    least_of_two = std::min(least_of_two, seconds_to_compare(two));
    least_of_many = std::min(least_of_many, seconds_to_compare(many));
  }
  INFO(least_of_two << " s for one pair, " << least_of_many << " s for 19,900");
  CHECK(least_of_many < 100 * least_of_two);
}

TEST_CASE("two hundred copies of one protocol are all the same") {
  const auto many = copies("ware", 200);
  const Comparison comparison = test::compared(many);
  CHECK(comparison.links(17, 170).size() == clauses_with_text(many[0]));
  CHECK(comparison.rows().front().cells.size() == 200);
  CHECK(comparison.unmatched(3).empty());
}
