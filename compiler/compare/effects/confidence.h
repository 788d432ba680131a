// How sure it is that two linked clauses differ as it seems: logistic regression over named
// evidence. It was taught by tests/train with the differences that two readers found in the
// protocols of the gold standard, and is cross-validated there by council. Rules with a threshold
// each lost: what decides is how alike the rest of the two statements is. Groups of kinds have
// weights of their own, which the training draws to one another: that pays where a group has few
// examples.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "compare/comparison.h"

namespace concord::compare {

enum class Evidence : std::uint8_t {
#define EVIDENCE(name, words) name,
#include "compare/effects/evidence.def"
#undef EVIDENCE
};

constexpr auto evidence_names = std::to_array<std::string_view>({
#define EVIDENCE(name, words) #name,
#include "compare/effects/evidence.def"
#undef EVIDENCE
});
constexpr std::size_t evidence_count = evidence_names.size();

// A value for each, most of them 0 to 1.
struct EvidenceVector : std::array<double, evidence_count> {
  EvidenceVector() : std::array<double, evidence_count>{} {}
  double& operator[](Evidence name) { return at(static_cast<std::size_t>(name)); }
  double operator[](Evidence name) const { return at(static_cast<std::size_t>(name)); }
};

// Kinds that are weighed alike: force (negation, duty), persons (actor, recipient) and limits (the
// rest).
enum class KindGroup : std::uint8_t { force, persons, limits };
constexpr std::size_t kind_groups = 3;

// By the kind that the evidence says it is.
KindGroup group_of(const EvidenceVector& evidence);

// In log odds, by group.
using Weights = std::array<std::array<double, evidence_count>, kind_groups>;

double probability(const Weights& weights, const EvidenceVector& evidence);  // 0 to 1

struct ConfidenceModel {
  Weights of_words{};  // that the two differ in the words shown
  Weights of_kind{};   // that they differ in that way, in these words or in others
  // The same between councils that share little wording (own_words.h): with others the plain
  // differences are those of the words that were changed.
  Weights of_kind_in_own_words{};
  std::array<double, kind_groups> possible{};  // from that probability of kind on it is possible
  std::array<double, kind_groups> possible_in_own_words{};
  double likely = 0.6;    // from that probability of words on it is told
  double certain = 0.85;  // and told as certain

  // By the probability of words, 0 to 1; nothing for what is not to be told.
  std::optional<Certainty> certainty(double confidence) const;
  const Weights& kind_weights(bool own_words) const {
    return own_words ? of_kind_in_own_words : of_kind;
  }
  bool is_possible(const EvidenceVector& evidence, bool own_words) const;
};

// That in weights.def.
const ConfidenceModel& shipped_confidence();

// The evidence that says which kind it is.
Evidence kind_evidence(DivergenceType type);

}  // namespace concord::compare
