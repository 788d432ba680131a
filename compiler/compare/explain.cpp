#include "compare/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "compare/match/candidates.h"
#include "compare/match/model.h"

namespace concord::compare {
namespace {

constexpr double least_contribution = 0.01;

std::optional<std::uint32_t> wording_of(const Corpus& corpus, ClauseRef ref) {
  for (const CorpusClause& clause : corpus.clauses) {
    if (clause.ref == ref) return clause.wording;
  }
  return std::nullopt;
}

// The words of both passages, by the same word or, "word ~ word", by meaning; the weightiest first.
std::vector<std::string> shared_words(const Segment& a, const Segment& b, const Corpus& corpus) {
  std::vector<std::pair<double, std::string>> found;
  for (const std::uint32_t term : a.terms) {
    if (std::binary_search(b.terms.begin(), b.terms.end(), term)) {
      found.emplace_back(corpus.term_weight[term], corpus.forms[term]);
      continue;
    }
    for (const TermMeaning& own : a.meanings) {
      const auto other = std::find_if(
          b.meanings.begin(), b.meanings.end(),
          [&](const TermMeaning& m) { return own.term == term && m.group == own.group; });
      if (other == b.meanings.end()) continue;
      found.emplace_back(corpus.term_weight[term],
                         corpus.forms[term] + " ~ " + corpus.forms[other->term]);
      break;
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  std::vector<std::string> words;
  words.reserve(found.size());
  for (auto& [weight, word] : found) words.push_back(std::move(word));
  return words;
}

std::vector<Reason> reasons_of(const FeatureVector& features) {
  std::vector<Reason> reasons;
  const auto contributions = trained_model().contributions(features);
  for (std::size_t i = 0; i < feature_count; ++i) {
    if (std::abs(contributions[i]) < least_contribution) continue;
    reasons.push_back({std::string(feature_info[i].words), features[i], contributions[i]});
  }
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  return reasons;
}

// The pair that links the two clauses or comes the nearest to it, or null.
const CandidatePair* pair_of(const Candidates& candidates, ClauseRef a, ClauseRef b) {
  const auto one = wording_of(candidates.corpus, a);
  const auto two = wording_of(candidates.corpus, b);
  if (!one || !two) return nullptr;
  const auto& of = candidates.representatives.of;
  const auto ends = std::minmax(of[*one], of[*two]);
  const auto pair = std::find_if(
      candidates.pairs.begin(), candidates.pairs.end(),
      [&ends](const CandidatePair& p) { return p.a == ends.first && p.b == ends.second; });
  return pair == candidates.pairs.end() ? nullptr : &*pair;
}

std::string printed(const Corpus& corpus, const Wording& wording, const Segment& segment) {
  const CorpusClause& clause = corpus.clauses[wording.clauses.front()];
  return corpus.texts[clause.text].substr(segment.range.begin,
                                          segment.range.end - segment.range.begin);
}

// One end of a pair.
struct End {
  const Wording* wording = nullptr;
  const Segment* segment = nullptr;
};

// `a`: the clause whose side comes first.
void explain_pair(const Candidates& candidates, const CandidatePair& pair, ClauseRef a,
                  Explanation& explanation) {
  const Corpus& corpus = candidates.corpus;
  const auto end = [&](std::uint32_t wording, std::uint32_t segment) {
    return End{&corpus.wordings[wording], &corpus.wordings[wording].segments[segment]};
  };
  End first = end(pair.a, pair.a_segment);
  End second = end(pair.b, pair.b_segment);
  if (candidates.representatives.of[*wording_of(corpus, a)] != pair.a) std::swap(first, second);
  explanation.reasons = reasons_of(pair.features);
  explanation.shared_words = shared_words(*first.segment, *second.segment, corpus);
  explanation.a_passage = printed(corpus, *first.wording, *first.segment);
  explanation.b_passage = printed(corpus, *second.wording, *second.segment);
}

// "decided by A. Clerk on 2026-11-28: read both"
std::string words_of(const syntax::Decision& decision) {
  return fmt::format("decided{}{}{}{}: {}", decision.by.empty() ? "" : " by ", decision.by,
                     decision.date.iso.empty() ? "" : " on ", decision.date.iso, decision.because);
}

std::string verdict(const Decided& decided) {
  const bool linked = decided.decision.verdict != syntax::Verdict::different;
  return fmt::format("{}, {}", linked ? "linked" : "not linked", words_of(decided.decision));
}

std::string verdict(const Explanation& explanation, double score) {
  if (explanation.decided) return verdict(*explanation.decided);
  if (explanation.link) {
    return fmt::format("linked: {} with score {:.2f}, found by {}",
                       name_of(explanation.link->relation), explanation.link->score,
                       name_of(explanation.link->found_by));
  }
  if (score < 0) return "not linked: no passage of the one is like a passage of the other";
  return fmt::format("not linked: score {:.2f} is below {:.2f}", score, trained_model().threshold);
}

}  // namespace

Explanation explain(std::span<const passes::Protocol> protocols, const Options& options,
                    ClauseRef a, ClauseRef b) {
  Explanation explanation;
  const Comparison comparison = compare(protocols, options);
  for (Link& link : comparison.links_of(a)) {
    if (link.b == b) explanation.link = std::move(link);
  }
  if (const Decided* decided = comparison.decision(a, b)) explanation.decided = *decided;
  for (Divergence& divergence : comparison.divergences(a.protocol, b.protocol)) {
    if (divergence.a == a && divergence.b == b) {
      explanation.divergences.push_back(std::move(divergence));
    }
  }

  const Candidates candidates = find_candidates(protocols, options.registers);
  const CandidatePair* pair = pair_of(candidates, a, b);
  if (pair != nullptr) explain_pair(candidates, *pair, a, explanation);
  explanation.verdict = verdict(explanation, pair == nullptr ? -1 : pair->score);
  return explanation;
}

}  // namespace concord::compare
