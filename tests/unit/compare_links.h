// What a comparison links.
#pragma once

#include <algorithm>

#include "compare/comparison.h"

namespace concord::test {

inline bool linked(const compare::Comparison& comparison, compare::ClauseRef a,
                   compare::ClauseRef b) {
  return std::ranges::any_of(comparison.links(a.protocol, b.protocol),
                             [&](const auto& link) { return link.a == a && link.b == b; });
}

}  // namespace concord::test
