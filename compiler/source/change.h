// Several files changed as one step.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace concord::source {

struct FileChange {
  std::filesystem::path path;
  std::optional<std::string> bytes;  // absent: the file goes
};

// Makes all of the changes, in their order, or none. The new texts are first all written beside
// their places, so that a full disk or a folder that may not be written is noticed before anything
// changes; then each takes its place with one rename. Where one cannot, those before it are taken
// back. What a symbolic link leads to is changed, and the link stays; a link that is to go, goes.
// Whoever ends the program between two of them finds each file whole, old or new.
//
// Throws std::system_error, with every file as it was, where a change cannot be made.
void change_files(const std::vector<FileChange>& changes);

}  // namespace concord::source
