// After the meeting: the files of a corpus when a draft was adopted.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/app.h"
#include "cli/pipeline.h"
#include "draft/adoption.h"

namespace concord::cli {

struct AdoptionOrder {
  std::string draft;
  std::string since;
  std::vector<std::filesystem::path> places;
  Reading reading;
  Judging judging;
  draft::Resolution resolution;
  std::filesystem::path into;
  bool dry_run = false;
};

// Puts the draft in force in the folder `into`, and the text before it into its folder earlier/:
// all of the files or none. Says what was done; Exit::errors, with every file as it was, where the
// text has errors as an adopted one. Throws UsageError where the texts are not such as can be
// adopted, std::system_error where a file cannot be written.
Exit put_in_force(AdoptionOrder order);

// Throws UsageError unless the one is a draft, the other was adopted on a known day, and both are
// of one protocol; says on standard error where that is taken from their names.
void require_step(const passes::Protocol& before, const std::string& before_name,
                  const passes::Protocol& after, const std::string& after_name);

}  // namespace concord::cli
