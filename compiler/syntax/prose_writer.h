// Writes words and their marks as Markdown that reads back as the same.
#pragma once

#include <span>
#include <string>

#include "syntax/document.h"

namespace concord::syntax {

enum class ProsePlace : std::uint8_t { block, heading, cell };

// `unnumbered` is said of the words of a block that has no number: what could be read as one is
// escaped. A hard line break becomes a backslash and a line feed, the next line not indented. The
// notes stand where they stood among the words.
std::string to_markdown(const Prose& prose, ProsePlace place, bool unnumbered,
                        std::span<const DraftingNote> notes);

}  // namespace concord::syntax
