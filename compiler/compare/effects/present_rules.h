// Whether a council states its rules in the present tense. "Letters are signed by the Clerk" binds
// where all rules are put so, as "must be signed" does; among rules with "must" and "should" it
// reports what is.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>

#include "compare/effects/finding.h"
#include "compare/effects/linked_clauses.h"

namespace concord::compare {

// By protocol of a corpus. May be asked by several threads at once.
class PresentRules {
 public:
  // Both must outlive it and stay where they are.
  PresentRules(const LinkedCorpus& linked, const StatedClauses& clauses)
      : linked_(linked), clauses_(clauses) {}

  // Of a difference in duty between statements of those protocols: what one side's present stands
  // against on the other, as evidence.
  void weigh(std::uint32_t protocol_of_a, std::uint32_t protocol_of_b, Finding& finding) const;

 private:
  // Of what the protocol says that persons do, the share that is said in the present: 0 to 1.
  double share(std::uint32_t protocol) const;
  double counted(std::uint32_t protocol) const;

  const LinkedCorpus& linked_;
  const StatedClauses& clauses_;
  mutable std::mutex mutex_;
  mutable std::map<std::uint32_t, double> known_;
};

}  // namespace concord::compare
