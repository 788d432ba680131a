// The YAML between the two lines "---" at the head of a source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "source/source_map.h"
#include "syntax/mapped_text.h"
#include "syntax/metadata.h"
#include "syntax/reporter.h"

namespace concord::syntax {

struct FrontMatter {
  Metadata metadata;
  bool present = false;
  bool readable = true;          // false where what was there could not be read at all
  std::uint32_t body_begin = 0;  // where the Markdown begins in the cleaned text
};

// Reports FMT codes and keeps what it understands. `file_name` gives the id where there is none.
FrontMatter read_front_matter(const MappedText& text, source::FileId file,
                              std::string_view file_name, Reporter& reporter);

// Where the lines of the front matter stand in a source, and where its body begins.
struct FrontMatterPlace {
  bool present = false;  // and closed
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t body = 0;
};
FrontMatterPlace front_matter_place(std::string_view source);

// The words in small letters, digits and single hyphens between these, as identifiers are written;
// empty where they have no letter or digit of ASCII.
std::string as_identifier(std::string_view words);

// The metadata as front matter, both lines of hyphens included.
std::string to_markdown(const Metadata& metadata);

}  // namespace concord::syntax
