// A provision's language is that of its known statements, smoothed by the language of all known
// statements with the weight of some more of them (a Dirichlet prior: Zhai and Lafferty, "A study
// of smoothing methods for language models", 2004). So the log odds of a statement need only the
// keys that a provision's statements have, and how many keys it has in all.
//
// Kinds of evidence say the same in part, so that only words count in full; the weights are those
// under which councils left out were put to their provisions best.
#include "compare/match/provision_classifier.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace concord::compare {
namespace {

// How many statements the language of all provisions counts for in that of each.
constexpr double prior_statements = 10;
constexpr double of_groups = 0.5;
constexpr double of_leads = 0.5;
constexpr double of_likeness = 8;
// No kind but words speaks against a provision by more.
constexpr double most_against = 5;
// How like what states no known provision is to the nearest known statement.
constexpr double by_chance = 0.2;

std::array<std::uint32_t, 1> key_of(Bearer bearer) {
  return {static_cast<std::uint32_t>(bearer)};
}

double limited(double odds) {
  return odds == 0 ? -most_against : std::max(odds, -most_against);
}

}  // namespace

void KeyEvidence::learn(std::uint32_t provision, std::span<const std::uint32_t> keys) {
  if (keys.empty()) return;
  if (statements_.size() <= provision) statements_.resize(provision + 1, 0);
  statements_[provision] += 1;
  for (const std::uint32_t key : keys) {
    if (of_key_.size() <= key) of_key_.resize(key + 1);
    std::vector<Odds>& odds = of_key_[key];
    if (odds.empty() || odds.back().provision != provision) odds.push_back({provision, 0});
    odds.back().value += 1 / static_cast<double>(keys.size());
  }
}

void KeyEvidence::finish() {
  double all = 0;
  for (const double count : statements_) all += count;
  for (std::vector<Odds>& odds : of_key_) {
    double share_of_all = 0;
    for (const Odds& each : odds) share_of_all += each.value / all;
    for (Odds& each : odds) each.value = std::log1p(each.value / (prior_statements * share_of_all));
  }
  for (double& each : statements_) each = std::log(prior_statements / (prior_statements + each));
}

std::vector<double> KeyEvidence::odds_of(std::span<const std::uint32_t> keys) const {
  std::vector<double> odds(statements_.size(), 0);
  double known = 0;
  for (const std::uint32_t key : keys) {
    if (key >= of_key_.size() || of_key_[key].empty()) continue;
    known += 1;
    for (const Odds& each : of_key_[key]) odds[each.provision] += each.value;
  }
  for (std::size_t p = 0; p < odds.size(); ++p) {
    if (odds[p] > 0) odds[p] += known * statements_[p];
  }
  return odds;
}

ProvisionClassifier::ProvisionClassifier(std::span<const KnownStatement> known) {
  std::vector<bool> has_statement;
  for (const KnownStatement& each : known) {
    if (each.segment.terms.empty()) continue;
    terms_.learn(each.provision, each.segment.terms);
    groups_.learn(each.provision, each.segment.groups);
    leads_.learn(each.provision, each.lead_terms);
    if (each.segment.bearer != Bearer::none)
      bearers_.learn(each.provision, key_of(each.segment.bearer));
    has_statement.resize(each.provision + 1, false);
    has_statement[each.provision] = true;
  }
  for (KeyEvidence* each : {&terms_, &groups_, &leads_, &bearers_}) each->finish();
  provisions_ = has_statement.size();
  known_provisions_ = static_cast<double>(std::ranges::count(has_statement, true));
}

std::vector<float> ProvisionClassifier::probabilities(const StatementEvidence& statement,
                                                      std::span<const float> likeness) const {
  std::vector<double> odds = terms_.odds_of(statement.terms);
  const auto add = [&](const KeyEvidence& evidence, std::span<const std::uint32_t> keys,
                       double weight) {
    if (keys.empty()) return;
    std::vector<double> more = evidence.odds_of(keys);
    more.resize(odds.size(), 0);
    for (std::size_t p = 0; p < odds.size(); ++p) {
      if (odds[p] != 0) odds[p] += weight * limited(more[p]);
    }
  };
  add(groups_, statement.groups, of_groups);
  add(leads_, statement.lead_terms, of_leads);
  if (statement.bearer != Bearer::none) add(bearers_, key_of(statement.bearer), 1);
  // No known provision is as probable beforehand as all of them together.
  double sum = known_provisions_;
  for (std::size_t p = 0; p < odds.size(); ++p) {
    odds[p] = odds[p] != 0
                  ? std::exp(odds[p] + of_likeness * (static_cast<double>(likeness[p]) - by_chance))
                  : 0;
    sum += odds[p];
  }
  std::vector<float> probabilities(odds.size());
  std::ranges::transform(odds, probabilities.begin(),
                         [sum](double each) { return static_cast<float>(each / sum); });
  return probabilities;
}

}  // namespace concord::compare
