#include <stdlib.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "source/snapshot.h"

namespace {

namespace fs = std::filesystem;
using concord::source::changes;
using concord::source::Snapshot;
using concord::source::snapshot;
using concord::source::SnapshotChanges;
using Paths = std::vector<fs::path>;

struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "concord-snapshot-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name) << text;
    return path / name;
  }

  fs::path path;
};

TEST_CASE("a snapshot tells what was changed, added and removed") {
  const Folder folder;
  const Paths files = {folder.write("a.md", "one"), folder.write("b.md", "two"),
                       folder.path / "c.md"};
  const Snapshot before = snapshot(files);
  CHECK(changes(before, snapshot(files)).none());

  folder.write("a.md", "another");
  fs::remove(files[1]);
  folder.write("c.md", "three");
  const SnapshotChanges found = changes(before, snapshot(files));
  CHECK(found.changed == Paths{files[0]});
  CHECK(found.removed == Paths{files[1]});
  CHECK(found.added == Paths{files[2]});
}

TEST_CASE("a snapshot sees a file replaced by another of the same size and time") {
  const Folder folder;
  const Paths files = {folder.write("a.md", "must")};
  const auto time = fs::last_write_time(files[0]);
  const Snapshot before = snapshot(files);
  const fs::path other = folder.write("a.md.new", "need");
  fs::last_write_time(other, time);
  fs::rename(other, files[0]);
  CHECK(changes(before, snapshot(files)).changed == files);
}

TEST_CASE("a snapshot follows symbolic links, and a link to nothing is no file") {
  const Folder folder;
  const fs::path text = folder.write("text.md", "one");
  const Paths links = {folder.path / "link.md", folder.path / "broken.md"};
  fs::create_symlink(text, links[0]);
  fs::create_symlink(folder.path / "nothing.md", links[1]);
  const Snapshot before = snapshot(links);
  CHECK(before.size() == 1);
  folder.write("text.md", "another");
  CHECK(changes(before, snapshot(links)).changed == Paths{links[0]});
}

}  // namespace
