// Provisions: passages of many councils that state one thing, gathered from links of two.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/content.h"

namespace concord::compare {

// A passage of a wording.
struct PassageRef {
  std::uint32_t wording = 0;
  std::uint32_t segment = 0;

  friend auto operator<=>(const PassageRef&, const PassageRef&) = default;
};

// Passages that the links carry, gathered: each list sorted, the lists sorted, every passage in
// exactly one. A list of one is a passage whose links are all too weak to hold.
std::vector<std::vector<PassageRef>> provisions(std::span<const WordingLink> links);

}  // namespace concord::compare
