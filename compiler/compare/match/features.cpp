// What speaks for a pair besides its own likeness: its rank among the other candidates, neighbours,
// lead-ins and headings. The rank is counted within the other council: a segment has one best
// counterpart there. A third council that is like both speaks for them too, and was asked once: but
// then what two protocols say of each other changes with the folder that they lie in.
#include "compare/match/features.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "compare/match/sparse_accumulator.h"

namespace concord::compare {
namespace {

constexpr double least_clause_value = 0.1;  // pairs less alike are not worth scoring
constexpr double little_alike = 0.15;       // nor are these, if they state no provision in common
constexpr double least_common = 0.01;       // probability that both state one provision
constexpr double unknown = -0.1;            // for a setting that one of the two lacks
constexpr float most_rivals = 10;
static_assert(LikenessTable::most_ranked > most_rivals + 1);  // of which one may be the pair itself
constexpr float no_lead = -1;                                 // where no provision is common
constexpr float least_tried = 0.05F;  // probability of provisions by which candidates are sought

int direction(Bearer a, Bearer b) {
  if (a == Bearer::none || b == Bearer::none || a == Bearer::both || b == Bearer::both) return 0;
  return a == b ? 1 : -1;
}

// Where a value ranks among its rivals: how many are higher, and its margin over the best of them
// (or, if it is the best, over the next).
struct Rank {
  float higher = 0;
  float margin = 0;
};

class RankCounter {
 public:
  explicit RankCounter(double value) : value_(value) {}
  void add(double rival) {
    if (rival > value_ + 1e-9) ++higher_;
    best_ = std::max(best_, rival);
  }
  // True where no rival of this value or less changes the rank.
  bool settled(double rival) const {
    return best_ >= rival && (higher_ >= most_rivals || rival <= value_ + 1e-9);
  }
  Rank rank() const {
    return {std::min(higher_, most_rivals), static_cast<float>(value_ - std::max(best_, 0.0))};
  }

 private:
  double value_;
  float higher_ = 0;
  double best_ = 0;
};

// The terms of a lead-in or of headings.
struct ScatteredTerms {
  SparseAccumulator terms_in;
  double weight = 0;
  bool none = true;

  void scatter(std::span<const std::uint32_t> terms, const std::vector<double>& weights) {
    terms_in.scatter(terms, weights);
    none = terms.empty();
    weight = 0;
    for (const std::uint32_t term : terms) weight += weights[term];
  }

  // The Dice coefficient of the two, by information.
  double dice(std::span<const std::uint32_t> terms, const std::vector<double>& weights) const {
    if (none || terms.empty()) return unknown;
    double all = weight;
    for (const std::uint32_t term : terms) all += weights[term];
    return all > 0 ? 2 * terms_in.sum_at(terms) / all : unknown;
  }
};

// Everything that is looked up of one wording while it is paired with many.
struct ScatteredWording {
  SparseAccumulator terms;
  ScatteredTerms lead;
  ScatteredTerms headings;
  SparseAccumulator neighbours;  // by wording: the best likeness to one of its neighbours
  SparseAccumulator leads;       // by wording: the same of its lead-ins
};

void set(FeatureVector& features, Feature feature, double value) {
  features[static_cast<std::size_t>(feature)] = static_cast<float>(value);
}

class FeatureExtractor {
 public:
  FeatureExtractor(const Corpus& corpus, const LikenessTable& table, const StatedProvisions& stated)
      : corpus_(&corpus), table_(&table), stated_(&stated) {}

  // Fills in the features of pairs of one `a`.
  void extract(std::span<CandidatePair> pairs, ScatteredWording& scattered) const {
    scatter(pairs.front().a, scattered);
    for (CandidatePair& pair : pairs) pair.features = features(pair, scattered);
  }

 private:
  void scatter(std::uint32_t wording, ScatteredWording& scattered) const {
    const Wording& own = corpus_->wordings[wording];
    const std::vector<double>& weights = corpus_->term_weight;
    scattered.terms.scatter(own.terms, weights);
    scattered.lead.scatter(own.lead_terms, weights);
    scattered.headings.scatter(own.heading_terms, weights);
    scatter_likeness(own.neighbours, scattered.neighbours);
    scatter_likeness(own.leads, scattered.leads);
  }

  // By wording: the best likeness to one of these.
  void scatter_likeness(std::span<const std::uint32_t> wordings,
                        SparseAccumulator& likeness) const {
    likeness.clear(corpus_->wordings.size());
    for (const std::uint32_t wording : wordings) {
      likeness.raise(wording, 1);
      for (const Match& match : table_->matches(wording)) {
        likeness.raise(match.wording, match.likeness.value);
      }
    }
  }

  FeatureVector features(const CandidatePair& pair, const ScatteredWording& scattered) const {
    const Wording& a = corpus_->wordings[pair.a];
    const Wording& b = corpus_->wordings[pair.b];
    FeatureVector features{};
    add_segments(pair, a, b, features);
    add_texts(a, b, scattered, features);
    add_ranks(pair, features);
    add_provision(pair, features);
    add_context(a, b, scattered, features);
    return features;
  }

  static void add_segments(const CandidatePair& pair, const Wording& a, const Wording& b,
                           FeatureVector& features) {
    const Likeness& likeness = pair.likeness;
    set(features, Feature::weaker_coverage, std::min(likeness.forward, likeness.backward));
    set(features, Feature::stronger_coverage, std::max(likeness.forward, likeness.backward));
    set(features, Feature::mean_coverage, std::sqrt(likeness.forward * likeness.backward));
    set(features, Feature::passage_overlap, likeness.overlap);
    set(features, Feature::phrase_overlap, likeness.phrases);
    set(features, Feature::shared_information, likeness.shared);
    set(features, Feature::least_information,
        std::min(a.segments[pair.a_segment].weight, b.segments[pair.b_segment].weight));
    set(features, Feature::likeness, likeness.value);
    set(features, Feature::direction, likeness.direction);
  }

  static void add_texts(const Wording& a, const Wording& b, const ScatteredWording& scattered,
                        FeatureVector& features) {
    const double common = scattered.terms.sum_at(b.terms);
    const auto share = [common](double of) { return of > 0 ? common / of : 0; };
    set(features, Feature::text_overlap, share((a.weight + b.weight) / 2));
    set(features, Feature::text_weaker, share(std::max(a.weight, b.weight)));
    set(features, Feature::text_stronger, share(std::min(a.weight, b.weight)));
  }

  // Of the pair's value, among those that its first wording has with others than `other`.
  static Rank rank(std::uint32_t other, double value,
                   std::span<const LikenessTable::Ranked> ranked) {
    RankCounter counter(value);
    for (const auto& rival : ranked) {
      if (counter.settled(rival.value)) break;
      if (rival.wording != other) counter.add(rival.value);
    }
    return counter.rank();
  }

  void add_ranks(const CandidatePair& pair, FeatureVector& features) const {
    const double value = pair.likeness.value;
    const auto of_segment = [&](std::uint32_t own, std::uint32_t segment, std::uint32_t other) {
      return rank(other, value, table_->ranked_alike(own, segment));
    };
    const auto of_clause = [&](std::uint32_t own, std::uint32_t other) {
      return rank(other, value, table_->ranked_matches(own));
    };
    const Rank a = of_segment(pair.a, pair.a_segment, pair.b);
    const Rank b = of_segment(pair.b, pair.b_segment, pair.a);
    set(features, Feature::passage_rank_best, std::min(a.higher, b.higher));
    set(features, Feature::passage_rank_worst, std::max(a.higher, b.higher));
    set(features, Feature::passage_margin_best, std::max(a.margin, b.margin));
    set(features, Feature::passage_margin_worst, std::min(a.margin, b.margin));
    const Rank c = of_clause(pair.a, pair.b);
    const Rank d = of_clause(pair.b, pair.a);
    set(features, Feature::clause_rank_best, std::min(c.higher, d.higher));
    set(features, Feature::clause_rank_worst, std::max(c.higher, d.higher));
  }

  void add_provision(const CandidatePair& pair, FeatureVector& features) const {
    set(features, Feature::provision_probability,
        both_state(stated_->of(pair.a), stated_->of(pair.b)));
    const auto [a, b] = common_provision(stated_->of(pair.a), stated_->of(pair.b));
    if (a == nullptr) {
      set(features, Feature::provision_lead_worst, no_lead);
      set(features, Feature::provision_lead_best, no_lead);
      set(features, Feature::provision_rank_worst, most_rivals);
      set(features, Feature::provision_rank_best, most_rivals);
      return;
    }
    set(features, Feature::provision, std::min(a->value, b->value));
    set(features, Feature::provision_best_two, std::min(a->best_two, b->best_two));
    set(features, Feature::provision_lead_worst, std::min(a->lead, b->lead));
    set(features, Feature::provision_lead_best, std::max(a->lead, b->lead));
    set(features, Feature::provision_rank_worst, std::max(a->rank, b->rank));
    set(features, Feature::provision_rank_best, std::min(a->rank, b->rank));
  }

  static double best_of(const SparseAccumulator& likeness,
                        std::span<const std::uint32_t> wordings) {
    double best = 0;
    for (const std::uint32_t wording : wordings) best = std::max(best, likeness[wording]);
    return best;
  }

  void add_context(const Wording& a, const Wording& b, const ScatteredWording& scattered,
                   FeatureVector& features) const {
    const std::vector<double>& weights = corpus_->term_weight;
    set(features, Feature::neighbours, best_of(scattered.neighbours, b.neighbours));
    set(features, Feature::lead_ins,
        a.leads.empty() || b.leads.empty() ? unknown : best_of(scattered.leads, b.leads));
    set(features, Feature::lead_in_words, scattered.lead.dice(b.lead_terms, weights));
    set(features, Feature::headings, scattered.headings.dice(b.heading_terms, weights));
    set(features, Feature::lead_in_direction, direction(a.lead_bearer, b.lead_bearer));
    set(features, Feature::heading_direction, direction(a.heading_bearer, b.heading_bearer));
  }

  const Corpus* corpus_;
  const LikenessTable* table_;
  const StatedProvisions* stated_;
};

// How many of the provisions that a wording is like are tried, however improbable.
float most_tried(Reach reach) {
  return reach == Reach::likely ? 1 : 5;
}

// The wordings that may state each provision: candidates for one another, whatever their words.
class StatingWordings {
 public:
  StatingWordings(const Corpus& corpus, std::span<const std::uint32_t> wordings,
                  const StatedProvisions& stated, Reach reach)
      : corpus_(&corpus), stated_(&stated), most_tried_(most_tried(reach)) {
    for (const std::uint32_t wording : wordings) {
      for (const StatedProvision& each : stated.of(wording)) {
        if (!may_state(each)) continue;
        auto& of_protocol = stating_[corpus.wordings[wording].protocol];
        if (of_protocol.size() <= each.provision) of_protocol.resize(each.provision + 1);
        of_protocol[each.provision].push_back(wording);
      }
    }
  }

  // Adds those after `a` that the pairs from `begin` on, all of `a`, lack; keeps them by b.
  void add_pairs(std::uint32_t a, std::size_t begin, std::vector<CandidatePair>& pairs) const {
    std::vector<std::uint32_t> found;
    for (const auto& [protocol, of_protocol] : stating_) {
      if (protocol == corpus_->wordings[a].protocol) continue;
      for (const StatedProvision& each : stated_->of(a)) {
        if (!may_state(each) || each.provision >= of_protocol.size()) continue;
        const auto& others = of_protocol[each.provision];
        found.insert(found.end(), std::upper_bound(others.begin(), others.end(), a), others.end());
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const std::size_t by_words = pairs.size();
    for (const std::uint32_t b : found) {
      if (!has(std::span(pairs).subspan(begin, by_words - begin), b)) add(a, b, pairs);
    }
    std::sort(pairs.begin() + static_cast<std::ptrdiff_t>(begin), pairs.end(),
              [](const CandidatePair& x, const CandidatePair& y) { return x.b < y.b; });
  }

 private:
  bool may_state(const StatedProvision& stated) const {
    return stated.rank < most_tried_ || stated.probability >= least_tried;
  }

  static bool has(std::span<const CandidatePair> pairs, std::uint32_t b) {
    const auto place =
        std::lower_bound(pairs.begin(), pairs.end(), b,
                         [](const CandidatePair& pair, std::uint32_t key) { return pair.b < key; });
    return place != pairs.end() && place->b == b;
  }

  void add(std::uint32_t a, std::uint32_t b, std::vector<CandidatePair>& pairs) const {
    const auto [own, other] = common_provision(stated_->of(a), stated_->of(b));
    pairs.push_back({a, b, own->segment, other->segment, {}, {}, 0});
  }

  const Corpus* corpus_;
  const StatedProvisions* stated_;
  float most_tried_;
  using ByProvision = std::vector<std::vector<std::uint32_t>>;  // sorted
  std::map<std::uint32_t, ByProvision> stating_;                // by protocol
};

}  // namespace

std::vector<CandidatePair> candidate_pairs(const Corpus& corpus, const LikenessTable& table,
                                           const StatedProvisions& stated, Reach reach) {
  const StatingWordings stating(corpus, table.wordings(), stated, reach);
  const auto worth_scoring = [&](std::uint32_t a, const Match& match) {
    const double value = match.likeness.value;
    if (reach == Reach::all || value >= little_alike) return value >= least_clause_value;
    return value >= least_clause_value &&
           both_state(stated.of(a), stated.of(match.wording)) >= least_common;
  };
  std::vector<CandidatePair> pairs;
  std::vector<std::size_t> first;  // of each `a` that has pairs
  for (const std::uint32_t a : table.wordings()) {
    const std::size_t known = pairs.size();
    for (const Match& match : table.matches(a)) {
      if (match.wording <= a || !worth_scoring(a, match)) continue;
      pairs.push_back({a, match.wording, match.own_segment, match.segment, match.likeness, {}, 0});
    }
    stating.add_pairs(a, known, pairs);
    if (pairs.size() > known) first.push_back(known);
  }
  const FeatureExtractor extractor(corpus, table, stated);
  static thread_local ScatteredWording scattered;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::size_t end = i + 1 < first.size() ? first[i + 1] : pairs.size();
    extractor.extract(std::span(pairs).subspan(first[i], end - first[i]), scattered);
  }
  return pairs;
}

}  // namespace concord::compare
