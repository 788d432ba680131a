// Clauses that share few words and still state one provision of the register.
#pragma once

#include <cstdint>
#include <optional>

#include "compare/match/candidates.h"
#include "compare/match/links.h"

namespace concord::compare {

// The provision that two wordings state, with the segments that state it.
struct OneProvision {
  std::uint32_t provision = 0;  // index in the register
  std::uint32_t a_segment = 0;
  std::uint32_t b_segment = 0;
  double likeness = 0;  // to known statements of it, the lower of the two: above 0, less than 1
};

// The provision that both probably state by the words known of it, or none: where neither text says
// it of the other side, and at least one of the two words it as nobody yet does. (Of two known
// statements the likeness to them says more.)
std::optional<OneProvision> one_provision(const ReadProtocols& read, const CandidatePair& pair);

// The register's provision, as an index, by which a link was found that says FoundBy::provision; of
// several that its passages may state, the most probable.
std::optional<std::uint32_t> provision_of(const ReadProtocols& read, const WordingLink& link);

}  // namespace concord::compare
