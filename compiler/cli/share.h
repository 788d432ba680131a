// Where the program's own files are: the templates, the shared registers, the starter protocol.
#pragma once

#include <filesystem>
#include <optional>

#include "render/render.h"

namespace concord::cli {

// The folder with templates/ and register/ that belongs to the running program: share/concord
// beside an installed one, the source tree around one that was just built. Throws UsageError where
// there is none.
//
// It is looked for from the program's own place upwards. A path compiled in was the tempting
// alternative: it would tie the program to one machine and break where a package is unpacked
// somewhere else.
struct Share {
  std::filesystem::path templates;
  std::filesystem::path registers;
};
Share find_share();
std::optional<Share> find_share_if_present();

// Every regular file below the folder, by its path there, and the typeface as assets/fonts/*.woff2.
// Of node_modules nothing else is read.
render::Templates read_templates(const std::filesystem::path& folder);

}  // namespace concord::cli
