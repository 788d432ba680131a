// Soft coverage: the share of a passage's information that the other has, by the same word or, at a
// discount, by a word or phrase of the same meaning (after Mihalcea, Corley and Strapparava,
// "Corpus- based and knowledge-based measures of text semantic similarity", 2006, with groups of a
// thesaurus in place of WordNet's paths). Both directions are kept: the weaker one asks whether two
// passages say the same, the stronger one whether one is part of the other.
//
// An inverted index adds coverage up: for each word of a passage, the passages that have it, then
// those that have its meaning. Passages that share nothing are never looked at. Measuring every
// pair word by word gave the same figures in forty times the time.
//
// In a large corpus that is quadratic after all: its passages have the common words of the language
// in common. There the index is asked for the rarest words and meanings alone, the most promising
// are measured word by word, and what one of two passages chose, the other keeps too.
#include "compare/match/likeness.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "compare/match/figures.h"
#include "compare/match/representatives.h"

namespace concord::compare {
namespace {

constexpr double meaning_credit = 0.8;  // for a word met by meaning only
constexpr double least_coverage =
    0.08;  // below it in either direction, two passages have nothing in common
constexpr double little_information = 3;  // passages that share no more than this say little by it
constexpr double direction_credit = 0.05;
constexpr float least_value = 0.02F;

// For a corpus of more wordings than most_wordings_alone.
constexpr std::size_t most_asked = 4000;    // entries of the index looked at for one passage
constexpr std::size_t most_promising = 64;  // passages measured for one passage

struct Covered {
  std::uint32_t segment = 0;
  float share = 0;
};

// Passages of the chosen wordings in one row of numbers.
struct Flat {
  const Segment* segment = nullptr;
  std::uint32_t wording = 0;
  std::uint32_t ordinal = 0;
  Bearer certain = Bearer::none;
};

using Postings = std::vector<std::vector<std::uint32_t>>;

void post(Postings& postings, std::uint32_t key, std::uint32_t segment) {
  if (postings.size() <= key) postings.resize(key + 1);
  postings[key].push_back(segment);
}

std::span<const std::uint32_t> at(const Postings& postings, std::uint32_t key) {
  return key < postings.size() ? std::span<const std::uint32_t>(postings[key])
                               : std::span<const std::uint32_t>();
}

// Working memory of one thread.
struct Sums {
  std::vector<float> share;
  std::vector<std::uint32_t> stamp;  // the word last credited, plus one
  std::vector<std::uint32_t> touched;
};

// The share of a's information that b has, by word or meaning.
float coverage(const Segment& a, const Segment& b, const std::vector<double>& weights) {
  if (a.weight <= 0) return 0;
  double sum = 0;
  auto meaning = a.meanings.begin();
  auto word = b.terms.begin();
  for (const std::uint32_t term : a.terms) {
    while (meaning != a.meanings.end() && meaning->term < term) ++meaning;
    while (word != b.terms.end() && *word < term) ++word;
    if (word != b.terms.end() && *word == term) {
      sum += weights[term];
      continue;
    }
    for (auto m = meaning; m != a.meanings.end() && m->term == term; ++m) {
      if (!std::binary_search(b.groups.begin(), b.groups.end(), m->group)) continue;
      sum += meaning_credit * weights[term];
      break;
    }
  }
  return static_cast<float>(sum / a.weight);
}

class Index {
 public:
  Index(std::span<const Flat> flats, const std::vector<double>& weights)
      : flats_(flats), weights_(&weights) {
    for (std::uint32_t i = 0; i < flats.size(); ++i) {
      for (const std::uint32_t term : flats[i].segment->terms) post(terms_, term, i);
      for (const std::uint32_t group : flats[i].segment->groups) post(groups_, group, i);
    }
  }

  // The passages that cover a share of this one, by number.
  std::vector<Covered> covered_by(std::uint32_t segment, Sums& sums) const {
    sums.share.resize(flats_.size(), 0);
    sums.stamp.resize(flats_.size(), 0);
    const Segment& own = *flats_[segment].segment;
    std::uint32_t word = 0;
    auto meaning = own.meanings.begin();
    for (const std::uint32_t term : own.terms) {
      ++word;
      const double weight = (*weights_)[term];
      credit(at(terms_, term), static_cast<float>(weight), word, sums);
      while (meaning != own.meanings.end() && meaning->term < term) ++meaning;
      for (; meaning != own.meanings.end() && meaning->term == term; ++meaning) {
        credit(at(groups_, meaning->group), static_cast<float>(meaning_credit * weight), word,
               sums);
      }
    }
    return collect(own, sums);
  }

  // The same for the most promising passages only, by the rarest words and meanings.
  std::vector<Covered> covered_by_promising(std::uint32_t segment, Sums& sums) const {
    sums.share.resize(flats_.size(), 0);
    const Segment& own = *flats_[segment].segment;
    std::size_t asked = 0;
    for (const auto& [posting, weight] : by_rarity(own)) {
      if (asked > 0 && asked + posting.size() > most_asked) break;
      asked += posting.size();
      for (const std::uint32_t other : posting) {
        if (sums.share[other] == 0) sums.touched.push_back(other);
        sums.share[other] += weight;
      }
    }
    std::vector<Covered> found;
    for (const std::uint32_t other : promising(sums)) {
      const float share = coverage(own, *flats_[other].segment, *weights_);
      if (share >= least_coverage) found.push_back({other, share});
    }
    for (const std::uint32_t other : sums.touched) sums.share[other] = 0;
    sums.touched.clear();
    return found;
  }

 private:
  struct Asked {
    std::span<const std::uint32_t> posting;
    float weight = 0;
  };

  // What a passage's words and meanings lead to, the fewest passages first.
  std::vector<Asked> by_rarity(const Segment& own) const {
    std::vector<Asked> asked;
    for (const std::uint32_t term : own.terms) {
      asked.push_back({at(terms_, term), static_cast<float>((*weights_)[term])});
    }
    for (const TermMeaning& meaning : own.meanings) {
      const double weight = meaning_credit * (*weights_)[meaning.term];
      asked.push_back({at(groups_, meaning.group), static_cast<float>(weight)});
    }
    std::stable_sort(asked.begin(), asked.end(), [](const Asked& a, const Asked& b) {
      return a.posting.size() < b.posting.size();
    });
    return asked;
  }

  // Of the passages touched, those that have most in common for their length; sorted.
  std::vector<std::uint32_t> promising(const Sums& sums) const {
    std::vector<std::pair<float, std::uint32_t>> order;
    for (const std::uint32_t other : sums.touched) {
      const auto weight = static_cast<float>(flats_[other].segment->weight);
      order.emplace_back(-sums.share[other] * sums.share[other] / weight, other);
    }
    const std::size_t count = std::min(most_promising, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end());
    std::vector<std::uint32_t> best;
    for (std::size_t i = 0; i < count; ++i) best.push_back(order[i].second);
    std::sort(best.begin(), best.end());
    return best;
  }

  static void credit(std::span<const std::uint32_t> segments, float amount, std::uint32_t word,
                     Sums& sums) {
    for (const std::uint32_t other : segments) {
      if (sums.stamp[other] == word) continue;
      if (sums.stamp[other] == 0) sums.touched.push_back(other);
      sums.stamp[other] = word;
      sums.share[other] += amount;
    }
  }

  static std::vector<Covered> collect(const Segment& own, Sums& sums) {
    std::vector<Covered> found;
    const auto floor = static_cast<float>(least_coverage * own.weight);
    for (const std::uint32_t other : sums.touched) {
      if (sums.share[other] >= floor && own.weight > 0) {
        found.push_back({other, static_cast<float>(sums.share[other] / own.weight)});
      }
      sums.share[other] = 0;
      sums.stamp[other] = 0;
    }
    sums.touched.clear();
    std::sort(found.begin(), found.end(),
              [](const Covered& a, const Covered& b) { return a.segment < b.segment; });
    return found;
  }

  std::span<const Flat> flats_;
  const std::vector<double>* weights_;
  Postings terms_;
  Postings groups_;
};

int direction_of(Bearer a, Bearer b) {
  if (opposed(a, b)) return -1;
  return a == b && (a == Bearer::member || a == Bearer::officer) ? 1 : 0;
}

double combined(double forward, double backward, double phrases, double shared, int direction) {
  const double weaker = std::min(forward, backward);
  const double alike = 0.5 * std::sqrt(forward * backward) + 0.35 * weaker + 0.15 * phrases;
  return alike * shared / (shared + little_information) + direction_credit * direction;
}

// A passage with its words and phrases laid out, to be measured against others.
struct Ruler {
  const Segment* segment = nullptr;
  Figures terms;
  Figures pairs;

  void lay(const Segment& own, const Corpus& corpus) {
    segment = &own;
    terms.lay(own.terms, corpus.term_weight);
    pairs.lay(own.pairs, corpus.pair_weight);
  }
};

Likeness measure(const Ruler& ruler, const Segment& b, double forward, double backward) {
  const Segment& a = *ruler.segment;
  Likeness likeness;
  likeness.forward = forward;
  likeness.backward = backward;
  likeness.shared = std::min(forward * a.weight, backward * b.weight);
  likeness.overlap = 2 * ruler.terms.sum_at(b.terms) / (a.weight + b.weight);
  const double pairs = a.pair_weight + b.pair_weight;
  if (pairs > 0) likeness.phrases = 2 * ruler.pairs.sum_at(b.pairs) / pairs;
  likeness.direction = direction_of(a.bearer, b.bearer);
  likeness.value =
      combined(forward, backward, likeness.phrases, likeness.shared, likeness.direction);
  return likeness;
}

float share_of(const std::vector<Covered>& row, std::uint32_t segment) {
  const auto place = std::lower_bound(
      row.begin(), row.end(), segment,
      [](const Covered& covered, std::uint32_t key) { return covered.segment < key; });
  return place != row.end() && place->segment == segment ? place->share : 0;
}

// A passage measured against another.
struct Measured {
  std::uint32_t segment = 0;  // the other
  Likeness likeness;
};

// For each passage, those after it that it has something in common with, by number. What comes
// before it has measured it already: likeness is the same from both sides but for its direction.
std::vector<std::vector<Measured>> measure_all(std::span<const Flat> flats,
                                               const std::vector<std::vector<Covered>>& covered,
                                               const Corpus& corpus) {
  std::vector<std::vector<Measured>> measured(flats.size());
  tbb::enumerable_thread_specific<Ruler> rulers;
  tbb::parallel_for(std::size_t{0}, flats.size(), [&](std::size_t i) {
    const auto own = static_cast<std::uint32_t>(i);
    const auto after = std::find_if(covered[i].begin(), covered[i].end(),
                                    [&](const Covered& other) { return other.segment > own; });
    Ruler& ruler = rulers.local();
    ruler.lay(*flats[i].segment, corpus);
    for (const Covered& other : std::span(after, covered[i].end())) {
      const Flat& flat = flats[other.segment];
      if (flat.wording == flats[i].wording || opposed(flats[i].certain, flat.certain)) continue;
      const float back = share_of(covered[other.segment], own);
      if (back == 0) continue;
      const Likeness likeness = measure(ruler, *flat.segment, other.share, back);
      if (static_cast<float>(likeness.value) < least_value) continue;
      measured[i].push_back({other.segment, likeness});
    }
  });
  return measured;
}

// What one passage chose, the other keeps too.
void keep_both(std::vector<std::vector<Covered>>& covered, std::span<const Flat> flats,
               const std::vector<double>& weights) {
  std::vector<std::vector<std::uint32_t>> chosen_by(covered.size());
  for (std::uint32_t i = 0; i < covered.size(); ++i) {
    for (const Covered& other : covered[i]) chosen_by[other.segment].push_back(i);
  }
  tbb::parallel_for(std::size_t{0}, covered.size(), [&](std::size_t i) {
    const std::size_t own = covered[i].size();
    const auto less = [](const Covered& a, const Covered& b) { return a.segment < b.segment; };
    for (const std::uint32_t other : chosen_by[i]) {
      const auto end = covered[i].begin() + static_cast<std::ptrdiff_t>(own);
      if (std::binary_search(covered[i].begin(), end, Covered{other, 0}, less)) continue;
      const float share = coverage(*flats[i].segment, *flats[other].segment, weights);
      if (share >= least_coverage) covered[i].push_back({other, share});
    }
    std::sort(covered[i].begin(), covered[i].end(), less);
  });
}

void rank(std::vector<LikenessTable::Ranked>& list) {
  std::sort(list.begin(), list.end(),
            [](const LikenessTable::Ranked& a, const LikenessTable::Ranked& b) {
              return a.value != b.value ? a.value > b.value : a.wording < b.wording;
            });
}

const Likeness* find(const std::vector<Measured>& row, std::uint32_t segment) {
  const auto place = std::lower_bound(
      row.begin(), row.end(), segment,
      [](const Measured& measured, std::uint32_t key) { return measured.segment < key; });
  return place != row.end() && place->segment == segment ? &place->likeness : nullptr;
}

Likeness mirrored(Likeness likeness) {
  std::swap(likeness.forward, likeness.backward);
  return likeness;
}

// The best pair of passages of each other wording, by wording; of equals, the first.
void keep_best(std::vector<Match>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Match& a, const Match& b) {
    return a.wording != b.wording ? a.wording < b.wording : a.likeness.value > b.likeness.value;
  });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Match& a, const Match& b) { return a.wording == b.wording; }),
            all.end());
  all.shrink_to_fit();
}

}  // namespace

Bearer certain_bearer(const Wording& wording, const Segment& segment) {
  if (wording.lead_bearer != Bearer::none) return wording.lead_bearer;
  return segment.duty ? segment.bearer : Bearer::none;
}

LikenessTable::LikenessTable(const Corpus& corpus, std::span<const std::uint32_t> chosen)
    : corpus_(&corpus),
      chosen_(chosen.begin(), chosen.end()),
      slot_(corpus.wordings.size(), not_chosen) {
  std::vector<Flat> flats;
  for (std::uint32_t i = 0; i < chosen_.size(); ++i) {
    const Wording& wording = corpus.wordings[chosen_[i]];
    slot_[chosen_[i]] = i;
    first_segment_.push_back(static_cast<std::uint32_t>(flats.size()));
    for (std::uint32_t s = 0; s < wording.segments.size(); ++s) {
      const Segment& segment = wording.segments[s];
      flats.push_back({&segment, chosen_[i], s, certain_bearer(wording, segment)});
    }
  }

  const Index index(flats, corpus.term_weight);
  std::vector<std::vector<Covered>> covered(flats.size());
  tbb::enumerable_thread_specific<Sums> sums;
  const bool many = chosen_.size() > most_wordings_alone;
  tbb::parallel_for(std::size_t{0}, flats.size(), [&](std::size_t i) {
    const auto segment = static_cast<std::uint32_t>(i);
    covered[i] = many ? index.covered_by_promising(segment, sums.local())
                      : index.covered_by(segment, sums.local());
  });
  if (many) keep_both(covered, flats, corpus.term_weight);

  const auto measured = measure_all(flats, covered, corpus);
  alike_.resize(flats.size());
  matches_.resize(chosen_.size());
  ranked_alike_.resize(flats.size());
  ranked_matches_.resize(chosen_.size());
  tbb::parallel_for(std::size_t{0}, chosen_.size(), [&](std::size_t slot) {
    std::vector<Match>& all = matches_[slot];
    const std::size_t begin = first_segment_[slot];
    const std::size_t end = slot + 1 < chosen_.size() ? first_segment_[slot + 1] : flats.size();
    for (std::size_t i = begin; i < end; ++i) {
      const auto add = [&](std::uint32_t segment, const Likeness& likeness) {
        const Flat& other = flats[segment];
        const auto value = static_cast<float>(likeness.value);
        auto& alike = alike_[i];
        if (alike.empty() || alike.back().wording != other.wording) {
          alike.push_back({other.wording, other.ordinal, value});
        } else if (value > alike.back().value) {
          alike.back() = {other.wording, other.ordinal, value};
        }
        const Match match{other.wording, flats[i].ordinal, other.ordinal, likeness};
        if (all.empty() || all.back().wording != other.wording) {
          all.push_back(match);
        } else if (likeness.value > all.back().likeness.value) {
          all.back() = match;
        }
      };
      for (const Covered& other : covered[i]) {
        if (other.segment >= i) break;
        const Likeness* found = find(measured[other.segment], static_cast<std::uint32_t>(i));
        if (found != nullptr) add(other.segment, mirrored(*found));
      }
      for (const Measured& other : measured[i]) add(other.segment, other.likeness);
      for (const Alike& alike : alike_[i]) {
        ranked_alike_[i].push_back({alike.value, alike.wording, alike.segment});
      }
      rank(ranked_alike_[i]);
    }
    if (end - begin > 1) keep_best(all);
    for (const Match& match : all) {
      ranked_matches_[slot].push_back({match.likeness.value, match.wording, 0});
    }
    rank(ranked_matches_[slot]);
  });
}

std::span<const LikenessTable::Alike> LikenessTable::alike(std::uint32_t wording,
                                                           std::uint32_t segment) const {
  return alike_[passage(wording, segment)];
}

std::span<const LikenessTable::Ranked> LikenessTable::ranked_alike(std::uint32_t wording,
                                                                   std::uint32_t segment) const {
  return ranked_alike_[passage(wording, segment)];
}

double LikenessTable::self_value(std::uint32_t wording, std::uint32_t segment) const {
  const Segment& own = corpus_->wordings[wording].segments[segment];
  return combined(1, 1, 1, own.weight, direction_of(own.bearer, own.bearer));
}

}  // namespace concord::compare
