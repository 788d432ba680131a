// SHA-256 (FIPS 180-4): by which anybody can tell that a file is the one that was published.
#pragma once

#include <string>
#include <string_view>

namespace concord::source {

// 64 hexadecimal digits, in small letters.
std::string sha256(std::string_view bytes);

}  // namespace concord::source
