// A pair of wordings is a link when the scorer is sure enough of it. Every link of a clause is
// kept, not only its best: provisions are split and bundled too freely for one partner each. The
// maximum-weight matching of two councils says which links are counterparts in the plain sense, one
// clause to one; the others are parts of longer clauses or are carried by what stands around them,
// and say so.
#include "compare/match/links.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "compare/match/assignment.h"
#include "compare/match/coverage.h"
#include "compare/match/model.h"
#include "compare/match/one_provision.h"
#include "compare/match/other_bearer.h"

namespace concord::compare {
namespace {

constexpr double same_wording_score = 0.99;      // of one wording in two settings, at least
constexpr double nearly_all_words = 0.9;         // in common: one provision, known or not
constexpr double nearly_all_words_score = 0.95;  // at least
constexpr double other_bearer_score = 0.9;       // of one act that members do here, officers there
constexpr std::size_t most_segments = 6;         // kept of one link
constexpr double least_segment_likeness = 0.3;   // of segments beyond the best

// `best` comes first.
std::vector<SegmentLink> segment_links(const Corpus& corpus, const LikenessTable& table,
                                       const CandidatePair& pair, const SegmentLink& best) {
  std::vector<SegmentLink> found{best};
  const Wording& a = corpus.wordings[pair.a];
  for (std::uint32_t s = 0; s < a.segments.size() && found.size() < most_segments; ++s) {
    const auto alike = table.alike(pair.a, s);
    const auto other = std::lower_bound(
        alike.begin(), alike.end(), pair.b,
        [](const LikenessTable::Alike& x, std::uint32_t key) { return x.wording < key; });
    if (other == alike.end() || other->wording != pair.b) continue;
    if (s == best.a || other->segment == best.b) continue;
    if (other->value >= least_segment_likeness) found.push_back({s, other->segment, other->value});
  }
  std::stable_sort(found.begin() + 1, found.end(), [](const SegmentLink& x, const SegmentLink& y) {
    return x.coverage > y.coverage;
  });
  return found;
}

// Each segment of a wording with the same one of another that has the same sentences.
std::vector<SegmentLink> segments_in_order(const Wording& wording) {
  std::vector<SegmentLink> found;
  for (std::uint32_t s = 0; s < wording.segments.size(); ++s) found.push_back({s, s, 1});
  return found;
}

// Two wordings that are a link.
struct LinkedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double score = 0;
  bool same_wording = false;
  const CandidatePair* pair = nullptr;  // null where their words are the same, sentence by sentence
  std::optional<OneProvision> provision = {};  // where that alone makes them one
};

bool twins(const Corpus& corpus, std::uint32_t a, std::uint32_t b) {
  return corpus.wordings[a].text == corpus.wordings[b].text;
}

bool same_wording(const Corpus& corpus, const CandidatePair& pair) {
  const Wording& a = corpus.wordings[pair.a];
  const Wording& b = corpus.wordings[pair.b];
  return std::ranges::equal(a.forms, b.forms) && !opposed(a.lead_bearer, b.lead_bearer);
}

// Texts of nearly the same words in the same order state one provision also where the register
// knows none like it. (In another order: "members can expect from officers".)
double least_score(const CandidatePair& pair, bool same_wording) {
  if (same_wording) return same_wording_score;
  const bool nearly = value_of(pair.features, Feature::text_overlap) >= nearly_all_words &&
                      value_of(pair.features, Feature::phrase_overlap) >= nearly_all_words;
  return nearly ? nearly_all_words_score : 0;
}

// Twins stand side by side in the order of wordings.
void add_twins(const Corpus& corpus, std::span<const std::uint32_t> wordings,
               std::vector<LinkedPair>& linked) {
  for (std::size_t i = 1; i < wordings.size(); ++i) {
    if (twins(corpus, wordings[i - 1], wordings[i]))
      linked.push_back({.a = wordings[i - 1], .b = wordings[i], .score = 1, .same_wording = true});
  }
}

// Their likeness was never measured: where it is known whose duty a sentence states, the other
// side's is not looked at.
void add_of_other_bearers(const Corpus& corpus, std::span<const std::uint32_t> wordings,
                          std::vector<LinkedPair>& linked) {
  for (const auto& [a, b] : of_other_bearers(corpus, wordings)) {
    linked.push_back({.a = a, .b = b, .score = other_bearer_score});
  }
}

// By a, then b.
std::vector<LinkedPair> linked_pairs(const ReadProtocols& read, const Candidates& candidates) {
  const Corpus& corpus = read.corpus;
  const Thresholds& thresholds = trained_model();
  std::vector<LinkedPair> linked;
  add_twins(corpus, candidates.table.wordings(), linked);
  add_of_other_bearers(corpus, candidates.table.wordings(), linked);
  for (const CandidatePair& pair : candidates.pairs) {
    if (twins(corpus, pair.a, pair.b)) continue;
    const bool same = same_wording(corpus, pair);
    const double score = std::max(pair.score, least_score(pair, same));
    if (score >= thresholds.threshold) {
      linked.push_back({pair.a, pair.b, score, same, &pair});
    } else if (score >= thresholds.least_by_provision) {
      const auto provision = one_provision(read, pair);
      if (!provision) continue;
      linked.push_back({pair.a, pair.b, thresholds.by_provision.probability(provision->likeness),
                        false, &pair, provision});
    }
  }
  const auto ends = [](const LinkedPair& pair) { return std::pair(pair.a, pair.b); };
  std::ranges::stable_sort(linked, std::less(), ends);
  const auto same_ends = [&](const LinkedPair& a, const LinkedPair& b) {
    return ends(a) == ends(b);
  };
  linked.erase(std::unique(linked.begin(), linked.end(), same_ends), linked.end());
  return linked;
}

// Which of the linked pairs are in the matching of the two protocols, as indices.
std::set<std::uint32_t> matched_pairs(const Corpus& corpus, const std::vector<LinkedPair>& linked) {
  std::vector<Candidate> candidates;
  for (const LinkedPair& pair : linked) {
    const bool turned = corpus.wordings[pair.a].protocol > corpus.wordings[pair.b].protocol;
    candidates.push_back({turned ? pair.b : pair.a, turned ? pair.a : pair.b, pair.score});
  }
  const std::vector<std::uint32_t> chosen = assign(candidates, 0);
  return {chosen.begin(), chosen.end()};
}

FoundBy found_by(const LinkedPair& linked, bool mutual_best) {
  if (linked.same_wording) return FoundBy::same_wording;
  if (linked.provision) return FoundBy::provision;
  if (mutual_best || linked.pair == nullptr) return FoundBy::mutual_best;
  const bool best_segment = value_of(linked.pair->features, Feature::passage_rank_best) == 0;
  return best_segment ? FoundBy::split : FoundBy::support;
}

// The segments that carry a link, the best first.
std::vector<SegmentLink> segments_of(const Corpus& corpus, const LikenessTable& table,
                                     const LinkedPair& linked) {
  const Wording& a = corpus.wordings[linked.a];
  if (linked.pair == nullptr) return segments_in_order(a);
  const CandidatePair& pair = *linked.pair;
  if (!linked.provision) {
    return segment_links(
        corpus, table, pair,
        {pair.a_segment, pair.b_segment,
         static_cast<float>(std::min(pair.likeness.forward, pair.likeness.backward))});
  }
  const OneProvision& both = *linked.provision;
  const Segment& x = a.segments[both.a_segment];
  const Segment& y = corpus.wordings[linked.b].segments[both.b_segment];
  static thread_local ScatteredSegment one;
  static thread_local ScatteredSegment other;
  one.scatter(x, corpus);
  other.scatter(y, corpus);
  return segment_links(
      corpus, table, pair,
      {both.a_segment, both.b_segment, std::min(one.share_of(y), other.share_of(x))});
}

}  // namespace

std::vector<WordingLink> link_wordings(const ReadProtocols& read, const Candidates& candidates) {
  const std::vector<LinkedPair> linked = linked_pairs(read, candidates);
  const std::set<std::uint32_t> matched = matched_pairs(read.corpus, linked);
  std::vector<WordingLink> links;
  links.reserve(linked.size());
  for (std::uint32_t i = 0; i < linked.size(); ++i) {
    const LinkedPair& each = linked[i];
    links.push_back({each.a, each.b, each.score, found_by(each, matched.contains(i)),
                     segments_of(read.corpus, candidates.table, each)});
  }
  return links;
}

std::vector<WordingLink> link_copies(const Corpus& corpus, CouncilPair copies) {
  const auto of_a = corpus.of(copies.first);
  const auto of_b = corpus.of(copies.second);
  std::vector<WordingLink> links;
  links.reserve(of_a.size());
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    const auto [first, second] = std::minmax(of_a[i], of_b[i]);
    links.push_back(
        {first, second, 1, FoundBy::same_wording, segments_in_order(corpus.wordings[of_a[i]])});
  }
  return links;
}

}  // namespace concord::compare
