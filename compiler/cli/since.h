// What a revision changed for the worse.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "passes/borrowing.h"

namespace concord::cli {

// Adds to the corpus what draft::check_since finds of each text whose version before is among
// `since`: a file, a folder, REV:path of a git repository, or a version's name, which is looked for
// in `places` (versions.h). Takes out the findings that the version before has too, and returns
// their number. What the version before borrowed is looked for in `lenders`. Throws UsageError
// where no text has a version before there.
std::size_t check_since(Corpus& corpus, const std::string& since,
                        const std::vector<std::filesystem::path>& places, const Judging& judging,
                        const passes::Corpus& lenders);

}  // namespace concord::cli
