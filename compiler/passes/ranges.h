// A set of ranges of one text that asks only one thing: is anything there already?
#pragma once

#include <cstdint>
#include <map>

#include "passes/language.h"

namespace concord::passes {

class Ranges {
 public:
  // Ranges that overlap become one.
  void add(Range range);
  bool overlaps(Range range) const;

 private:
  std::map<std::uint32_t, std::uint32_t> ends_;  // by begin; none touches another
};

}  // namespace concord::passes
