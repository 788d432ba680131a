#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "draft/increasing.h"

using concord::draft::longest_increasing;
using Places = std::vector<std::size_t>;

TEST_CASE("a longest run that ascends is found") {
  CHECK(longest_increasing({}).empty());
  CHECK(longest_increasing({7}) == Places{0});
  CHECK(longest_increasing({0, 1, 2}) == Places{0, 1, 2});
  CHECK(longest_increasing({2, 1, 0}) == Places{2});
  CHECK(longest_increasing({3, 0, 1, 2}) == Places{1, 2, 3});
  CHECK(longest_increasing({0, 8, 4, 12, 2, 10, 6, 14}) == Places{0, 4, 6, 7});
  CHECK(longest_increasing({5, 5}).size() == 1);
}
