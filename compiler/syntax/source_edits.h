// A source text changed as text, where everything else of it is to stay to the byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/metadata.h"

namespace concord::syntax {

// The source with the entry of a top-level key of its front matter replaced by those whole lines
// (each with its line break), or with them put behind the others where it has none. A source
// without a front matter gets one.
std::string with_entry(std::string_view source, std::string_view key, std::string_view lines);

// The lines with the line breaks of the source, as its first is: "\r\n" or "\n", whatever their
// own.
std::string with_breaks_of(std::string_view source, std::string_view lines);

// The lines of an entry: "status: adopted\n".
std::string status_lines(Status status);
std::string adoption_lines(const Adoption& adopted);
std::string version_lines(const std::vector<Version>& versions);

// The source without the drafting notes of its body, as take_notes() takes them out; where one
// stood between blank lines, one blank line is left.
std::string without_notes(std::string_view source);

}  // namespace concord::syntax
