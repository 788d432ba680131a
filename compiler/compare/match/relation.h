// How the words of two linked clauses stand to one another.
#pragma once

#include <cstdint>

#include "compare/match/match.h"

namespace concord::compare {

// The information that two wordings have in common, each share 0 to 1.
struct Overlap {
  double dice = 0;
  double of_a = 0;  // share of a's information found in b
  double of_b = 0;
};
Overlap overlap(const Corpus& corpus, const Wording& a, const Wording& b);

// Of two clauses, as indices in the corpus, read from a to b.
Relation relation(const Corpus& corpus, std::uint32_t a, std::uint32_t b);

// The link of two clauses: `found` is that of their wordings, or null where they share one.
Link link(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b, const WordingLink* found);

}  // namespace concord::compare
