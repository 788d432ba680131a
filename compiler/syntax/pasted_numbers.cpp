#include "syntax/pasted_numbers.h"

#include <algorithm>

namespace concord::syntax {

bool is_first(const Number& number) {
  const std::vector<Number> all = readings(number);
  return std::any_of(all.begin(), all.end(), [](const Number& reading) {
    return reading.path.size() == 1 && reading.path[0] == 1 && reading.inserted == 0;
  });
}

bool is_below(const Number& number, const Number& above) {
  const auto& path = above.path;
  return number.style == NumberStyle::decimal && above.style == NumberStyle::decimal &&
         number.path.size() > path.size() &&
         std::equal(path.begin(), path.end(), number.path.begin());
}

bool is_first_below(const Number& number, const Number& above) {
  return is_below(number, above) && number.path.size() == above.path.size() + 1 &&
         number.path.back() == 1;
}

bool Chain::take(const Number& number) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (!follows(number, open_[i])) continue;
    open_.resize(i);
    open_.push_back(number);
    return true;
  }
  if (open_.empty() || !is_first_below(number, open_.back())) return false;
  open_.push_back(number);
  return true;
}

void Chain::begin(const Number& number) {
  if (open_.size() < deepest_chain) open_.push_back(number);
}

}  // namespace concord::syntax
