// Short names for long texts, by which a build knows what did not change since the last one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concord::source {

// 32 hexadecimal digits that name these texts in this order: XXH3 of 128 bits (xxhash.com) over
// each text's length and bytes, so that ("ab", "c") and ("a", "bc") differ. It keeps accidents
// apart, not enemies: nothing may depend on nobody being able to make two texts of one digest.
std::string digest(const std::vector<std::string_view>& texts);

}  // namespace concord::source
