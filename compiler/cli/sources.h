// Which files a reading reads: for whoever waits for them to change.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/options.h"

namespace concord::cli {

// The files and folders that are read: protocols/ where none is named, and the file of each version
// that is named ("york@draft"). Throws UsageError where there is no such version.
std::vector<std::filesystem::path> paths_of(const Reading& reading);

// Every file that read() of cli/pipeline.h would read now, sources and registers. What is not there
// yet, or no longer, is left out.
std::vector<std::filesystem::path> files_of(const Reading& reading);

}  // namespace concord::cli
