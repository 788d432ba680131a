#include "compare/effects/confidence.h"

#include <cmath>

namespace concord::compare {
namespace {

ConfidenceModel read_weights() {
  ConfidenceModel model;
#define WEIGHT(name, value) model.weights[static_cast<std::size_t>(Evidence::name)] = value;
#define LIKELY(value) model.likely = value;
#define CERTAIN(value) model.certain = value;
#include "compare/effects/weights.def"
#undef CERTAIN
#undef LIKELY
#undef WEIGHT
  return model;
}

}  // namespace

double ConfidenceModel::confidence(const EvidenceVector& evidence) const {
  double odds = 0;
  for (std::size_t i = 0; i < evidence_count; ++i) odds += weights[i] * evidence.at(i);
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
