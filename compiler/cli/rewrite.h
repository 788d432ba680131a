// Showing what a command would change in a source, and changing it.
#pragma once

#include <filesystem>

#include "cli/pipeline.h"
#include "draft/rewriting.h"
#include "source/change.h"

namespace concord::cli {

// The one protocol of a file. Throws UsageError where it is a folder; nothing where it has errors
// that keep it from being read, which have been shown.
const passes::Protocol* only_protocol(const Corpus& corpus, const std::filesystem::path& file);

// Prints each change with its place, or what stands in the way, and replaces the file, whole or not
// at all and with it those of `along`, unless it is a dry run. Exit::errors where something stands
// in the way.
Exit rewrite(const Corpus& corpus, const passes::Protocol& protocol,
             const draft::Rewriting& rewriting, bool dry_run,
             const std::vector<source::FileChange>& along = {});

}  // namespace concord::cli
