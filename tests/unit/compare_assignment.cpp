#include <catch2/catch.hpp>

#include "compare/match/assignment.h"
#include "compare/rows/clusters.h"

using namespace concord::compare;

TEST_CASE("the matching with the highest sum wins over the best single pair") {
  // 0-0 is the best pair, but 0-1 and 1-0 together are worth more.
  const std::vector<Candidate> candidates = {{0, 0, 0.9}, {0, 1, 0.8}, {1, 0, 0.8}};
  CHECK(assign(candidates, 0.5) == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("no partner is better than one that is not worth drawing") {
  const std::vector<Candidate> candidates = {{0, 0, 0.9}, {1, 1, 0.3}};
  CHECK(assign(candidates, 0.5) == std::vector<std::uint32_t>{0});
  CHECK(assign({}, 0.5).empty());
}

TEST_CASE("equal scores are settled by the candidates' order") {
  const std::vector<Candidate> candidates = {{0, 0, 0.7}, {0, 1, 0.7}};
  CHECK(assign(candidates, 0.5) == std::vector<std::uint32_t>{0});
}

namespace {

WordingLink link(std::uint32_t a, std::uint32_t a_segment, std::uint32_t b, std::uint32_t b_segment,
                 double score) {
  return {a, b, score, FoundBy::mutual_best, {{a_segment, b_segment, 1}}};
}

constexpr std::uint32_t councils = 6;

// Of councils with one wording each. Wordings with one number in `texts` are one text.
LinkedCorpus linked_by(std::vector<WordingLink> links, const std::vector<CouncilPair>& compared,
                       const std::vector<std::uint32_t>& texts = {0, 1, 2, 3, 4, 5}) {
  LinkedCorpus linked{read_protocols({}, nullptr), {}, compared, std::move(links), {}};
  linked.index.matched_with.resize(councils);
  for (const auto& [a, b] : compared) {
    linked.index.matched_with[a].push_back(b);
    linked.index.matched_with[b].push_back(a);
  }
  for (std::uint32_t i = 0; i < councils; ++i) {
    Wording& wording = linked.corpus.wordings.emplace_back();
    wording.text = texts[i];
    wording.protocol = i;
  }
  return linked;
}

using Clusters = std::vector<std::vector<SegmentRef>>;

}  // namespace

TEST_CASE("a clause that bundles two provisions stands in two rows") {
  // Wording 0 has two segments, each with counterparts of its own.
  const std::vector<WordingLink> links = {link(0, 0, 1, 0, 0.9), link(0, 1, 2, 0, 0.9),
                                          link(1, 0, 3, 0, 0.9), link(0, 0, 3, 0, 0.8)};
  const Clusters expected = {{{0, 0}, {1, 0}, {3, 0}}, {{0, 1}, {2, 0}}};
  CHECK(cluster(linked_by(links, every_pair(councils))) == expected);
}

TEST_CASE("a chain of likenesses is not one provision") {
  const std::vector<WordingLink> links = {link(0, 0, 1, 0, 0.9), link(1, 0, 2, 0, 0.5),
                                          link(2, 0, 3, 0, 0.9)};
  const Clusters expected = {{{0, 0}, {1, 0}}, {{2, 0}, {3, 0}}};
  CHECK(cluster(linked_by(links, every_pair(councils))) == expected);
}

TEST_CASE("councils that were not compared do not speak against a provision") {
  const std::vector<WordingLink> links = {link(0, 0, 1, 0, 0.9), link(1, 0, 2, 0, 0.9),
                                          link(2, 0, 3, 0, 0.9)};
  const Clusters expected = {{{0, 0}, {1, 0}, {2, 0}, {3, 0}}};
  CHECK(cluster(linked_by(links, {{0, 1}, {1, 2}, {2, 3}})) == expected);
}

TEST_CASE("one text is one provision, whether or not the councils that have it were compared") {
  const std::vector<WordingLink> links = {link(0, 0, 1, 0, 0.9), link(2, 0, 3, 0, 0.9)};
  const Clusters expected = {{{0, 0}, {1, 0}, {2, 0}, {3, 0}}};
  CHECK(cluster(linked_by(links, {{0, 1}, {2, 3}}, {0, 1, 0, 3, 4, 5})) == expected);
}
