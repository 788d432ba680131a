// The matching of two protocols up to scored pairs: what linking, explaining and training have in
// common.
#pragma once

#include <span>
#include <vector>

#include "compare/match/features.h"

namespace concord::compare {

// All that the protocols' texts say by themselves, before any two are compared.
struct ReadProtocols {
  Lexicon lexicon;
  Corpus corpus;
  StatedProvisions stated;
};

// What may link two protocols. Depends on their texts and on the registers, and on nothing else.
struct Candidates {
  LikenessTable table;
  std::vector<CandidatePair> pairs;  // scored by trained_model(); by a, then b
};

// Runs on the calling thread's task arena. `registers` may be null, and so may `known`, which
// StatedProvisions asks.
ReadProtocols read_protocols(std::span<const passes::Protocol> protocols,
                             const syntax::Register* registers,
                             const Background& background = shipped_background(),
                             source::Remembered<std::vector<StatedProvision>>* known = nullptr);

// Those of two different protocols. What was read is borrowed.
Candidates find_candidates(const ReadProtocols& read, const ProtocolSegments& a,
                           const ProtocolSegments& b, Reach reach = Reach::likely);
Candidates find_candidates(const ReadProtocols& read, std::uint32_t a, std::uint32_t b,
                           Reach reach = Reach::likely);

}  // namespace concord::compare
