// Why two clauses are linked, or are not: `concord explain-link A B`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/grounds.h"

namespace concord::compare {

// One feature for or against, as the scorer saw it.
struct Reason {
  std::string feature;  // in words: "best passages: likeness"
  double value = 0;     // the feature's value
  double weight = 0;    // what it added to (or took from) the score, in log odds
};

// A clause of the other's council that comes nearer to one of the two than the two to each other.
struct Rival {
  ClauseRef of;  // the one of the two
  ClauseRef clause;
  bool linked = false;  // the two of this rivalry are linked
};

struct Explanation {
  std::optional<Link> link;        // absent where the comparison found none
  std::optional<Decided> decided;  // what a person has said of the two
  double score = -1;               // of the pair, 0 to 1; -1 where no passages of the two are alike
  double least_score = 0;          // of a link that is found by the score
  double least_by_provision = 0;   // of one that is found by the provision that both state
  std::string a_passage;           // the best pair of passages, as printed
  std::string b_passage;
  std::vector<std::string>
      shared_words;  // the words and meanings that both have, the weightiest first
  // Words that tell much and that the passage of the other does not have, the weightiest first.
  std::vector<std::string> a_only;
  std::vector<std::string> b_only;
  std::vector<Rival> rivals;    // those of a, then of b, the nearest first; at most three of each
  Grounds grounds;              // as the scorer saw them
  std::vector<Reason> reasons;  // the weightiest first
  std::vector<Divergence> divergences;
};

// Compares anew and explains the two clauses, which may be of one or of two protocols.
Explanation explain(std::span<const passes::Protocol> protocols, const Options& options,
                    ClauseRef a, ClauseRef b);

}  // namespace concord::compare
