// What stands on disk, so far as one can see without reading it: how a program that waits for a
// change of its sources knows of one.
//
// The snapshot is taken again and again. inotify was the tempting alternative: but it watches
// folders one by one and loses files between the making of a folder and the watching of it, says
// nothing on network file systems and shared folders of virtual machines, where councils keep their
// texts, and has to be taught what an editor does that replaces a file by renaming another. A look
// at a thousand files takes about a millisecond.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <vector>

namespace concord::source {

// Two files that differ in it differ; an editor that keeps size and times still writes another
// inode, or changes the status.
struct FileState {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;             // bytes
  std::int64_t modified = 0;         // nanoseconds
  std::int64_t status_modified = 0;  // likewise

  friend bool operator==(const FileState&, const FileState&) = default;
};

using Snapshot = std::map<std::filesystem::path, FileState>;

// The files that are there now; symbolic links are followed. Never throws for what is not there.
Snapshot snapshot(std::span<const std::filesystem::path> files);

struct SnapshotChanges {
  std::vector<std::filesystem::path> changed;  // each sorted
  std::vector<std::filesystem::path> added;
  std::vector<std::filesystem::path> removed;

  bool none() const { return changed.empty() && added.empty() && removed.empty(); }
};

SnapshotChanges changes(const Snapshot& before, const Snapshot& after);

}  // namespace concord::source
