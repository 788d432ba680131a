// Runs one of poppler's tools over a PDF, within bounds of output and time.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "source/process.h"

namespace concord::intake {

// Is shown each line of the output, without its end. What it throws ends the program.
using LineListener = std::function<void(std::string_view line)>;

// Feeds the file to the command, whose last arguments say that it reads standard input. Throws
// Unreadable (IMP004) where the output passes 256 MiB or the program takes longer than `longest`
// in all; how it ended otherwise is for the caller to judge.
source::ProcessEnd run_poppler(const std::vector<std::string>& command, const std::string& bytes,
                               std::chrono::seconds longest, const LineListener& listen);

}  // namespace concord::intake
