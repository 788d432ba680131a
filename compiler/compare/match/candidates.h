// The matching up to scored pairs: what linking, explaining and training have in common.
#pragma once

#include <span>
#include <vector>

#include "compare/match/features.h"
#include "compare/match/representatives.h"

namespace concord::compare {

struct Candidates {
  Lexicon lexicon;
  Corpus corpus;
  Representatives representatives;
  LikenessTable table;               // of the representatives
  StatedProvisions stated;           // by them
  std::vector<CandidatePair> pairs;  // of representatives, scored by trained_model(); by a, then b
};

// Up to this many clauses (some nine protocols) no two protocols share a wording: what is found of
// two of them depends on nothing in the others. The cost grows with the square of the copies.
constexpr std::size_t most_clauses_apart = 1000;

// Runs on the calling thread's task arena. `registers` may be null.
Candidates find_candidates(std::span<const passes::Protocol> protocols,
                           const syntax::Register* registers,
                           const Background& background = shipped_background());

}  // namespace concord::compare
