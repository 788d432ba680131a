// Work on several things at once.
#pragma once

#include <cstddef>
#include <functional>

namespace concord::cli {

// Runs body(0) to body(count - 1), at most `jobs` of them at once; 0: as many as there are cores.
// What one of them throws is thrown here.
void at_once(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body);

}  // namespace concord::cli
