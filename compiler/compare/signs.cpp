// What speaks for a pair besides its own likeness: its standing among the other candidates, third
// councils, neighbours, lead-ins and headings. Standing is judged within the other council (a
// passage has one best counterpart there), support is sought outside both (A like C and C like B
// speak for A and B).
#include "compare/signs.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace concord::compare {
namespace {

constexpr double least_clause_value = 0.1;  // pairs less alike are not worth scoring
constexpr double unknown = -0.1;            // for a setting that one of the two lacks
constexpr float most_rivals = 10;

bool share_protocol(const Wording& a, const Wording& b) {
  for (auto i = a.protocols.begin(), j = b.protocols.begin();
       i != a.protocols.end() && j != b.protocols.end();) {
    if (*i == *j) return true;
    if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return false;
}

// True where a protocol that uses `a` and another that uses `b` could link them.
bool could_link(const Wording& a, const Wording& b) {
  return a.protocols.size() > 1 || b.protocols.size() > 1 || a.protocols != b.protocols;
}

// True where some protocol uses `c` and neither `a` nor `b`.
bool is_third(const Wording& c, const Wording& a, const Wording& b) {
  return std::any_of(c.protocols.begin(), c.protocols.end(), [&](std::uint32_t protocol) {
    return !std::binary_search(a.protocols.begin(), a.protocols.end(), protocol) &&
           !std::binary_search(b.protocols.begin(), b.protocols.end(), protocol);
  });
}

double common_share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                    const std::vector<double>& weights) {
  if (a.empty() || b.empty()) return unknown;
  double common = 0;
  double all = 0;
  for (const std::uint32_t term : a) all += weights[term];
  for (const std::uint32_t term : b) {
    all += weights[term];
    if (std::binary_search(a.begin(), a.end(), term)) common += weights[term];
  }
  return all > 0 ? 2 * common / all : unknown;
}

int direction(Bearer a, Bearer b) {
  if (a == Bearer::none || b == Bearer::none || a == Bearer::both || b == Bearer::both) return 0;
  return a == b ? 1 : -1;
}

// How a value stands among its rivals: how many are higher, and its lead over the best of them (or,
// if it is the best, over the next).
struct Standing {
  float higher = 0;
  float lead = 0;
};

class Rivals {
 public:
  explicit Rivals(double value) : value_(value) {}
  void add(double rival) {
    if (rival > value_ + 1e-9) ++higher_;
    best_ = std::max(best_, rival);
  }
  // True where no rival of this value or less changes the standing.
  bool settled(double rival) const {
    return best_ >= rival && (higher_ >= most_rivals || rival <= value_ + 1e-9);
  }
  Standing standing() const {
    return {std::min(higher_, most_rivals), static_cast<float>(value_ - std::max(best_, 0.0))};
  }

 private:
  double value_;
  float higher_ = 0;
  double best_ = 0;
};

class Judge {
 public:
  Judge(const Corpus& corpus, const LikenessTable& table) : corpus_(&corpus), table_(&table) {
    for (const Wording& wording : corpus.wordings) mask_.push_back(wording.protocol_mask);
  }

  Signs signs(const Pair& pair) const {
    const Wording& a = corpus_->wordings[pair.a];
    const Wording& b = corpus_->wordings[pair.b];
    Signs signs{};
    const auto set = [&](Sign sign, double value) {
      signs[static_cast<std::size_t>(sign)] = static_cast<float>(value);
    };
    passages(pair, a, b, set);
    texts(a, b, set);
    standing(pair, set);
    support(pair, a, b, set);
    setting(a, b, set);
    return signs;
  }

 private:
  template <typename Set>
  static void passages(const Pair& pair, const Wording& a, const Wording& b, const Set& set) {
    const Likeness& likeness = pair.likeness;
    set(Sign::weaker_coverage, std::min(likeness.forward, likeness.backward));
    set(Sign::stronger_coverage, std::max(likeness.forward, likeness.backward));
    set(Sign::mean_coverage, std::sqrt(likeness.forward * likeness.backward));
    set(Sign::passage_overlap, likeness.overlap);
    set(Sign::phrase_overlap, likeness.phrases);
    set(Sign::shared_information, likeness.shared);
    set(Sign::least_information,
        std::min(a.segments[pair.a_segment].weight, b.segments[pair.b_segment].weight));
    set(Sign::likeness, likeness.value);
    set(Sign::direction, likeness.direction);
  }

  template <typename Set>
  void texts(const Wording& a, const Wording& b, const Set& set) const {
    const double common = weight_in_common(a.terms, b.terms, corpus_->term_weight);
    const auto share = [common](double of) { return of > 0 ? common / of : 0; };
    set(Sign::text_overlap, share((a.weight + b.weight) / 2));
    set(Sign::text_weaker, share(std::max(a.weight, b.weight)));
    set(Sign::text_stronger, share(std::min(a.weight, b.weight)));
  }

  bool together(std::uint32_t a, std::uint32_t b) const {
    return (mask_[a] & mask_[b]) != 0 && share_protocol(corpus_->wordings[a], corpus_->wordings[b]);
  }

  // Of `own` among those that stand in a protocol of `other`.
  Standing standing_of(std::uint32_t own, std::uint32_t segment, std::uint32_t other, double value,
                       std::span<const LikenessTable::Ranked> ranked) const {
    Rivals rivals(value);
    if (together(own, other)) rivals.add(table_->self_value(own, segment));
    for (const auto& rival : ranked) {
      if (rivals.settled(rival.value)) break;
      if (rival.wording != other && together(rival.wording, other)) rivals.add(rival.value);
    }
    return rivals.standing();
  }

  template <typename Set>
  void standing(const Pair& pair, const Set& set) const {
    const double value = pair.likeness.value;
    const auto of_passage = [&](std::uint32_t own, std::uint32_t segment, std::uint32_t other) {
      return standing_of(own, segment, other, value, table_->ranked_alike(own, segment));
    };
    const auto of_clause = [&](std::uint32_t own, std::uint32_t segment, std::uint32_t other) {
      return standing_of(own, segment, other, value, table_->ranked_matches(own));
    };
    const Standing a = of_passage(pair.a, pair.a_segment, pair.b);
    const Standing b = of_passage(pair.b, pair.b_segment, pair.a);
    set(Sign::passage_rank_best, std::min(a.higher, b.higher));
    set(Sign::passage_rank_worst, std::max(a.higher, b.higher));
    set(Sign::passage_margin_best, std::max(a.lead, b.lead));
    set(Sign::passage_margin_worst, std::min(a.lead, b.lead));
    const Standing c = of_clause(pair.a, pair.a_segment, pair.b);
    const Standing d = of_clause(pair.b, pair.b_segment, pair.a);
    set(Sign::clause_rank_best, std::min(c.higher, d.higher));
    set(Sign::clause_rank_worst, std::max(c.higher, d.higher));
  }

  template <typename Set>
  void support(const Pair& pair, const Wording& a, const Wording& b, const Set& set) const {
    const auto of_passage = [&](const LikenessTable::Ranked& third) {
      const auto alike = table_->alike(pair.b, pair.b_segment);
      const auto place = std::lower_bound(
          alike.begin(), alike.end(), third.wording,
          [](const LikenessTable::Alike& x, std::uint32_t key) { return x.wording < key; });
      const bool same = place != alike.end() && place->wording == third.wording &&
                        place->segment == third.segment;
      return same ? double{place->value} : 0;
    };
    const auto of_clause = [&](const LikenessTable::Ranked& third) {
      return table_->value(pair.b, third.wording);
    };
    set(Sign::passage_support,
        best_third(table_->ranked_alike(pair.a, pair.a_segment), of_passage, a, b));
    set(Sign::clause_support, best_third(table_->ranked_matches(pair.a), of_clause, a, b));
  }

  // The third wording that is like both, by the weaker of its two values; `other_value` is the one
  // with b.
  template <typename OtherValue>
  double best_third(std::span<const LikenessTable::Ranked> thirds, const OtherValue& other_value,
                    const Wording& a, const Wording& b) const {
    double best = 0;
    for (const auto& third : thirds) {
      if (third.value <= best) break;
      const double both = std::min(third.value, other_value(third));
      if (both > best && is_third(corpus_->wordings[third.wording], a, b)) best = both;
    }
    return best;
  }

  double best_value(const std::vector<std::uint32_t>& a,
                    const std::vector<std::uint32_t>& b) const {
    double best = 0;
    for (const std::uint32_t x : a) {
      for (const std::uint32_t y : b) best = std::max(best, chosen_value(x, y));
    }
    return best;
  }

  double chosen_value(std::uint32_t a, std::uint32_t b) const {
    const auto chosen = table_->chosen();
    const bool known = std::binary_search(chosen.begin(), chosen.end(), a) &&
                       std::binary_search(chosen.begin(), chosen.end(), b);
    return known ? table_->value(a, b) : 0;
  }

  template <typename Set>
  void setting(const Wording& a, const Wording& b, const Set& set) const {
    const std::vector<double>& weights = corpus_->term_weight;
    set(Sign::neighbours, best_value(a.neighbours, b.neighbours));
    set(Sign::lead_ins,
        a.leads.empty() || b.leads.empty() ? unknown : best_value(a.leads, b.leads));
    set(Sign::lead_in_words, common_share(a.lead_terms, b.lead_terms, weights));
    set(Sign::headings, common_share(a.heading_terms, b.heading_terms, weights));
    set(Sign::lead_in_direction, direction(a.lead_bearer, b.lead_bearer));
    set(Sign::heading_direction, direction(a.heading_bearer, b.heading_bearer));
  }

  const Corpus* corpus_;
  const LikenessTable* table_;
  std::vector<std::uint64_t> mask_;  // Wording::protocol_mask, where it is near to hand
};

}  // namespace

std::vector<Pair> pairs_with_signs(const Corpus& corpus, const LikenessTable& table) {
  std::vector<Pair> pairs;
  for (const std::uint32_t a : table.chosen()) {
    for (const Match& match : table.matches(a)) {
      if (match.wording <= a || match.likeness.value < least_clause_value) continue;
      if (!could_link(corpus.wordings[a], corpus.wordings[match.wording])) continue;
      pairs.push_back({a, match.wording, match.own_segment, match.segment, match.likeness, {}, 0});
    }
  }
  const Judge judge(corpus, table);
  tbb::parallel_for(std::size_t{0}, pairs.size(),
                    [&](std::size_t i) { pairs[i].signs = judge.signs(pairs[i]); });
  return pairs;
}

}  // namespace concord::compare
