// How the data files are laid out: JSON with one record a line, so that a corpus can be read,
// searched with grep and compared with diff, and yet stays small.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace concord::view {

// The document as text, its last line without a line break. Objects and arrays less than `broken`
// levels deep have one member a line, indented; deeper ones stand on one line. `depth` is the level
// at which the document itself stands in a larger text. Bytes that are not UTF-8 become U+FFFD.
std::string data_text(const nlohmann::ordered_json& document, int broken, int depth = 0);

}  // namespace concord::view
