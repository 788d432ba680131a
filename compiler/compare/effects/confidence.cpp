#include "compare/effects/confidence.h"

#include <cmath>

namespace concord::compare {
namespace {

ConfidenceModel read_weights() {
  ConfidenceModel model;
  const auto set = [&](Evidence name, const std::array<double, kind_groups>& values) {
    for (std::size_t group = 0; group < kind_groups; ++group)
      model.weights[group][static_cast<std::size_t>(name)] = values[group];
  };
#define WEIGHT(name, force, persons, limits) set(Evidence::name, {force, persons, limits});
#define LIKELY(value) model.likely = value;
#define CERTAIN(value) model.certain = value;
#include "compare/effects/weights.def"
#undef CERTAIN
#undef LIKELY
#undef WEIGHT
  return model;
}

}  // namespace

KindGroup group_of(const EvidenceVector& evidence) {
  if (evidence[Evidence::negation] > 0 || evidence[Evidence::duty] > 0) return KindGroup::force;
  if (evidence[Evidence::actor] > 0 || evidence[Evidence::recipient] > 0) return KindGroup::persons;
  return KindGroup::limits;
}

double ConfidenceModel::confidence(const EvidenceVector& evidence) const {
  const auto& own = weights[static_cast<std::size_t>(group_of(evidence))];
  double odds = 0;
  for (std::size_t i = 0; i < evidence_count; ++i) odds += own[i] * evidence.at(i);
  return 1 / (1 + std::exp(-odds));
}

std::optional<Certainty> ConfidenceModel::certainty(double confidence) const {
  if (confidence >= certain) return Certainty::certain;
  return confidence >= likely ? std::optional(Certainty::likely) : std::nullopt;
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
