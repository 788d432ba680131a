#include "compare/match/stated.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "compare/match/coverage.h"
#include "compare/match/provision_classifier.h"

namespace concord::compare {
namespace {

constexpr std::size_t most_stated = 8;      // provisions kept of one wording
constexpr double least_value = 0.1;         // less alike is not alike
constexpr float least_probability = 0.02F;  // less is not probable
constexpr double nearly_whole = 0.95;       // of a known statement's words
constexpr std::size_t least_terms = 5;      // of a known statement that says something by itself
constexpr float in_known_words = 0.8F;      // likeness from which on words are known
constexpr float of_one = 0.8F;  // of the value where one known statement alone is like it

// A segment's likeness to the known statements of one provision.
struct Best {
  float first = 0;
  float second = 0;
  bool holds_one = false;  // a known statement stands in it whole, whatever else it says

  void add(float value) {
    second = std::max(second, std::min(first, value));
    first = std::max(first, value);
  }
  float mean() const { return second > 0 ? std::midpoint(first, second) : of_one * first; }
};

// By provision; nothing of those that it is not like.
using BestOf = std::vector<Best>;

BestOf best_of(const Segment& segment, Bearer certain, std::span<const CoveredSegment> covered,
               const Corpus& corpus, std::size_t provisions) {
  static thread_local ScatteredSegment scattered;
  scattered.scatter(segment, corpus);
  BestOf best(provisions);
  for (const auto& [number, share] : covered) {
    const KnownStatement& known = corpus.known[number];
    if (opposed(certain, known.certain)) continue;
    const double back = scattered.share_of(known.segment);
    const double value = likeness_value(scattered, known.segment, share, back);
    if (value < least_value) continue;
    Best& of = best[known.provision];
    of.add(static_cast<float>(value));
    of.holds_one =
        of.holds_one || (back >= nearly_whole && known.segment.terms.size() >= least_terms);
  }
  return best;
}

// That of the provision, which it is made for where there is none yet.
StatedProvision& stated_of(std::uint32_t provision, std::vector<StatedProvision>& stated) {
  const auto known = std::ranges::find(stated, provision, &StatedProvision::provision);
  return known != stated.end() ? *known : stated.emplace_back(StatedProvision{provision});
}

void add_likeness(const BestOf& best, std::uint32_t segment, std::vector<StatedProvision>& stated) {
  for (std::uint32_t provision = 0; provision < best.size(); ++provision) {
    const Best& of = best[provision];
    if (of.first == 0) continue;
    StatedProvision& each = stated_of(provision, stated);
    each.best_two = std::max(each.best_two, of.mean());
    if (of.holds_one) each.probability = 1;
    if (of.first <= each.value) continue;
    each.value = of.first;
    each.segment = segment;
  }
}

// Whose duty each provision is: of which bearers it has known statements.
class BearersOf {
 public:
  explicit BearersOf(std::span<const KnownStatement> known) {
    for (const KnownStatement& each : known) {
      if (bearers_.size() <= each.provision) bearers_.resize(each.provision + 1);
      bearers_[each.provision].insert(each.certain);
    }
  }

  // False where it is known only as the duty of the other side.
  bool admit(Bearer certain, std::uint32_t provision) const {
    return std::ranges::any_of(bearers_[provision],
                               [&](Bearer each) { return !opposed(certain, each); });
  }

 private:
  std::vector<std::set<Bearer>> bearers_;  // by provision
};

void add_probability(std::span<const float> probabilities, const BearersOf& bearers, Bearer certain,
                     std::uint32_t segment, std::vector<StatedProvision>& stated) {
  for (std::uint32_t provision = 0; provision < probabilities.size(); ++provision) {
    if (probabilities[provision] < least_probability) continue;
    if (!bearers.admit(certain, provision)) continue;
    StatedProvision& each = stated_of(provision, stated);
    if (each.value == 0 && probabilities[provision] > each.probability) each.segment = segment;
    each.probability = std::max(each.probability, probabilities[provision]);
  }
}

std::vector<float> likeness_of(const BestOf& best) {
  std::vector<float> likeness(best.size());
  std::ranges::transform(best, likeness.begin(), &Best::first);
  return likeness;
}

// Keeps the best few, tells how each stands to the others, and orders them by provision.
void settle(std::vector<StatedProvision>& stated) {
  std::sort(stated.begin(), stated.end(), [](const StatedProvision& x, const StatedProvision& y) {
    return x.value != y.value ? x.value > y.value : x.provision < y.provision;
  });
  for (std::size_t i = 0; i < stated.size(); ++i) {
    const float next = stated.size() > 1 ? stated[1].value : 0;
    stated[i].lead = stated[i].value - (i == 0 ? next : stated[0].value);
    const bool tie = i > 0 && stated[i].value == stated[i - 1].value;
    stated[i].rank = tie ? stated[i - 1].rank : static_cast<float>(i);
  }
  std::size_t place = 0;
  std::erase_if(stated, [&](const StatedProvision& each) {
    return place++ >= most_stated && each.probability < least_probability;
  });
  std::sort(stated.begin(), stated.end(), [](const StatedProvision& x, const StatedProvision& y) {
    return x.provision < y.provision;
  });
}

std::vector<StatedProvision> provisions_of(const Wording& wording, const SegmentIndex& index,
                                           const ProvisionClassifier& classifier,
                                           const BearersOf& bearers, const Corpus& corpus) {
  std::vector<StatedProvision> stated;
  for (std::uint32_t s = 0; s < wording.segments.size(); ++s) {
    const Segment& segment = wording.segments[s];
    const Bearer certain = certain_bearer(wording, segment);
    const BestOf best =
        best_of(segment, certain, index.covering(segment), corpus, classifier.provisions());
    const Bearer bearer = certain != Bearer::none ? certain : segment.bearer;
    add_likeness(best, s, stated);
    add_probability(
        classifier.probabilities({segment.terms, segment.groups, wording.lead_terms, bearer},
                                 likeness_of(best)),
        bearers, certain, s, stated);
  }
  settle(stated);
  return stated;
}

}  // namespace

StatedProvisions::StatedProvisions(const Corpus& corpus,
                                   source::Remembered<std::vector<StatedProvision>>* before)
    : stated_(corpus.in_settings.size()) {
  for (const Wording& wording : corpus.wordings) text_of_.push_back(wording.text);
  if (corpus.known.empty()) return;
  std::vector<const Segment*> known;
  known.reserve(corpus.known.size());
  for (const KnownStatement& each : corpus.known) known.push_back(&each.segment);
  const SegmentIndex index(known, corpus.term_weight);
  const ProvisionClassifier classifier(corpus.known);
  const BearersOf bearers(corpus.known);
  tbb::parallel_for(std::size_t{0}, corpus.wordings.size(), [&](std::size_t i) {
    const Wording& wording = corpus.wordings[i];
    const bool first = i == 0 || corpus.wordings[i - 1].text != wording.text;
    if (!first) return;
    stated_[wording.text] = source::remembered(
        before, [&] { return name_of(corpus.in_settings[wording.text].key); },
        [&] { return provisions_of(wording, index, classifier, bearers, corpus); });
  });
}

double probability(const StatedProvision& stated) {
  return stated.value >= in_known_words ? 1.0 : static_cast<double>(stated.probability);
}

double both_state(std::span<const StatedProvision> a, std::span<const StatedProvision> b) {
  double best = 0;
  for_common(a, b, [&](const StatedProvision& own, const StatedProvision& other) {
    best = std::max(best, probability(own) * probability(other));
  });
  return best;
}

CommonProvision common_provision(std::span<const StatedProvision> a,
                                 std::span<const StatedProvision> b) {
  CommonProvision best;
  float value = 0;
  for_common(a, b, [&](const StatedProvision& own, const StatedProvision& other) {
    const float weaker = std::min(own.value, other.value);
    if (best.a != nullptr && weaker <= value) return;
    value = weaker;
    best = {&own, &other};
  });
  return best;
}

}  // namespace concord::compare
