// The container of a Word file: a ZIP archive (ECMA-376, part 2) whose entries all carry the same
// time, so that the same parts are the same bytes on every day and in every time zone.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace concord::render {

// Path within the package ("word/document.xml") and its bytes.
using Part = std::pair<std::string, std::string>;

// The package as bytes, its parts in the order given: readers expect [Content_Types].xml first.
// Throws std::runtime_error where it cannot be written.
std::string package(const std::vector<Part>& parts);

}  // namespace concord::render
