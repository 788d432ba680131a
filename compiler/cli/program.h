// Which program this is.
#pragma once

#include <string_view>

namespace concord::cli {

// A digest of the compiler's own source text: what one program made, another may not take for its
// own work. Of the source and not of the program's bytes, which differ from machine to machine.
std::string_view program_digest();

}  // namespace concord::cli
