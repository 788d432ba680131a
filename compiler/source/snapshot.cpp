#include "source/snapshot.h"

#include <sys/stat.h>

namespace concord::source {
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileState state_of(const struct stat& found) {
  return {.device = found.st_dev,
          .inode = found.st_ino,
          .size = found.st_size,
          .modified = nanoseconds(found.st_mtim),
          .status_modified = nanoseconds(found.st_ctim)};
}

}  // namespace

Snapshot snapshot(std::span<const std::filesystem::path> files) {
  Snapshot states;
  for (const std::filesystem::path& file : files) {
    struct stat found {};
    if (::stat(file.c_str(), &found) == 0) states.emplace(file, state_of(found));
  }
  return states;
}

SnapshotChanges changes(const Snapshot& before, const Snapshot& after) {
  SnapshotChanges changes;
  for (const auto& [path, state] : after) {
    const auto known = before.find(path);
    if (known == before.end()) {
      changes.added.push_back(path);
    } else if (known->second != state) {
      changes.changed.push_back(path);
    }
  }
  for (const auto& [path, state] : before)
    if (!after.contains(path)) changes.removed.push_back(path);
  return changes;
}

}  // namespace concord::source
