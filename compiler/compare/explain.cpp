#include "compare/explain.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "compare/match/candidates.h"
#include "compare/match/model.h"
#include "compare/match/one_provision.h"

namespace concord::compare {
namespace {

constexpr double least_contribution = 0.01;

std::optional<std::uint32_t> wording_of(const Corpus& corpus, ClauseRef ref) {
  for (const CorpusClause& clause : corpus.clauses) {
    if (clause.ref == ref) return clause.wording;
  }
  return std::nullopt;
}

using Weighted = std::vector<std::pair<double, std::string>>;

std::vector<std::string> weightiest_first(Weighted found) {
  std::ranges::stable_sort(found, std::ranges::greater{}, &Weighted::value_type::first);
  std::vector<std::string> words;
  words.reserve(found.size());
  for (auto& [weight, word] : found) words.push_back(std::move(word));
  return words;
}

bool has(const Segment& segment, std::uint32_t term) {
  return std::binary_search(segment.terms.begin(), segment.terms.end(), term);
}

// A word of b's that means what the word of a's means, or nothing.
std::optional<std::uint32_t> of_one_meaning(std::uint32_t term, const Segment& a,
                                            const Segment& b) {
  for (const TermMeaning& own : a.meanings) {
    if (own.term != term) continue;
    for (const TermMeaning& other : b.meanings)
      if (other.group == own.group) return other.term;
  }
  return std::nullopt;
}

// A passage with its words as they are printed, by the form under which the scorer knows them.
struct ReadPassage {
  const Segment* segment;
  std::string text;
  std::map<std::string, std::string, std::less<>> printed;

  const std::string& word(const Corpus& corpus, std::uint32_t term) const {
    const auto found = printed.find(corpus.forms[term]);
    return found == printed.end() ? corpus.forms[term] : found->second;
  }
};

// The words of both passages, by the same word or, "word ~ word", by meaning; the weightiest first.
std::vector<std::string> shared_words(const ReadPassage& a, const ReadPassage& b,
                                      const Corpus& corpus) {
  Weighted found;
  for (const std::uint32_t term : a.segment->terms) {
    const double weight = corpus.term_weight[term];
    if (has(*b.segment, term)) {
      found.emplace_back(weight, a.word(corpus, term));
    } else if (const auto other = of_one_meaning(term, *a.segment, *b.segment)) {
      found.emplace_back(weight, a.word(corpus, term) + " ~ " + b.word(corpus, *other));
    }
  }
  return weightiest_first(std::move(found));
}

// The words of a that b has neither itself nor by meaning.
std::vector<std::string> own_words(const ReadPassage& a, const ReadPassage& b,
                                   const Corpus& corpus) {
  Weighted found;
  for (const std::uint32_t term : a.segment->terms)
    if (!has(*b.segment, term) && !of_one_meaning(term, *a.segment, *b.segment))
      found.emplace_back(corpus.term_weight[term], a.word(corpus, term));
  return weightiest_first(std::move(found));
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

// What was read, and what may link the two protocols.
struct Examined {
  ReadProtocols read;
  Candidates candidates;
};

// The pair that links the two clauses or comes the nearest to it, or null.
const CandidatePair* pair_of(const Examined& examined, ClauseRef a, ClauseRef b) {
  const auto one = wording_of(examined.read.corpus, a);
  const auto two = wording_of(examined.read.corpus, b);
  if (!one || !two) return nullptr;
  const Candidates& candidates = examined.candidates;
  const auto ends = std::minmax(*one, *two);
  const auto pair = std::find_if(
      candidates.pairs.begin(), candidates.pairs.end(),
      [&ends](const CandidatePair& p) { return p.a == ends.first && p.b == ends.second; });
  return pair == candidates.pairs.end() ? nullptr : &*pair;
}

ReadPassage read_passage(const ReadProtocols& from, const Wording& wording, std::uint32_t segment) {
  const CorpusClause& clause = from.corpus.clauses[wording.clauses.front()];
  const syntax::Range range = from.corpus.segments[clause.text][segment];
  ReadPassage read{&wording.segments[segment],
                   from.corpus.texts[clause.text].substr(range.begin, range.end - range.begin),
                   {}};
  for (const Token& token : from.lexicon.tokens(read.text, clause.ref.protocol))
    read.printed.emplace(token.form, token.surface);
  return read;
}

// `a`: the clause whose side comes first.
void explain_pair(const ReadProtocols& read, const CandidatePair& pair, ClauseRef a,
                  Explanation& explanation) {
  const Corpus& corpus = read.corpus;
  const auto end = [&](std::uint32_t wording, std::uint32_t segment) {
    return read_passage(read, corpus.wordings[wording], segment);
  };
  ReadPassage first = end(pair.a, pair.a_segment);
  ReadPassage second = end(pair.b, pair.b_segment);
  if (*wording_of(corpus, a) != pair.a) std::swap(first, second);
  explanation.score = pair.score;
  explanation.reasons = reasons_of(pair.features);
  explanation.grounds = grounds(trained_model().contributions(pair.features));
  explanation.shared_words = shared_words(first, second, corpus);
  explanation.a_only = own_words(first, second, corpus);
  explanation.b_only = own_words(second, first, corpus);
  explanation.a_passage = std::move(first.text);
  explanation.b_passage = std::move(second.text);
}

// Names the provision that alone makes the two a link.
void name_provision(const ReadProtocols& read, const CandidatePair& pair,
                    const syntax::Register& registers, Explanation& explanation) {
  if (const auto both = one_provision(read, pair)) {
    std::vector<std::string>& grounds = explanation.grounds.in_favour;
    grounds.insert(grounds.begin(), "both state: " + registers.provisions[both->provision].title);
  }
}

constexpr std::size_t most_rivals = 3;
// What is less like it than that is no candidate.
constexpr double least_rival = 0.2;

std::set<ClauseRef> counterparts_of(ClauseRef clause, std::uint32_t protocol,
                                    const Comparison& comparison) {
  std::set<ClauseRef> found;
  for (const Link& link : comparison.links(clause.protocol, protocol))
    if (link.a == clause) found.insert(link.b);
  return found;
}

// The clauses of `other`'s protocol that come nearer to `mine` than `other` does, or that are
// linked to it where `other` is not.
std::vector<Rival> rivals_of(const Examined& examined, const Comparison& comparison, ClauseRef mine,
                             ClauseRef other, double score) {
  std::vector<std::pair<double, Rival>> nearer;
  const std::set<ClauseRef> counterparts = counterparts_of(mine, other.protocol, comparison);
  const bool linked = counterparts.contains(other);
  for (const CorpusClause& each : examined.read.corpus.clauses) {
    if (each.ref.protocol != other.protocol || each.ref == other) continue;
    const CandidatePair* pair = pair_of(examined, mine, each.ref);
    if (pair == nullptr) continue;
    const bool is_linked = counterparts.contains(each.ref);
    if (pair->score > std::max(score, least_rival) || (is_linked && !linked))
      nearer.push_back({pair->score, {mine, each.ref, is_linked}});
  }
  std::ranges::stable_sort(nearer, [](const auto& x, const auto& y) {
    return std::pair(x.second.linked, x.first) > std::pair(y.second.linked, y.first);
  });
  std::vector<Rival> rivals;
  for (std::size_t i = 0; i < std::min(nearer.size(), most_rivals); ++i)
    rivals.push_back(nearer[i].second);
  return rivals;
}

}  // namespace

Explanation explain(std::span<const passes::Protocol> protocols, const Options& options,
                    ClauseRef a, ClauseRef b) {
  Explanation explanation;
  const Comparison comparison = compare(protocols, options);
  for (Link& link : comparison.links(a.protocol, b.protocol)) {
    if (link.a == a && link.b == b) explanation.link = std::move(link);
  }
  if (const Decided* decided = comparison.decision(a, b)) explanation.decided = *decided;
  for (Divergence& divergence : comparison.divergences(a.protocol, b.protocol)) {
    if (divergence.a == a && divergence.b == b) {
      explanation.divergences.push_back(std::move(divergence));
    }
  }

  ReadProtocols read = read_protocols(protocols, options.registers);
  Candidates candidates = find_candidates(read, a.protocol, b.protocol, Reach::all);
  const Examined examined{std::move(read), std::move(candidates)};
  const CandidatePair* pair = pair_of(examined, a, b);
  if (pair != nullptr) explain_pair(examined.read, *pair, a, explanation);
  if (pair != nullptr && explanation.link && explanation.link->found_by == FoundBy::provision)
    name_provision(examined.read, *pair, *options.registers, explanation);
  explanation.least_score = trained_model().threshold;
  explanation.least_by_provision = trained_model().least_by_provision;
  explanation.rivals = rivals_of(examined, comparison, a, b, explanation.score);
  std::ranges::move(rivals_of(examined, comparison, b, a, explanation.score),
                    std::back_inserter(explanation.rivals));
  return explanation;
}

}  // namespace concord::compare
