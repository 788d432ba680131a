#include "draft/increasing.h"

#include <algorithm>

namespace concord::draft {

std::vector<std::size_t> longest_increasing(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> ends;  // by length less one: where the lowest such run ends
  std::vector<std::size_t> previous(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at =
        std::ranges::lower_bound(ends, values[i], {}, [&](std::size_t end) { return values[end]; });
    if (at != ends.begin()) previous[i] = *std::prev(at);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<std::size_t> places(ends.size());
  for (std::size_t length = ends.size(), i = 0; length > 0; --length) {
    i = length == ends.size() ? ends.back() : previous[i];
    places[length - 1] = i;
  }
  return places;
}

}  // namespace concord::draft
