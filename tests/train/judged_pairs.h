// What the gold standard says of the candidate pairs of two councils.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "compare/evaluate.h"
#include "compare/match/features.h"

namespace concord::training {

enum class Verdict : std::uint8_t { unlinked, optional_, required };

struct JudgedCandidate {
  compare::FeatureVector features{};
  Verdict verdict = Verdict::unlinked;
  std::string strength;  // of a required link
  bool near_miss = false;
  // Where both probably state one provision: their likeness to known statements of it, else 0.
  double by_provision = 0;
};

// Two councils of the gold standard with every candidate that is judged between them.
struct JudgedPair {
  std::string name;                // "leeds / york"
  std::set<std::string> councils;  // the two
  std::vector<JudgedCandidate> candidates;
  // Required links by strength, also those that no candidate reaches.
  std::map<std::string, std::uint32_t> required;
  std::uint32_t near_misses = 0;
};

using Ids = std::set<std::string>;

bool touches(const JudgedPair& pair, const Ids& councils);

// The pairs of councils that the gold standard links and `protocols` has. What is given is
// borrowed.
class Judgements {
 public:
  Judgements(std::span<const passes::Protocol> protocols, const syntax::Register& registers,
             const compare::Gold& gold, compare::Background background)
      : protocols_(protocols),
        registers_(&registers),
        gold_(&gold),
        background_(std::move(background)) {}

  // By name, as they look where the register has no wording of these councils. Made once.
  const std::vector<JudgedPair>& where_unknown(const Ids& councils);
  // The same where the register has no provisions at all.
  const std::vector<JudgedPair>& where_nothing_known();

 private:
  std::span<const passes::Protocol> protocols_;
  const syntax::Register* registers_;
  const compare::Gold* gold_;
  compare::Background background_;
  std::map<Ids, std::vector<JudgedPair>> made_;
  std::vector<JudgedPair> nothing_known_;
};

}  // namespace concord::training
