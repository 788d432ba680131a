// Where councils differ in effect, provision by provision.
#pragma once

#include <vector>

#include "view/compared.h"

namespace concord::view {

// One entry a provision and kind: what every council says of those that differ. Certain ones first,
// then the gravest kinds, then in the order of the matrix.
std::vector<Difference> differences_by_provision(const Compared& texts);

}  // namespace concord::view
