// Tells a file's kind by its bytes, and reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/blocks.h"

namespace concord::intake {

// "Word file", "PDF", "web page", "text".
std::string_view name_of(Format format);

// What the bytes are; nothing for a picture, an archive, a program. Plain text is what is nothing
// else and has no byte 0; called ".html" or ".htm", it is a page. `ending` in small letters.
std::optional<Format> format_of(std::string_view bytes, std::string_view ending = {});

// Why a document that format_of does not know cannot be read, and what to do: an old Word file,
// another office document, rich text. IMP001.
Refusal refusal_of(std::string_view bytes);

// Reads the file by its kind.
Outcome read(const std::string& bytes, Changes changes, const ImportLists& lists,
             std::string_view ending = {});

// "page 3", "paragraph 14", "line 506"; empty for the whole of a file.
std::string in_words(const Place& place);

}  // namespace concord::intake
