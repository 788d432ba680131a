// How probably a statement states each provision of the register, by its words alone: naive Bayes
// over words (McCallum and Nigam, "A comparison of event models for naive Bayes text
// classification", 1998), taught by the known statements whenever a register is loaded.
//
// Likeness asks for the words of one known statement; here the words of all statements of a
// provision count together, each statement for as much as any other. A logistic regression put no
// more held-out statements to their provision, takes seconds to teach, and would have to be
// shipped as a table that knows nothing of a user's own register.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/match/corpus.h"

namespace concord::compare {

class ProvisionClassifier {
 public:
  // `known`: by provision; not needed afterwards. `terms`: how many the corpus has.
  ProvisionClassifier(std::span<const KnownStatement> known, std::size_t terms);

  // By provision, 0 to 1; together with that of no known provision they make 1. Empty where
  // nothing is known.
  std::vector<float> probabilities(const Segment& segment) const;

 private:
  // What a term adds to the log odds of a provision over the language of all of them.
  struct Evidence {
    std::uint32_t provision = 0;
    double value = 0;
  };

  std::vector<std::vector<Evidence>> evidence_;  // by term: by provision
  std::vector<double> absence_;  // by provision: what a term that it lacks adds, below 0
  double known_provisions_ = 0;
};

}  // namespace concord::compare
