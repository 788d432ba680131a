#pragma once

#include <algorithm>

namespace tbb {

template <typename Iterator, typename... Less>
void parallel_sort(Iterator begin, Iterator end, Less... less) {
  std::sort(begin, end, less...);
}

}  // namespace tbb
