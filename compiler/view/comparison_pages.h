// What the pages of a comparison show: the matrix, the texts of each provision, the pairs of
// councils side by side, what a council lacks, where the effect differs, and the pictures.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "compare/peers.h"
#include "view/compared.h"
#include "view/model.h"

namespace concord::view {

// Makes room in `pages` for all of it and returns what fills it in, part by part: each part has a
// place of its own, so that several may be filled in at once. `texts` and `pages` must outlive
// them.
std::vector<std::function<void()>> comparison_parts(const Compared& texts, ComparisonPages& pages);

// The two side by side, in the order of a's text.
Pair compared_pair(const Compared& texts, std::uint32_t a, std::uint32_t b);

// What its peers have on each clause of protocol number `which`, and which page shows it.
CounterpartsByClause counterparts(const Compared& texts, const compare::Peers& peers,
                                  std::uint32_t which);

}  // namespace concord::view
