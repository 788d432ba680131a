// Where councils differ in effect, provision by provision.
#pragma once

#include <cstdint>
#include <span>

#include "view/compared.h"

namespace concord::view {

// One entry a provision and kind: what every council says of those that differ. Certain ones first,
// then the gravest kinds, then in the order of the matrix.
Differences differences_by_provision(const Compared& texts);

// The same of one council and each of those it is compared with; what it says comes first.
Differences differences_by_provision(const Compared& texts, std::uint32_t which,
                                     std::span<const std::uint32_t> peers);

}  // namespace concord::view
