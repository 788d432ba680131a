// What an author probably did wrong where a YAML parser gives up. The parser's own words ("mapping
// values are not allowed in this context") are of its grammar, and stand where it noticed, which is
// often lines after the slip.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord::syntax {

struct YamlSlip {
  std::uint32_t at = 0;  // byte of the text
  std::string message;   // what is wrong, and what to write instead
};

// The likeliest slip in a text that the parser gave up at byte `problem`; nothing where none of the
// usual ones is seen.
std::optional<YamlSlip> find_slip(std::string_view text, std::uint32_t problem);

}  // namespace concord::syntax
