// The comparison up to scored pairs: what compare(), explain() and learn() have in common.
#pragma once

#include <span>
#include <vector>

#include "compare/comparison.h"
#include "compare/match/corpus.h"
#include "compare/match/likeness.h"
#include "compare/match/representatives.h"
#include "compare/match/signs.h"

namespace concord::compare {

struct Analysis {
  Lexicon lexicon;
  Corpus corpus;
  Representatives representatives;
  LikenessTable table;      // of the representatives
  std::vector<Pair> pairs;  // of representatives, scored; by a, then b
};

// Runs on the calling thread's task arena.
Analysis analyse(std::span<const passes::Protocol> protocols, const syntax::Register* registers);

}  // namespace concord::compare
