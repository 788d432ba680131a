// What speaks for a pair besides its own likeness: its standing among the other candidates, third
// councils, neighbours, lead-ins and headings. Standing is judged within the other council (a
// passage has one best counterpart there), support is sought outside both (A like C and C like B
// speak for A and B).
#include "compare/match/signs.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "compare/match/figures.h"

namespace concord::compare {
namespace {

constexpr double least_clause_value = 0.1;  // pairs less alike are not worth scoring
constexpr double unknown = -0.1;            // for a setting that one of the two lacks
constexpr float most_rivals = 10;

// Which wordings the same protocols use. Up to 64 protocols, Wording::protocol_mask says it all.
class Use {
 public:
  explicit Use(const Corpus& corpus) : corpus_(&corpus) {
    for (const Wording& wording : corpus.wordings) {
      mask_.push_back(wording.protocol_mask);
      if (!wording.protocols.empty()) masks_tell_ = masks_tell_ && wording.protocols.back() < 64;
    }
  }

  // True where one protocol uses both.
  bool together(std::uint32_t a, std::uint32_t b) const {
    if ((mask_[a] & mask_[b]) == 0) return false;
    if (masks_tell_) return true;
    const auto& p = corpus_->wordings[a].protocols;
    const auto& q = corpus_->wordings[b].protocols;
    for (auto i = p.begin(), j = q.begin(); i != p.end() && j != q.end();) {
      if (*i == *j) return true;
      *i < *j ? ++i : ++j;
    }
    return false;
  }

  // True where some protocol uses `c` and neither `a` nor `b`.
  bool is_third(std::uint32_t c, std::uint32_t a, std::uint32_t b) const {
    if ((mask_[c] & ~(mask_[a] | mask_[b])) != 0) return true;
    if (masks_tell_) return false;
    const auto& p = corpus_->wordings[a].protocols;
    const auto& q = corpus_->wordings[b].protocols;
    const auto& r = corpus_->wordings[c].protocols;
    return std::any_of(r.begin(), r.end(), [&](std::uint32_t protocol) {
      return !std::binary_search(p.begin(), p.end(), protocol) &&
             !std::binary_search(q.begin(), q.end(), protocol);
    });
  }

 private:
  const Corpus* corpus_;
  std::vector<std::uint64_t> mask_;  // Wording::protocol_mask, where it is near to hand
  bool masks_tell_ = true;
};

// True where a protocol that uses `a` and another that uses `b` could link them.
bool could_link(const Wording& a, const Wording& b) {
  return a.protocols.size() > 1 || b.protocols.size() > 1 || a.protocols != b.protocols;
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

// The words of a setting, laid out.
struct SettingWords {
  Figures words;
  double weight = 0;
  bool none = true;

  void lay(const std::vector<std::uint32_t>& terms, const std::vector<double>& weights) {
    words.lay(terms, weights);
    none = terms.empty();
    weight = 0;
    for (const std::uint32_t term : terms) weight += weights[term];
  }

  // The share of words that the two settings have in common.
  double common_share(const std::vector<std::uint32_t>& terms,
                      const std::vector<double>& weights) const {
    if (none || terms.empty()) return unknown;
    double all = weight;
    for (const std::uint32_t term : terms) all += weights[term];
    return all > 0 ? 2 * words.sum_at(terms) / all : unknown;
  }
};

// All that is asked of one wording when it is judged beside many, laid out.
struct Laid {
  Figures terms;
  SettingWords lead;
  SettingWords headings;
  Figures clauses;     // by wording: the likeness to this one
  Figures neighbours;  // by wording: the best likeness to one of its neighbours
  Figures leads;       // by wording: the same of its lead-ins
  Figures passages;    // by number of a passage: the likeness to one of this wording's
};

class Judge {
 public:
  Judge(const Corpus& corpus, const LikenessTable& table)
      : corpus_(&corpus), table_(&table), use_(corpus) {}

  // Fills in the signs of pairs of one `a`.
  void judge(std::span<Pair> pairs, Laid& laid) const {
    lay(pairs.front().a, laid);
    for (Pair& pair : pairs) pair.signs = signs(pair, laid);
    passage_support(pairs, laid);
  }

 private:
  void lay(std::uint32_t wording, Laid& laid) const {
    const Wording& own = corpus_->wordings[wording];
    const std::vector<double>& weights = corpus_->term_weight;
    laid.terms.lay(own.terms, weights);
    laid.lead.lay(own.lead_terms, weights);
    laid.headings.lay(own.heading_terms, weights);
    lay_likeness(std::span(&wording, 1), laid.clauses);
    lay_likeness(own.neighbours, laid.neighbours);
    lay_likeness(own.leads, laid.leads);
  }

  // By wording: the best likeness to one of these.
  void lay_likeness(std::span<const std::uint32_t> wordings, Figures& figures) const {
    figures.clear(corpus_->wordings.size());
    for (const std::uint32_t wording : wordings) {
      if (!table_->has(wording)) continue;
      figures.raise(wording, 1);
      for (const Match& match : table_->matches(wording)) {
        figures.raise(match.wording, match.likeness.value);
      }
    }
  }

  Signs signs(const Pair& pair, const Laid& laid) const {
    const Wording& a = corpus_->wordings[pair.a];
    const Wording& b = corpus_->wordings[pair.b];
    Signs signs{};
    const auto set = [&](Sign sign, double value) {
      signs[static_cast<std::size_t>(sign)] = static_cast<float>(value);
    };
    passages(pair, a, b, set);
    texts(a, b, laid, set);
    standing(pair, set);
    set(Sign::clause_support,
        best_third(pair, table_->ranked_matches(pair.b),
                   [&](const auto& third) { return laid.clauses[third.wording]; }));
    setting(a, b, laid, set);
    return signs;
  }

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
  static void texts(const Wording& a, const Wording& b, const Laid& laid, const Set& set) {
    const double common = laid.terms.sum_at(b.terms);
    const auto share = [common](double of) { return of > 0 ? common / of : 0; };
    set(Sign::text_overlap, share((a.weight + b.weight) / 2));
    set(Sign::text_weaker, share(std::max(a.weight, b.weight)));
    set(Sign::text_stronger, share(std::min(a.weight, b.weight)));
  }

  // Of `own` among those that stand in a protocol of `other`.
  Standing standing_of(std::uint32_t own, std::uint32_t segment, std::uint32_t other, double value,
                       std::span<const LikenessTable::Ranked> ranked) const {
    Rivals rivals(value);
    if (use_.together(own, other)) rivals.add(table_->self_value(own, segment));
    for (const auto& rival : ranked) {
      if (rivals.settled(rival.value)) break;
      if (rival.wording != other && use_.together(rival.wording, other)) rivals.add(rival.value);
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

  // Passage by passage of the one wording.
  void passage_support(std::span<Pair> pairs, Laid& laid) const {
    const std::uint32_t a = pairs.front().a;
    for (std::uint32_t s = 0; s < corpus_->wordings[a].segments.size(); ++s) {
      laid.passages.clear(table_->passages());
      for (const auto& alike : table_->alike(a, s)) {
        laid.passages.raise(table_->passage(alike.wording, alike.segment), double{alike.value});
      }
      for (Pair& pair : pairs) {
        if (pair.a_segment != s) continue;
        const double best =
            best_third(pair, table_->ranked_alike(pair.b, pair.b_segment), [&](const auto& third) {
              return laid.passages[table_->passage(third.wording, third.segment)];
            });
        pair.signs[static_cast<std::size_t>(Sign::passage_support)] = static_cast<float>(best);
      }
    }
  }

  // The third wording that is like both, by the weaker of its two values; the one with b is the
  // ranked one.
  template <typename OtherValue>
  double best_third(const Pair& pair, std::span<const LikenessTable::Ranked> thirds,
                    const OtherValue& other_value) const {
    double best = 0;
    for (const auto& third : thirds) {
      if (third.value <= best) break;
      const double both = std::min(third.value, other_value(third));
      if (both > best && use_.is_third(third.wording, pair.a, pair.b)) best = both;
    }
    return best;
  }

  static double best_of(const Figures& likeness, const std::vector<std::uint32_t>& wordings) {
    double best = 0;
    for (const std::uint32_t wording : wordings) best = std::max(best, likeness[wording]);
    return best;
  }

  template <typename Set>
  void setting(const Wording& a, const Wording& b, const Laid& laid, const Set& set) const {
    const std::vector<double>& weights = corpus_->term_weight;
    set(Sign::neighbours, best_of(laid.neighbours, b.neighbours));
    set(Sign::lead_ins,
        a.leads.empty() || b.leads.empty() ? unknown : best_of(laid.leads, b.leads));
    set(Sign::lead_in_words, laid.lead.common_share(b.lead_terms, weights));
    set(Sign::headings, laid.headings.common_share(b.heading_terms, weights));
    set(Sign::lead_in_direction, direction(a.lead_bearer, b.lead_bearer));
    set(Sign::heading_direction, direction(a.heading_bearer, b.heading_bearer));
  }

  const Corpus* corpus_;
  const LikenessTable* table_;
  Use use_;
};

}  // namespace

std::vector<Pair> pairs_with_signs(const Corpus& corpus, const LikenessTable& table) {
  std::vector<Pair> pairs;
  std::vector<std::size_t> first;  // of each `a` that has pairs
  for (const std::uint32_t a : table.chosen()) {
    const std::size_t known = pairs.size();
    for (const Match& match : table.matches(a)) {
      if (match.wording <= a || match.likeness.value < least_clause_value) continue;
      if (!could_link(corpus.wordings[a], corpus.wordings[match.wording])) continue;
      pairs.push_back({a, match.wording, match.own_segment, match.segment, match.likeness, {}, 0});
    }
    if (pairs.size() > known) first.push_back(known);
  }
  const Judge judge(corpus, table);
  tbb::enumerable_thread_specific<Laid> laid;
  tbb::parallel_for(std::size_t{0}, first.size(), [&](std::size_t i) {
    const std::size_t end = i + 1 < first.size() ? first[i + 1] : pairs.size();
    judge.judge(std::span(pairs).subspan(first[i], end - first[i]), laid.local());
  });
  return pairs;
}

}  // namespace concord::compare
