// A provision's language is that of its known statements, smoothed by the language of all known
// statements with the weight of some more of them (a Dirichlet prior: Zhai and Lafferty, "A study
// of smoothing methods for language models", 2004). So the log odds of a statement need only the
// terms that a provision's statements have, and how many terms it has in all.
#include "compare/match/provision_classifier.h"

#include <algorithm>
#include <cmath>

namespace concord::compare {
namespace {

// How many statements the language of all provisions counts for in that of each.
constexpr double prior_statements = 10;

}  // namespace

ProvisionClassifier::ProvisionClassifier(std::span<const KnownStatement> known, std::size_t terms)
    : evidence_(terms) {
  if (known.empty()) return;
  std::vector<double> statements(known.back().provision + 1, 0);
  std::vector<double> share_of_all(terms, 0);
  for (const KnownStatement& each : known) {
    if (each.segment.terms.empty()) continue;
    statements[each.provision] += 1;
    const double share = 1 / static_cast<double>(each.segment.terms.size());
    for (const std::uint32_t term : each.segment.terms) {
      share_of_all[term] += share / static_cast<double>(known.size());
      auto& evidence = evidence_[term];
      if (evidence.empty() || evidence.back().provision != each.provision)
        evidence.push_back({each.provision, 0});
      evidence.back().value += share;
    }
  }
  for (std::size_t term = 0; term < terms; ++term) {
    for (Evidence& each : evidence_[term])
      each.value = std::log1p(each.value / (prior_statements * share_of_all[term]));
  }
  for (const double count : statements) {
    absence_.push_back(std::log(prior_statements / (prior_statements + count)));
    known_provisions_ += count > 0 ? 1 : 0;
  }
}

std::vector<float> ProvisionClassifier::probabilities(const Segment& segment) const {
  std::vector<double> odds(absence_.size(), 0);
  double known_terms = 0;
  for (const std::uint32_t term : segment.terms) {
    known_terms += evidence_[term].empty() ? 0 : 1;
    for (const Evidence& each : evidence_[term]) odds[each.provision] += each.value;
  }
  // No known provision is as probable beforehand as all of them together.
  double sum = known_provisions_;
  for (std::size_t p = 0; p < odds.size(); ++p) {
    odds[p] = odds[p] > 0 ? std::exp(odds[p] + known_terms * absence_[p]) : 0;
    sum += odds[p];
  }
  std::vector<float> probabilities(odds.size());
  std::ranges::transform(odds, probabilities.begin(),
                         [sum](double each) { return static_cast<float>(each / sum); });
  return probabilities;
}

}  // namespace concord::compare
