// Why two clauses are linked, or are not: `concord explain-link A B`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compare/comparison.h"

namespace concord::compare {

// One feature for or against, as the scorer saw it.
struct Reason {
  std::string feature;  // in words: "best passages: likeness"
  double value = 0;     // the feature's value
  double weight = 0;    // what it added to (or took from) the score, in log odds
};

struct Explanation {
  std::optional<Link> link;        // absent where the comparison found none
  std::optional<Decided> decided;  // what a person has said of the two
  std::string verdict;             // one sentence for people
  std::string a_passage;           // the best pair of passages, as printed
  std::string b_passage;
  std::vector<std::string>
      shared_words;             // the words and meanings that both have, the weightiest first
  std::vector<Reason> reasons;  // the weightiest first
  std::vector<Divergence> divergences;
};

// Compares anew and explains the two clauses, which may be of one or of two protocols.
Explanation explain(std::span<const passes::Protocol> protocols, const Options& options,
                    ClauseRef a, ClauseRef b);

}  // namespace concord::compare
