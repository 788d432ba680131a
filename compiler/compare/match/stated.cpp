#include "compare/match/stated.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "compare/match/coverage.h"
#include "compare/match/provision_classifier.h"

namespace concord::compare {
namespace {

constexpr std::size_t most_stated = 8;  // provisions kept of one wording
constexpr double least_value = 0.1;     // less alike is not alike
constexpr float of_one = 0.8F;          // of the value where one known statement alone is like it

// A segment's likeness to the known statements of one provision.
struct Best {
  float first = 0;
  float second = 0;

  void add(float value) {
    second = std::max(second, std::min(first, value));
    first = std::max(first, value);
  }
  float mean() const { return second > 0 ? std::midpoint(first, second) : of_one * first; }
};

// By provision.
using BestOf = std::map<std::uint32_t, Best>;

BestOf best_of(const Segment& segment, Bearer certain, std::span<const CoveredSegment> covered,
               const Corpus& corpus) {
  BestOf best;
  for (const auto& [number, share] : covered) {
    const KnownStatement& known = corpus.known[number];
    if (opposed(certain, known.certain)) continue;
    const double back = coverage(known.segment, segment, corpus.term_weight);
    const double value = likeness_value(segment, known.segment, share, back, corpus);
    if (value >= least_value) best[known.provision].add(static_cast<float>(value));
  }
  return best;
}

void add_segment(const BestOf& best, std::span<const float> probabilities, std::uint32_t segment,
                 std::vector<StatedProvision>& stated) {
  for (const auto& [provision, of] : best) {
    const auto known = std::find_if(
        stated.begin(), stated.end(),
        [number = provision](const StatedProvision& each) { return each.provision == number; });
    if (known == stated.end()) {
      stated.push_back({provision, segment, of.first, of.mean(), 0, 0, probabilities[provision]});
      continue;
    }
    known->best_two = std::max(known->best_two, of.mean());
    if (of.first > known->value) {
      known->value = of.first;
      known->segment = segment;
      known->probability = probabilities[provision];
    }
  }
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
  if (stated.size() > most_stated) stated.resize(most_stated);
  std::sort(stated.begin(), stated.end(), [](const StatedProvision& x, const StatedProvision& y) {
    return x.provision < y.provision;
  });
}

std::vector<StatedProvision> provisions_of(const Wording& wording, const SegmentIndex& index,
                                           const ProvisionClassifier& classifier,
                                           const Corpus& corpus) {
  std::vector<StatedProvision> stated;
  for (std::uint32_t s = 0; s < wording.segments.size(); ++s) {
    const Segment& segment = wording.segments[s];
    add_segment(best_of(segment, certain_bearer(wording, segment), index.covering(segment), corpus),
                classifier.probabilities(segment), s, stated);
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
  const ProvisionClassifier classifier(corpus.known, corpus.forms.size());
  tbb::parallel_for(std::size_t{0}, corpus.wordings.size(), [&](std::size_t i) {
    const Wording& wording = corpus.wordings[i];
    const bool first = i == 0 || corpus.wordings[i - 1].text != wording.text;
    if (!first) return;
    stated_[wording.text] = source::remembered(
        before, [&] { return name_of(corpus.in_settings[wording.text].key); },
        [&] { return provisions_of(wording, index, classifier, corpus); });
  });
}

CommonProvision common_provision(std::span<const StatedProvision> a,
                                 std::span<const StatedProvision> b) {
  CommonProvision best;
  float value = 0;
  for_common(a, b, [&](const StatedProvision& own, const StatedProvision& other) {
    const float weaker = std::min(own.value, other.value);
    if (weaker <= value) return;
    value = weaker;
    best = {&own, &other};
  });
  return best;
}

}  // namespace concord::compare
