// The words of pages and PDFs around a protocol's own ("Contents", "Page"): one template file has
// them by language and name, the same names in each language. Every page speaks the language of its
// text, and English where that is none of them.
//
//   {"en": {"contents": "Contents", …}, "cy": {"contents": "Cynnwys", …}}
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "render/render.h"

namespace concord::render {

// Its path below templates/.
inline constexpr std::string_view words_file = "words.json";

using WordsByName = std::map<std::string, std::string, std::less<>>;

class Words {
 public:
  // Without the file, no language has a word.
  explicit Words(const Templates& templates);

  // "cy-GB" speaks the words of "cy".
  const WordsByName& in(std::string_view language) const;

 private:
  std::map<std::string, WordsByName, std::less<>> by_language_;
};

}  // namespace concord::render
