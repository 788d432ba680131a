#include "compare/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "compare/match/analysis.h"
#include "compare/match/model.h"

namespace concord::compare {
namespace {

constexpr double least_vote = 0.01;

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

std::vector<Reason> reasons_of(const Signs& signs) {
  std::vector<Reason> reasons;
  const auto votes = trained_model().votes(signs);
  for (std::size_t i = 0; i < sign_count; ++i) {
    if (std::abs(votes[i]) < least_vote) continue;
    reasons.push_back({std::string(sign_info[i].words), signs[i], votes[i]});
  }
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  return reasons;
}

std::string verdict(const Explanation& explanation, double score) {
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
  for (Divergence& divergence : comparison.divergences(a.protocol, b.protocol)) {
    if (divergence.a == a && divergence.b == b) {
      explanation.divergences.push_back(std::move(divergence));
    }
  }

  const Analysis analysis = analyse(protocols, options.registers);
  const auto one = wording_of(analysis.corpus, a);
  const auto two = wording_of(analysis.corpus, b);
  double score = -1;
  if (one && two) {
    const auto& of = analysis.representatives.of;
    const auto ends = std::minmax(of[*one], of[*two]);
    const auto pair =
        std::find_if(analysis.pairs.begin(), analysis.pairs.end(),
                     [&ends](const Pair& p) { return p.a == ends.first && p.b == ends.second; });
    if (pair != analysis.pairs.end()) {
      score = pair->score;
      explanation.reasons = reasons_of(pair->signs);
      const bool forward = of[*one] == ends.first;
      const Wording& first = analysis.corpus.wordings[pair->a];
      const Wording& second = analysis.corpus.wordings[pair->b];
      const Segment& own = first.segments[pair->a_segment];
      const Segment& other = second.segments[pair->b_segment];
      explanation.shared_words = forward ? shared_words(own, other, analysis.corpus)
                                         : shared_words(other, own, analysis.corpus);
      const auto printed = [&](const Wording& wording, const Segment& segment) {
        const auto& clause = analysis.corpus.clauses[wording.clauses.front()];
        return analysis.corpus.texts[clause.text].substr(segment.range.begin,
                                                         segment.range.end - segment.range.begin);
      };
      explanation.a_passage = forward ? printed(first, own) : printed(second, other);
      explanation.b_passage = forward ? printed(second, other) : printed(first, own);
    }
  }
  explanation.verdict = verdict(explanation, score);
  return explanation;
}

}  // namespace concord::compare
