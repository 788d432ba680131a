// Writes words and their marks as Markdown that reads back as the same.
#pragma once

#include <span>
#include <string>

#include "syntax/document.h"

namespace concord::syntax {

enum class ProsePlace : std::uint8_t { block, heading, cell };

struct ProseSetting {
  ProsePlace place = ProsePlace::block;
  bool unnumbered = false;  // the block has no number: what could be read as one is escaped
};

// A hard line break becomes a backslash and a line feed, the next line not indented. The notes
// stand where they stood among the words.
std::string to_markdown(const Prose& prose, ProseSetting setting,
                        std::span<const DraftingNote> notes = {});

}  // namespace concord::syntax
