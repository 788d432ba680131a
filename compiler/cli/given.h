// Where a command leaves what it made, and in which format.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace concord::cli {

// The format asked for, else what the file's name says, else text. Throws UsageError where the name
// says none of them, and where a PDF or a Word file would go to a terminal.
std::string given_format(const std::string& asked, const std::filesystem::path& file,
                         const std::vector<std::string>& formats);

// To the file, or to standard output where there is none.
void give(const std::filesystem::path& file, std::string_view bytes);

}  // namespace concord::cli
