// Learning the scorer from a gold standard, and telling how well what was learned carries over.
#pragma once

#include <span>
#include <string>

#include "compare/evaluate.h"
#include "compare/match/model.h"

namespace concord::compare {

struct Learned {
  Model model;         // from all pairs of councils of the gold standard; for model.def, by to_text
  std::string report;  // for people: F1 on the pairs learned from, and cross-validated: each pair,
                       // and each council, judged by trees that have not seen it
};

// `protocols` are those of the gold standard, in any order.
Learned learn(std::span<const passes::Protocol> protocols, const syntax::Register* registers,
              const Gold& gold, const Training& training = {});

}  // namespace concord::compare
