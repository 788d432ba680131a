#include "compare/effects/confidence.h"

#include <cmath>

namespace concord::compare {
namespace {

ConfidenceModel read_weights() {
  ConfidenceModel model;
  const auto set = [](Weights& weights, Evidence name,
                      const std::array<double, kind_groups>& values) {
    for (std::size_t group = 0; group < kind_groups; ++group)
      weights[group][static_cast<std::size_t>(name)] = values[group];
  };
#define OF_WORDS(name, force, persons, limits) \
  set(model.of_words, Evidence::name, {force, persons, limits});
#define OF_KIND(name, force, persons, limits) \
  set(model.of_kind, Evidence::name, {force, persons, limits});
#define OF_KIND_IN_OWN_WORDS(name, force, persons, limits) \
  set(model.of_kind_in_own_words, Evidence::name, {force, persons, limits});
#define POSSIBLE(force, persons, limits) model.possible = {force, persons, limits};
#define POSSIBLE_IN_OWN_WORDS(force, persons, limits) \
  model.possible_in_own_words = {force, persons, limits};
#define LIKELY(value) model.likely = value;
#define CERTAIN(value) model.certain = value;
#include "compare/effects/weights.def"
#undef CERTAIN
#undef LIKELY
#undef POSSIBLE_IN_OWN_WORDS
#undef POSSIBLE
#undef OF_KIND_IN_OWN_WORDS
#undef OF_KIND
#undef OF_WORDS
  return model;
}

}  // namespace

KindGroup group_of(const EvidenceVector& evidence) {
  if (evidence[Evidence::negation] > 0 || evidence[Evidence::duty] > 0) return KindGroup::force;
  if (evidence[Evidence::actor] > 0 || evidence[Evidence::recipient] > 0) return KindGroup::persons;
  return KindGroup::limits;
}

double probability(const Weights& weights, const EvidenceVector& evidence) {
  const auto& own = weights[static_cast<std::size_t>(group_of(evidence))];
  double odds = 0;
  for (std::size_t i = 0; i < evidence_count; ++i) odds += own[i] * evidence.at(i);
  return 1 / (1 + std::exp(-odds));
}

std::optional<Certainty> ConfidenceModel::certainty(double confidence) const {
  if (confidence >= certain) return Certainty::certain;
  return confidence >= likely ? std::optional(Certainty::likely) : std::nullopt;
}

bool ConfidenceModel::is_possible(const EvidenceVector& evidence, bool own_words) const {
  const auto& thresholds = own_words ? possible_in_own_words : possible;
  return probability(kind_weights(own_words), evidence) >=
         thresholds.at(static_cast<std::size_t>(group_of(evidence)));
}

const ConfidenceModel& shipped_confidence() {
  static const ConfidenceModel model = read_weights();
  return model;
}

Evidence kind_evidence(DivergenceType type) {
  return static_cast<Evidence>(static_cast<std::size_t>(Evidence::negation) +
                               static_cast<std::size_t>(type));
}

}  // namespace concord::compare
