// The words of pages and PDFs around a protocol's own ("Contents", "Page"): one template file has
// them by language and name, the same names in each language. Every page speaks the language of its
// text, and English where that is none of them.
//
//   {"en": {"contents": "Contents", …}, "cy": {"contents": "Cynnwys", …}}
#pragma once

#include <string_view>

namespace concord::render {

// Its path below templates/.
inline constexpr std::string_view words_file = "words.json";

}  // namespace concord::render
