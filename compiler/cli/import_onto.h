// `concord import edited.docx --onto SOURCE.md`.
#pragma once

#include <filesystem>

#include "cli/app.h"
#include "intake/blocks.h"

namespace concord::cli {

struct Onto {
  std::filesystem::path document;
  std::filesystem::path source;
  intake::Changes changes = intake::Changes::accept;  // what becomes of tracked ones
  std::filesystem::path registers = {};               // empty: found as pipeline.h says
  bool dry_run = false;
};

// Takes the edits into the source, prints the redline of them and what had no place. The source is
// replaced whole or not at all. Exit::errors where something had no place, or nothing was taken in.
Exit import_onto(const Onto& onto);

}  // namespace concord::cli
