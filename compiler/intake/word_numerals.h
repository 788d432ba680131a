// How Word writes the number of a list in each of its formats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord::intake {

// `format` as in w:numFmt ("lowerRoman"): 3 is "iii" there. Letters go on as Word's do: z, aa, bb.
// Empty for "none" and "bullet" and for what the format has no sign for (no letter is 0). Nothing
// for a format that is not known here.
std::optional<std::string> word_numeral(std::uint32_t value, std::string_view format);

// A format of its author's own, by its first example: "001, 002, …" pads with zeros. Nothing for
// another.
std::optional<std::string> custom_numeral(std::uint32_t value, std::string_view examples);

}  // namespace concord::intake
