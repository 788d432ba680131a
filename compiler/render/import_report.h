// What `concord import` found, removed, repaired and doubts, as a file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/recognise.h"

namespace concord::render {

struct ImportedFile {
  std::string file;     // as the user named it
  std::string kind;     // "Word file"; empty where it is none that can be read
  std::string written;  // the source that was made of it; empty where nothing was written
  std::optional<intake::Refusal> refusal;
  intake::Import import;
  std::vector<std::string> errors;  // with which the source does not compile
};

// One object a file, with a list each of what was removed, repaired and is doubtful.
std::string import_json(const std::vector<ImportedFile>& files);

}  // namespace concord::render
