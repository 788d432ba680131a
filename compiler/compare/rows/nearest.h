// What of a council's text comes nearest to a row in which it has nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "compare/match/match.h"

namespace concord::compare {

class SegmentIndex;

// The clauses of one protocol, to be asked for. The corpus is borrowed.
class NearestClauses {
 public:
  NearestClauses(const LinkedCorpus& linked, std::uint32_t protocol);
  ~NearestClauses();

  // The clause with a passage most like one that states the row's provision; of equals, the first.
  std::optional<Nearest> to(const Row& row) const;

 private:
  const LinkedCorpus& linked_;
  std::vector<const Segment*> segments_;
  std::vector<std::uint32_t> clauses_;  // by segment: index in the corpus
  std::unique_ptr<const SegmentIndex> index_;
};

}  // namespace concord::compare
