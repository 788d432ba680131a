// What an adoption pack holds, for whoever checks it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/render.h"
#include "syntax/metadata.h"
#include "view/paper.h"

namespace concord::render {

// A text that the pack was made of.
struct ManifestSource {
  std::string role;    // "proposed", "current", "other": another council's
  std::string name;    // of its file, without folders
  std::string sha256;  // of its bytes
  const syntax::Metadata* metadata = nullptr;
};

struct Manifest {
  std::string program;  // its version
  std::vector<ManifestSource> sources;
  std::vector<view::PaperGap> gaps;
  std::size_t errors = 0;  // that the checks found
};

// manifest.json of a pack of these files: of each the SHA-256 and the size in bytes.
// templates/schema/README.md says what each key means.
std::string manifest_json(const Manifest& manifest, const Files& files);

}  // namespace concord::render
