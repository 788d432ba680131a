// What the gold standard says of the candidate pairs of two councils.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "compare/evaluate.h"
#include "compare/match/features.h"

namespace concord::training {

enum class Verdict : std::uint8_t { unlinked, optional_, required };

// Two councils of the gold standard with every candidate that is judged between them.
struct JudgedPair {
  std::string name;                // "leeds / york"
  std::set<std::string> councils;  // the two
  std::vector<compare::FeatureVector> features;
  std::vector<Verdict> verdicts;  // of the same candidates
  std::uint32_t required = 0;     // required links, also those that no candidate reaches
};

// The pairs of councils that the gold standard links and `protocols` has, by name.
std::vector<JudgedPair> judge(std::span<const passes::Protocol> protocols,
                              const syntax::Register& registers, const compare::Gold& gold);

}  // namespace concord::training
