#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "compared_councils.h"
#include "view/comparison_pages.h"
#include "view/comparison_words.h"

using namespace concord;
using test::Compared;
using test::parking;
using test::respect;

namespace {

const std::string must_attend =
    "1.1 Officers must attend the meetings of party groups when they are asked.\n\n";
const std::string may_attend =
    "1.1 Officers may attend the meetings of party groups when they are asked.\n\n";

view::Compared texts_of(const Compared& compared) {
  return {compared.comparison, compared.protocols, compared.registers};
}

view::Pair pair_of(const Compared& compared, std::uint32_t a, std::uint32_t b) {
  return view::compared_pair(texts_of(compared), a, b);
}

view::ComparisonPages pages_of(const Compared& compared) {
  const view::Compared texts = texts_of(compared);
  view::ComparisonPages pages;
  for (const auto& part : view::comparison_parts(texts, pages)) part();
  return pages;
}

// A line a block: "# 1. Conduct", "1.1 = 1.1 identical", "1.2 only a".
std::string outline(const view::Pair& pair) {
  std::string text;
  for (const view::Block& block : pair.blocks) {
    if (block.heading) text += "# " + *block.heading;
    if (block.left) text += block.left->place.label;
    for (const view::Side& side : block.right) {
      text += block.only ? side.place.label : " = " + side.place.label;
      if (side.relation) text += " " + std::string(view::words_for(*side.relation));
      if (side.moved) text += ", moved";
    }
    if (block.only) text += " only " + std::string(view::name_of(*block.only));
    text += "\n";
  }
  return text;
}

// "Officers [-must-] attend": the words that one side alone has, without the space after them.
std::string marked(const view::Pieces& pieces) {
  std::string text;
  for (const view::Piece& piece : pieces) {
    if (piece.kind == view::PieceKind::deleted) text += "[-" + piece.text + "-]";
    if (piece.kind == view::PieceKind::inserted) text += "{+" + piece.text + "+}";
    if (piece.kind == view::PieceKind::equal) text += piece.text;
    if (piece.kind == view::PieceKind::role) text += "<" + piece.text + ">";
  }
  return text;
}

}  // namespace

TEST_CASE("two side by side stand in the order of the first one's text") {
  const Compared& compared = test::two_councils();
  CHECK(outline(pair_of(compared, 0, 1)) == "# 1. Conduct\n1.1 = 1.1 identical\n1.2 only a\n");
  CHECK(outline(pair_of(compared, 1, 0)) == "# 1. Conduct\n1.1 = 1.1 identical\n1.2 only b\n");
  const view::Pair pair = pair_of(compared, 0, 1);
  CHECK(pair.a.id == "ashby");
  CHECK(pair.b.name == "barton Town");
  CHECK(pair.summary.identical == 1);
  CHECK(pair.summary.only_a == 1);
}

TEST_CASE("a clause that stands elsewhere in the other text has moved") {
  const std::string first = "1.1" + respect.substr(3);
  const std::string second = "1.2" + must_attend.substr(3);
  const Compared compared(test::Texts{
      {"ashby", first + second + "1.3" + parking.substr(3)},
      {"barton",
       "1.1" + must_attend.substr(3) + "1.2" + parking.substr(3) + "1.3" + respect.substr(3)}});
  CHECK(outline(pair_of(compared, 0, 1)) ==
        "# 1. Conduct\n1.1 = 1.3 identical, moved\n1.2 = 1.1 identical\n1.3 = 1.2 identical\n");
}

TEST_CASE("where the effect differs, both sides show the words that decide it") {
  const Compared compared(test::Texts{{"ashby", must_attend}, {"barton", may_attend}});
  const view::Pair pair = pair_of(compared, 0, 1);
  REQUIRE(pair.blocks.size() == 2);
  const view::Block& block = pair.blocks[1];
  REQUIRE(block.left);
  REQUIRE(block.right.size() == 1);
  CHECK(marked(block.left->pieces) ==
        "Officers [-must-] attend the meetings of party groups when they are asked.");
  CHECK(marked(block.right[0].pieces) ==
        "Officers {+may+} attend the meetings of party groups when they are asked.");
  REQUIRE(block.right[0].effects.size() == 1);
  CHECK(block.right[0].effects[0].type == compare::DivergenceType::duty);
  CHECK(block.left->effects.empty());

  const view::ComparisonPages pages = pages_of(compared);
  REQUIRE(pages.differences.entries.size() == 1);
  const view::Difference& difference = pages.differences.entries[0];
  CHECK(difference.type == compare::DivergenceType::duty);
  CHECK(difference.topic == "Conduct");
  REQUIRE(difference.positions.size() == 2);
  CHECK(difference.positions[0].words.starts_with("must"));
  CHECK(difference.positions[0].statements.at(0).place.clause == "1.1");
  CHECK(difference.positions[1].words.starts_with("may"));
  CHECK(difference.positions[1].statements.at(0).place.name == "barton Town");
}

TEST_CASE("the matrix has a cell a council, with the text as changed from the others'") {
  const Compared compared(
      test::Texts{{"ashby", must_attend}, {"barton", may_attend}, {"corby", parking}});
  const view::ComparisonPages pages = pages_of(compared);
  REQUIRE(pages.topics.size() == 1);
  CHECK(pages.topics[0].id == "conduct");
  CHECK(pages.topics[0].title == "Conduct");
  const auto& rows = pages.topics[0].rows;
  const auto shared =
      std::find_if(rows.begin(), rows.end(), [](const view::Row& row) { return row.have == 2; });
  REQUIRE(shared != rows.end());
  CHECK(shared->differs);
  REQUIRE(shared->cells.size() == 3);
  CHECK(shared->cells[2].state == compare::State::none);
  REQUIRE(shared->cells[1].entries.size() == 1);
  const view::Entry& entry = shared->cells[1].entries[0];
  CHECK(entry.place.council == "barton");
  REQUIRE(entry.against.size() == 1);
  CHECK(entry.against[0].name == "ashby Town");
  CHECK(marked(entry.against[0].pieces) ==
        "Officers [-must-] {+may+} attend the meetings of party groups when they are asked.");
}

TEST_CASE("changes are marked only where two texts have something in common") {
  const Compared& compared = test::two_councils();
  const view::Compared texts = texts_of(compared);
  const auto clause = [&](std::uint32_t protocol, const std::string& key) {
    return compare::ClauseRef{protocol, compared.protocols[protocol].graph().find(key).value()};
  };
  CHECK(texts.changes(clause(0, "1.1"), clause(0, "1.2")).empty());
  CHECK(marked(texts.changes(clause(0, "1.1"), clause(1, "1.1"))) ==
        "Members and officers must treat one another with respect and courtesy at all times.");
}

TEST_CASE("a cell opens with a clause's first words and keeps the others beside them") {
  const std::string longer =
      "1.1 Officers must attend the meetings of party groups when they are asked by the leader of "
      "the group, and give the same advice to every group.\n\n";
  const Compared compared(test::Texts{{"ashby", must_attend}, {"barton", longer}});
  const view::Row row = pages_of(compared).topics.at(0).rows.at(0);
  const view::Excerpt whole = row.cells.at(0).entries.at(0).opening;
  CHECK(whole.words == "Officers must attend the meetings of party groups when they are asked.");
  CHECK_FALSE(whole.cut);
  const view::Entry entry = row.cells.at(1).entries.at(0);
  CHECK(
      entry.opening.words ==
      "Officers must attend the meetings of party groups when they are asked by the leader of the");
  CHECK(entry.opening.cut);
  CHECK(entry.opening.before + entry.opening.words + entry.opening.after == entry.text);
}

TEST_CASE("gaps say where others have it and what is nearest, coverage what a council has") {
  const view::ComparisonPages pages = pages_of(test::two_councils());
  REQUIRE(pages.gaps.size() == 2);
  CHECK(pages.gaps[0].gaps.empty());
  REQUIRE(pages.gaps[1].gaps.size() == 1);
  const view::Gap& gap = pages.gaps[1].gaps[0];
  CHECK(gap.topic_id == "conduct");
  CHECK(gap.have == 1);
  REQUIRE(gap.others.size() == 1);
  CHECK(gap.others[0].place.name == "ashby Town");
  CHECK(gap.others[0].place.label == "1.2");
  CHECK(gap.others[0].text == "The car park in Castle Street closes at dusk on winter evenings.");
  CHECK_FALSE(gap.nearest);
  REQUIRE(pages.coverage.size() == 1);
  const auto& councils = pages.coverage[0].councils;
  CHECK(councils[0].clauses == 2);
  CHECK(councils[0].words == 26);
  CHECK(councils[0].known == 1);
  CHECK(councils[0].found == 1);
  CHECK(councils[1].clauses == 1);
  CHECK(councils[1].known == 2);
  CHECK(councils[1].found == 1);
}

TEST_CASE("counterparts lead to the clause in the pair's page, from either side") {
  const test::Compared& two = test::two_councils();
  const view::Compared texts = texts_of(two);
  const view::CounterpartsByClause ashby = view::counterparts(texts, two.peers, 0);
  CHECK(ashby.size() == 2);  // the heading has none
  const view::Counterparts& found = ashby.at("1.1");
  CHECK(found.councils == 1);
  CHECK(found.others == 1);
  CHECK_FALSE(found.differs);
  CHECK(found.row.starts_with("../compare/on-conduct.html#"));
  REQUIRE(found.list.size() == 1);
  CHECK(found.list[0].council == "barton Town");
  CHECK(found.list[0].number == "1.1");
  CHECK(found.list[0].state == "identical");
  CHECK(found.list[0].href == "../compare/ashby--barton.html#a-1.1");
  CHECK(view::counterparts(texts, two.peers, 1).at("1.1").list.at(0).href ==
        "../compare/ashby--barton.html#b-1.1");
  CHECK(ashby.at("1.2").list.empty());
  CHECK(ashby.at("1.2").row.starts_with("../compare/on-conduct.html#car-park-"));
}

TEST_CASE("those who say the same where others differ stand together") {
  const Compared compared(
      test::Texts{{"ashby", must_attend}, {"barton", may_attend}, {"corby", must_attend}});
  const view::ComparisonPages pages = pages_of(compared);
  REQUIRE(pages.differences.entries.size() == 1);
  const auto& positions = pages.differences.entries[0].positions;
  REQUIRE(positions.size() == 2);
  const auto councils = [](const view::Position& position) {
    std::string names;
    for (const view::Stated& each : position.statements) names += each.place.council + " ";
    return position.words.substr(0, position.words.find(' ')) + ": " + names;
  };
  CHECK(councils(positions[0]) == "must: ashby corby ");
  CHECK(councils(positions[1]) == "may: barton ");
}

TEST_CASE("each two councils that differ have a grade of their own, and others have none") {
  const Compared compared(
      test::Texts{{"ashby", must_attend}, {"barton", may_attend}, {"corby", must_attend}});
  const view::Differences differences = pages_of(compared).differences;
  REQUIRE(differences.entries.size() == 1);
  const auto& pairs = differences.entries[0].pairs;
  REQUIRE(pairs.size() == 2);
  CHECK((pairs[0].a.id == "ashby" && pairs[0].b.id == "barton"));
  CHECK((pairs[1].a.id == "barton" && pairs[1].b.id == "corby"));
  CHECK(pairs[0].certainty == compare::Certainty::certain);
  CHECK(differences.certain == 2);
  CHECK(differences.likely == 0);
}

namespace {

// A. Clerk has decided about Ashby 1.1 and Barton 1.1.
syntax::Decision decided(syntax::Verdict verdict, const std::string& kind = "") {
  syntax::Decision decision;
  decision.a = "ashby#1.1";
  decision.b = "barton#1.1";
  decision.verdict = verdict;
  decision.kind = kind;
  decision.because = "read both";
  decision.by = "A. Clerk";
  decision.date.iso = "2026-11-28";
  return decision;
}

const std::vector<std::pair<std::string, std::string>> two_texts = {
    {"ashby", test::respect + test::parking}, {"barton", test::respect}};

}  // namespace

TEST_CASE("a refused link stands on both clauses, with who, when and why") {
  const test::Compared refused(two_texts, {}, {decided(syntax::Verdict::different)});
  const view::Compared texts(refused.comparison, refused.protocols, refused.registers);
  const view::Pair pair = view::compared_pair(texts, 0, 1);
  const auto only = std::ranges::find_if(pair.blocks, [](const view::Block& block) {
    return block.only == view::Which::b && block.right.front().place.label == "1.1";
  });
  REQUIRE(only != pair.blocks.end());
  REQUIRE(only->right.front().decisions.size() == 1);
  const view::DecisionNote& note = only->right.front().decisions.front();
  CHECK(note.verdict == syntax::Verdict::different);
  CHECK(note.a == "ashby Town 1.1");
  CHECK(note.b == "barton Town 1.1");
  CHECK(note.by == "A. Clerk");
  CHECK(note.day == "28 November 2026");
  CHECK(note.because == "read both");
  CHECK_FALSE(note.stale);
  CHECK(view::counterparts(texts, refused.peers, 0).at("1.1").decisions.size() == 1);
}

TEST_CASE("a decided link is marked in its row and beside its clause") {
  const test::Compared same(two_texts, {}, {decided(syntax::Verdict::differs, "duty")});
  const view::Compared texts(same.comparison, same.protocols, same.registers);
  view::ComparisonPages pages;
  for (const auto& part : view::comparison_parts(texts, pages)) part();
  const auto& rows = pages.topics.at(0).rows;
  const auto row = std::ranges::find(rows, std::size_t{2}, &view::Row::have);
  REQUIRE(row != rows.end());
  REQUIRE(row->decisions.size() == 1);
  CHECK(row->decisions.front().kind == "different force of duty");
  CHECK(row->cells.at(0).entries.at(0).decided);
  CHECK(row->cells.at(1).entries.at(0).decided);
  const view::Counterparts beside = view::counterparts(texts, same.peers, 1).at("1.1");
  CHECK(beside.list.at(0).decided);
  CHECK(beside.decisions.size() == 1);
}

TEST_CASE("a decision on words that have changed says so") {
  const test::Compared two(two_texts);
  const std::vector<syntax::Decision> stale = {decided(syntax::Verdict::different)};
  const view::Compared texts(two.comparison, two.protocols, two.registers, stale);
  const view::Counterparts beside = view::counterparts(texts, two.peers, 0).at("1.1");
  REQUIRE(beside.decisions.size() == 1);
  CHECK(beside.decisions.front().stale);
  CHECK_FALSE(beside.list.at(0).decided);
}
