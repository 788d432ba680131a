// Token by token: which tokens of two texts correspond.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compare/match/lexicon.h"

namespace concord::compare {

using Correspondence = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// The corresponding tokens of a and b, in the order of both, as indices. Equal words correspond,
// and different words for one role. Long runs of words are kept together; a lone "the" between two
// changes corresponds to nothing.
Correspondence align(std::span<const Token> a, std::span<const Token> b);

}  // namespace concord::compare
