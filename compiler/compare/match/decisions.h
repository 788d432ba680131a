// What people have decided about two clauses, brought to the wordings that the comparison works on.
//
// A person decides about words in their setting. So clauses of one council that have one wording
// share a decision; other councils' never do, for each council's wordings are its own.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/match/links.h"

namespace concord::compare {

// A decision about two wordings, a < b.
struct DecidedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Decided decided;
};

class Decisions {
 public:
  Decisions() = default;
  // Those of the registers that are about clauses of the corpus; of several about the same two, the
  // first. Whether their words still stand is for passes::check_decisions to say. `registers` may
  // be null.
  Decisions(std::span<const passes::Protocol> protocols, const syntax::Register* registers,
            const Corpus& corpus);

  std::span<const DecidedPair> all() const { return pairs_; }  // by a, then b
  // The decision about the two wordings, in either order, or null.
  const Decided* of(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<DecidedPair> pairs_;
};

// The links of two protocols as people have decided: without those that were refused, with those
// that were missed.
std::vector<WordingLink> obey(const Decisions& decisions, std::vector<WordingLink> links,
                              const Corpus& corpus, CouncilPair protocols);

}  // namespace concord::compare
