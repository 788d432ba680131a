// Where two linked clauses differ in effect: what the comparison found, as people have decided.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/effects/effects.h"

namespace concord::compare {

struct DecidedDifference {
  Difference difference;
  std::string because;  // a person's reason; empty where nobody decided
};

// What two linked clauses of a corpus differ in, as people have decided. May be asked by several
// threads at once.
class DecidedDifferences {
 public:
  // The corpus must outlive it and stay where it is.
  explicit DecidedDifferences(const LinkedCorpus& linked) : linked_(linked), effects_(linked) {}

  // Of the clauses, as indices in the corpus, those of effects.h, by type: none where the clauses
  // were decided to be the same, and one of the kind that was decided. Its words are the deciding
  // ones where the comparison found that kind too, else the passages that carry the link. `link` is
  // that of their wordings, or null where they share one.
  std::vector<DecidedDifference> between(std::uint32_t a, std::uint32_t b,
                                         const WordingLink* link) const;

 private:
  const LinkedCorpus& linked_;
  Effects effects_;
};

}  // namespace concord::compare
