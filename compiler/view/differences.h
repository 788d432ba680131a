// Where councils differ in effect, provision by provision.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "view/compared.h"

namespace concord::view {

// One entry a provision and kind: what every council says of those that differ. Certain ones first,
// then the gravest kinds, then in the order of the matrix.
std::vector<Difference> differences_by_provision(const Compared& texts);

// The same of one council and each of those it is compared with; what it says comes first.
std::vector<Difference> differences_by_provision(const Compared& texts, std::uint32_t which,
                                                 std::span<const std::uint32_t> peers);

}  // namespace concord::view
