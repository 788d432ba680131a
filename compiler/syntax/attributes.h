// The trailing {#id .class key=value} of a block, read before Markdown is: its values may hold any
// character, and Markdown must not see those.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/lines.h"

namespace concord::syntax {

// An attribute block found at the end of a block's text; offsets in the text searched.
struct PlacedAttributes {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Attributes attributes;            // without its span
  std::vector<std::string> faults;  // what was not understood in it, in words for the author
};

// Where the text has what looks like attributes and cannot be read as such.
struct UnreadAttributes {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct FoundAttributes {
  std::vector<PlacedAttributes> placed;  // by begin
  std::vector<UnreadAttributes> unread;  // by begin
};

// Looks at the end of each block: a line that ends with "}" and is followed by a blank line or by a
// line that starts another block. The block may have been wrapped over several lines. `lines` are
// those of the text.
FoundAttributes find_attributes(std::string_view text, const std::vector<Line>& lines);

// True where the braces at the head of the text, up to its end, would be read as attributes.
bool reads_as_attributes(std::string_view text);

// As written in a source: {#id .class key="value"}, or nothing where there are none.
std::string to_markdown(const Attributes& attributes);

}  // namespace concord::syntax
