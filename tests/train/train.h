// Training the scorer on a gold standard, and saying how well it carries over.
#pragma once

#include <span>
#include <string>

#include "train/boosting.h"
#include "train/judged_pairs.h"

namespace concord::training {

// A pair of councils with the model's score of each candidate, and what the comparison makes of it.
struct ScoredPair {
  const JudgedPair* pair = nullptr;
  std::vector<double> scores;
  compare::Thresholds thresholds;  // of the model that gave them

  bool by_provision(std::size_t candidate) const;  // linked by the provision that both state
  bool linked(std::size_t candidate) const;        // by its score or by the provision
  double told(std::size_t candidate) const;        // the score that is told
};

// How many links are found, and how many of them are right; of what strength; near misses taken for
// links. Several scored pairs together.
std::string found_text(const std::string& title, std::span<const ScoredPair> all);

// Of scored candidates, by tenths of the score: how many are links in truth.
std::string calibration_text(std::span<const ScoredPair> all);

struct Trained {
  compare::Model model;
  std::string report;  // for people: found_text of the teachers, and cross-validated
};

// Trains on the pairs of the teachers. Features learn from the register as they will be used, of a
// council that it does not know: each pair teaches with the wordings of either council taken out,
// and once more without any provision, since protocols say things that no register knows. What is
// left out is unknown throughout. Scores are probabilities, fitted to the teachers' pairs, each
// teacher's scored by trees that the pairs without it taught; so are the thresholds, those of the
// best F1 (0.5 where there are no such pairs): the one of all pairs first, then the lower one of
// pairs that probably state one provision.
Trained train(Judgements& judgements, const Ids& teachers, const Ids& left_out,
              const BoostingOptions& options = {});

std::vector<ScoredPair> score_with(const compare::Model& model,
                                   std::span<const JudgedPair* const> pairs);

// Those of the pairs that touch one of the first and otherwise only the others.
std::vector<const JudgedPair*> between(std::span<const JudgedPair> pairs, const Ids& some,
                                       const Ids& others);

// The model as the text of model.def.
std::string to_text(const compare::Model& model);

}  // namespace concord::training
