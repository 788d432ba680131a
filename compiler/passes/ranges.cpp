#include "passes/ranges.h"

#include <algorithm>
#include <iterator>

namespace concord::passes {

void Ranges::add(Range range) {
  if (range.begin >= range.end) return;
  auto next = ends_.upper_bound(range.begin);
  if (next != ends_.begin() && std::prev(next)->second >= range.begin) --next;
  while (next != ends_.end() && next->first <= range.end) {
    range.begin = std::min(range.begin, next->first);
    range.end = std::max(range.end, next->second);
    next = ends_.erase(next);
  }
  ends_.emplace(range.begin, range.end);
}

bool Ranges::overlaps(Range range) const {
  const auto next = ends_.lower_bound(range.end);
  return next != ends_.begin() && std::prev(next)->second > range.begin;
}

}  // namespace concord::passes
