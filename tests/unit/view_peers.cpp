#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "compared_councils.h"
#include "view/peers_paper.h"

using namespace concord;
using compare::ClauseRef;

namespace {

// Barton says that members "should" where Ashby says that they "must"; Corby says nothing of it.
const test::Compared& three_councils() {
  static const test::Compared compared(
      test::Texts{{"ashby", test::respect + test::parking},
                  {"barton",
                   "1.1 Members and officers should treat one another with respect and courtesy at "
                   "all times.\n\n"},
                  {"corby", test::parking}});
  return compared;
}

ClauseRef clause(const test::Compared& councils, std::uint32_t protocol, const std::string& key) {
  return {protocol, *councils.protocols[protocol].graph().find(key)};
}

view::Peers peers_of(const test::Compared& councils, const std::vector<ClauseRef>& chosen,
                     const std::vector<std::uint32_t>& among = {}) {
  const view::Compared compared(councils.comparison, councils.protocols, councils.registers);
  return view::peers(compared, chosen, among);
}

std::string own_words(const view::PeerClause& clause) {
  std::string words;
  for (const view::Piece& piece : clause.pieces)
    if (piece.kind == view::PieceKind::inserted) words += piece.text;
  return words;
}

TEST_CASE("peers have the counterpart with the words of its own, and the certain difference") {
  const test::Compared& councils = three_councils();
  const view::Peers peers = peers_of(councils, {clause(councils, 0, "1.1")});
  REQUIRE(peers.choices.size() == 1);
  const view::PeerChoice& choice = peers.choices.front();
  CHECK(choice.place.label == "1.1");
  CHECK(choice.text.starts_with("Members and officers must"));
  REQUIRE(choice.peers.size() == 1);
  REQUIRE(choice.peers[0].clauses.size() == 1);
  const view::PeerClause& other = choice.peers[0].clauses[0];
  CHECK(other.place.council == "barton");
  CHECK(own_words(other) == "should");
  REQUIRE(other.effects.size() == 1);
  CHECK(other.effects[0].type == compare::DivergenceType::duty);
  CHECK(other.effects[0].a_words.starts_with("must"));
  CHECK(other.effects[0].b_words.starts_with("should"));
}

TEST_CASE("a chosen clause states what the matrix says that it states") {
  const test::Compared& councils = three_councils();
  const ClauseRef chosen = clause(councils, 0, "1.1");
  const view::Peers peers = peers_of(councils, {chosen});
  const auto rows = councils.comparison.rows_of(chosen);
  const std::vector<view::PeerProvision>& stated = peers.choices[0].provisions;
  REQUIRE(stated.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(stated[i].title == councils.comparison.rows()[rows[i]].title);
    CHECK(stated[i].question == councils.comparison.rows()[rows[i]].question);
  }
}

TEST_CASE("of a council without a counterpart nothing more is said") {
  const test::Compared& councils = three_councils();
  const view::Peers peers = peers_of(councils, {clause(councils, 0, "1.1")});
  REQUIRE(peers.choices[0].without.size() == 1);
  CHECK(peers.choices[0].without[0].id == "corby");
  const std::vector<std::string> said = view::caveats(peers);
  CHECK(std::ranges::any_of(said, [](const std::string& each) {
    return each.find("is about the text, not the council") != std::string::npos;
  }));
}

TEST_CASE("an excerpt lacks nothing: the rest may have a counterpart") {
  const test::Compared councils(test::Texts{{"ashby", test::respect + test::parking},
                                            {"barton", test::respect},
                                            {"corby", test::parking}},
                                {{"corby", "excerpt: true\n"}});
  const view::PeerChoice choice = peers_of(councils, {clause(councils, 0, "1.1")}).choices[0];
  CHECK(choice.without.empty());
  REQUIRE(choice.excerpts.size() == 1);
  CHECK(choice.excerpts[0].id == "corby");
}

TEST_CASE("the whole of the words stands in the pieces") {
  const test::Compared& councils = three_councils();
  const view::Peers peers = peers_of(councils, {clause(councils, 0, "1.1")});
  std::string words;
  for (const view::Piece& piece : peers.choices[0].peers[0].clauses[0].pieces) words += piece.text;
  CHECK(words ==
        "Members and officers should treat one another with respect and courtesy at all times.");
}

TEST_CASE("peers may be asked of some councils only") {
  const test::Compared& councils = three_councils();
  const view::Peers peers = peers_of(councils, {clause(councils, 0, "1.1")}, {2});
  CHECK(peers.choices[0].peers.empty());
  CHECK(peers.choices[0].without.size() == 1);
}

TEST_CASE("a section stands for its clauses, and each clause is shown once") {
  const test::Compared& councils = three_councils();
  const view::Peers peers =
      peers_of(councils, {clause(councils, 0, "1.2"), clause(councils, 0, "1")});
  REQUIRE(peers.choices.size() == 2);
  CHECK(peers.choices[0].place.label == "1.2");
  CHECK(peers.choices[1].place.label == "1.1");
  CHECK(peers.council.id == "ashby");
}

TEST_CASE("clauses of several councils are nobody's alone") {
  const test::Compared& councils = three_councils();
  const view::Peers peers =
      peers_of(councils, {clause(councils, 0, "1.1"), clause(councils, 2, "1.2")});
  CHECK(peers.council.id.empty());
  CHECK(view::peers_paper(peers).council == "Councils’ protocols on members and officers");
  CHECK(peers.choices.size() == 2);
}

TEST_CASE("an item is quoted behind its lead-in") {
  const std::string items =
      "1.1 Members can expect from officers:\n\n- (a) a timely answer to every question that they "
      "ask;\n- (b) impartial advice on the business of the council.\n\n";
  const test::Compared councils(test::Texts{{"ashby", items}, {"barton", items}});
  const view::Peers peers = peers_of(councils, {clause(councils, 0, "1.1.a")});
  CHECK(peers.choices[0].lead_in == "Members can expect from officers:");
  REQUIRE(peers.choices[0].peers.size() == 1);
  CHECK(peers.choices[0].peers[0].clauses[0].lead_in == "Members can expect from officers:");
  CHECK(own_words(peers.choices[0].peers[0].clauses[0]).empty());
}

}  // namespace
