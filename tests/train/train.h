// Training the scorer on a gold standard, and saying how well it carries over.
#pragma once

#include <span>
#include <string>

#include "train/boosting.h"
#include "train/judged_pairs.h"

namespace concord::training {

struct Trained {
  compare::Model model;
  std::string report;  // for people: precision, recall and F1 on the pairs trained on,
                       // cross-validated, and on those left out
};

// Trains on `teachers` and evaluates on `left_out`, which may be empty. The decision threshold is
// that of the best cross-validated F1 of the teachers; 0.5 for fewer than two.
Trained train(std::span<const JudgedPair> teachers, std::span<const JudgedPair> left_out = {},
              const BoostingOptions& options = {});

// The model as the text of model.def.
std::string to_text(const compare::Model& model);

}  // namespace concord::training
