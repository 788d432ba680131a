// What XML can hold of a text.
#pragma once

#include <string>
#include <string_view>

namespace concord::render {

// The text with every character that XML 1.0 cannot hold (all but those of its production Char),
// and every byte that is not UTF-8, replaced by U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace concord::render
