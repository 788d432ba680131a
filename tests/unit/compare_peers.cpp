#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "compare/peers.h"
#include "compared_councils.h"

using namespace concord;
using namespace concord::test;
using compare::ChosenBy;
using compare::CouncilPair;

namespace {

using Numbers = std::vector<std::uint32_t>;

const std::string gifts =
    "2.1 Officers must refuse every gift, and must report the offer to the monitoring officer.\n\n";
const std::string press =
    "2.2 The chief executive alone answers questions from newspapers on behalf of the town.\n\n";

compare::Peers of_ten(const compare::PeerChoice& choice) {
  return Compared(ten_texts(), {}, {}, choice).peers;
}

}  // namespace

TEST_CASE("up to nine councils everybody is everybody's peer") {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const char letter : std::string("abcdefghi"))
    texts.emplace_back(letter + std::string(), respect);
  const compare::Peers peers = Compared(texts).peers;
  CHECK(peers.of[4].councils == Numbers{0, 1, 2, 3, 5, 6, 7, 8});
  CHECK(peers.of[4].chosen_by == ChosenBy::everybody);
  CHECK(peers.pairs.size() == 36);
  CHECK(peers.all_pairs());
  CHECK(peers.has(8, 0));
}

TEST_CASE("the nearest share most provisions") {
  // The first states three things; the last three of eleven state two of them, the others one.
  std::vector<std::pair<std::string, std::string>> texts = {{"a", respect + gifts + press}};
  for (const char letter : std::string("bcdefgh"))
    texts.emplace_back(letter + std::string(), respect);
  texts.emplace_back("i", respect + gifts);
  texts.emplace_back("j", respect + press);
  texts.emplace_back("k", gifts + press);
  const compare::Peers peers = Compared(texts).peers;
  CHECK(peers.of[0].chosen_by == ChosenBy::nearest);
  // i, j and k share two; of those that share one the first five.
  CHECK(peers.of[0].councils == Numbers{1, 2, 3, 4, 5, 8, 9, 10});
  CHECK_FALSE(peers.all_pairs());
  CHECK(peers.has(0, 10));
  CHECK(peers.has(10, 0));
}

TEST_CASE("councils that were asked for are everybody's peers but their own") {
  const compare::Peers peers = of_ten({.councils = {{3, 1, 3}}});
  CHECK(peers.of[0].councils == Numbers{1, 3});
  CHECK(peers.of[0].chosen_by == ChosenBy::command_line);
  CHECK(peers.of[1].councils == Numbers{3});
  CHECK(peers.pairs.size() == 9 + 8);
  CHECK(peers.pairs.front() == CouncilPair{0, 1});
  CHECK_FALSE(peers.has(0, 2));
}

TEST_CASE("of one council that was asked for the peers are chosen as if nobody had asked") {
  const compare::Peers peers = of_ten({.councils = {{3}}});
  CHECK(peers.of[3].chosen_by == ChosenBy::nearest);
  CHECK(peers.of[3].councils.size() == 8);
}

TEST_CASE("all pairs can be made, and the peers stay") {
  const compare::Peers peers = of_ten({.all_pairs = true});
  CHECK(peers.pairs.size() == 45);
  CHECK(peers.all_pairs());
  CHECK(peers.of[0].councils.size() == 8);
}
