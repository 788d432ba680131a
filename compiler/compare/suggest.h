// Provisions that the register lacks: what two councils or more state and no entry of it says.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "compare/comparison.h"
#include "syntax/provisions.h"

namespace concord::compare {

// The provision of the register that comes nearest to a suggested one.
struct NearestProvision {
  std::uint32_t provision = 0;  // index in the register
  double likeness = 0;          // 0 to 1: of a clause's sentence and a known wording
};

struct SuggestedProvision {
  // As the register would have it: the id and the title are made of the clauses' words, the
  // question is left to a person, and the clauses that state it stand in `says`.
  syntax::Provision provision;
  std::optional<NearestProvision> nearest;
};

// By topic in the register's order, then by place. A sentence that stands in a provision of the
// register too is none of a suggested one.
// The comparison is that of the protocols, by the registers.
std::vector<SuggestedProvision> suggest_provisions(const Comparison& comparison,
                                                   std::span<const passes::Protocol> protocols,
                                                   const syntax::Register& registers);

}  // namespace concord::compare
