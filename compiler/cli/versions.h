// Versions of a protocol as a command line names them.
#pragma once

#include <string>

#include "cli/pipeline.h"

namespace concord::cli {

// One version, compiled. Its protocol is the corpus's only one.
struct Version {
  std::string name;  // as it was asked for
  Corpus corpus;

  const passes::Protocol& protocol() const { return corpus.protocols.front(); }
};

// The version that `name` names: a file, or REV:path of a git repository ("HEAD~3:york.md"). With
// `reading` it says how to read (registers, day); its paths do not count. Throws UsageError where
// there is no such version, or no protocol in it.
Version read_version(Reading reading, const std::string& name);

// Throws UsageError where the two are of different protocols, which no revision turns into one
// another.
void require_one_protocol(const Version& before, const Version& after);

}  // namespace concord::cli
