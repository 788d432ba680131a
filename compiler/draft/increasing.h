// What stayed in order when things moved.
#pragma once

#include <cstddef>
#include <vector>

namespace concord::draft {

// The places in `values`, ascending, of a longest strictly increasing subsequence (Schensted 1961,
// by patience sorting). Of several the one whose values end lowest.
std::vector<std::size_t> longest_increasing(const std::vector<std::size_t>& values);

}  // namespace concord::draft
