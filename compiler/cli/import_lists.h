// The words by which `concord import` tells what stands in a document.
#pragma once

#include <filesystem>

#include "syntax/import_lists.h"

namespace concord::cli {

// Those of import.yaml in the folder of registers, which Concord's own complete: the folder that is
// given, else `register` in the folder of the sources, else Concord's own. Shows the faults of a
// user's file on standard error, and reads past them. Throws UsageError where the folder that is
// given is not there.
syntax::ImportLists read_import_lists(const std::filesystem::path& registers,
                                      const std::filesystem::path& sources);

}  // namespace concord::cli
