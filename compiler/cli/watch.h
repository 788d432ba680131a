// Waiting until the sources change: `build --watch` and `serve`.
#pragma once

#include <string>

#include "cli/options.h"
#include "source/snapshot.h"

namespace concord::cli {

class Watch {
 public:
  // Looks at once, so that what changes from now on is a change, during a build too. Throws
  // UsageError where the reading names a version that there is not.
  explicit Watch(const Reading& reading);

  // With its paths as they were found: the versions that it named stay the files that they were.
  const Reading& reading() const { return reading_; }

  // Waits until something is otherwise than at the last look and then stays as it is for a moment:
  // an editor that saves several files, or one in steps, makes one change.
  source::SnapshotChanges wait();

 private:
  Reading reading_;
  source::Snapshot seen_;
};

// "york.md changed, leeds.md is new, ware.md is gone", with at most ten names.
std::string words_of(const source::SnapshotChanges& changes);

}  // namespace concord::cli
