// Publishing: the folder holds exactly the new files, or is as it was.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "source/files.h"
#include "source/publication.h"
#include "source/source_map.h"

namespace fs = std::filesystem;
using concord::source::create_file;
using concord::source::Files;
using concord::source::find_protocols;
using concord::source::Publication;
using concord::source::publish;
using concord::source::Published;
using concord::source::read_if_present;
using concord::source::Write;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "concord-files-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<std::string> paths_below(const fs::path& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_directory()) {
      paths.push_back(entry.path().lexically_relative(folder).generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

ino_t inode(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

}  // namespace

TEST_CASE("a first build makes the folder and lists what it wrote") {
  const Folder root;
  publish(root / "deep/output", {{"index.html", "<p>"}, {"york/index.html", "y"}});
  CHECK(paths_below(root / "deep/output") ==
        std::vector<std::string>{"data/files.txt", "index.html", "york/index.html"});
  CHECK(read_if_present(root / "deep/output/data/files.txt") ==
        "data/files.txt\nindex.html\nyork/index.html\n");
  CHECK(paths_below(root / "").size() == 3);
}

TEST_CASE("a later build replaces, keeps and removes") {
  const Folder root;
  publish(root / "out", {{"a.txt", "same"}, {"b.txt", "old"}, {"gone/c.txt", "c"}});
  const ino_t unchanged = inode(root / "out/a.txt");
  publish(root / "out", {{"a.txt", "same"}, {"b.txt", "new"}});
  CHECK(inode(root / "out/a.txt") == unchanged);
  CHECK(read_if_present(root / "out/b.txt") == "new");
  CHECK_FALSE(fs::exists(root / "out/gone"));
}

TEST_CASE("files go to disk as they are made, and into the folder all at once") {
  const Folder root;
  publish(root / "out", {{"a.txt", "same"}, {"b.txt", "old"}, {"gone/c.txt", "c"}});
  const ino_t unchanged = inode(root / "out/a.txt");
  Publication publication(root / "out");
  publication.stream("a.txt", [](const Write& write) {
    write("sa");
    write("me");
  });
  publication.stream("b.txt", [](const Write& write) { write("new"); });
  publication.place("d/d.txt", [](const std::string& path) { write(path, "d"); });
  CHECK(read_if_present(root / "out/b.txt") == "old");
  const Published published = publication.publish();
  CHECK(read_if_present(root / "out/b.txt") == "new");
  CHECK(read_if_present(root / "out/d/d.txt") == "d");
  CHECK_FALSE(fs::exists(root / "out/gone"));
  CHECK(inode(root / "out/a.txt") == unchanged);
  CHECK(published.changed == std::set<std::string>{"b.txt", "d/d.txt"});
  CHECK(published.added == 1);
  CHECK(published.removed == 1);
  CHECK(published.files == 3);
}

TEST_CASE("what is not published leaves nothing") {
  const Folder root;
  publish(root / "old", {{"a", "1"}});
  for (const char* folder : {"old", "new"}) {
    Publication publication(root / folder);
    publication.add("a", "2");
    publication.stream("b", [](const Write& write) { write("b"); });
    if (folder == std::string("old")) publication.abandon();
  }
  CHECK(paths_below(root / "") == std::vector<std::string>{"old/a", "old/data/files.txt"});
  CHECK(read_if_present(root / "old/a") == "1");
  CHECK_FALSE(fs::exists(root / "new"));
}

TEST_CASE("a library that writes by itself replaces no page of somebody else's") {
  const Folder root;
  write(root / "out/mine", "my own");
  Publication publication(root / "out");
  CHECK_THROWS_AS(publication.place("mine", [](const std::string& path) { write(path, "x"); }),
                  std::system_error);
  CHECK_THROWS_AS(publication.stream("mine", [](const Write& write) { write("x"); }),
                  std::system_error);
  publication.stream("mine", [](const Write& write) { write("my own"); });
  publication.publish();
  CHECK(read_if_present(root / "out/mine") == "my own");
}

TEST_CASE("what others put into the folder stays") {
  const Folder root;
  write(root / "out/.gitignore", "*");
  write(root / "out/york/note.txt", "mine");
  fs::create_symlink("york/note.txt", root / "out/link");
  publish(root / "out", {{"york/index.html", "y"}});
  publish(root / "out", {{"leeds/index.html", "l"}});
  CHECK(paths_below(root / "out") == std::vector<std::string>{".gitignore", "data/files.txt",
                                                              "leeds/index.html", "link",
                                                              "york/note.txt"});
  CHECK(fs::is_symlink(root / "out/link"));
}

TEST_CASE("a page that concord did not write is never replaced") {
  const Folder root;
  write(root / "out/index.html", "my own page");
  CHECK_THROWS_AS(publish(root / "out", {{"index.html", "concord"}}), std::system_error);
  CHECK(read_if_present(root / "out/index.html") == "my own page");
  CHECK(paths_below(root / "").size() == 1);
}

TEST_CASE("leftovers of an interrupted build are removed") {
  const Folder root;
  write(root / ".out.concord-new/half.html", "half");
  write(root / "out/.concord-new/half.html", "half");
  publish(root / "out", {{"a", "1"}});
  CHECK(paths_below(root / "") == std::vector<std::string>{"out/a", "out/data/files.txt"});
}

TEST_CASE("the folder may be a symbolic link") {
  const Folder root;
  fs::create_directories(root / "real");
  fs::create_symlink("real", root / "out");
  publish(root / "out", {{"a", "1"}});
  CHECK(fs::is_symlink(root / "out"));
  CHECK(read_if_present(root / "real/a") == "1");
}

TEST_CASE("the folder in which the caller stands is not swapped away") {
  const Folder root;
  const fs::path before = fs::current_path();
  publish(root / "out", {{"a", "1"}, {"old/b", "2"}});
  const ino_t same_folder = inode(root / "out");
  fs::current_path(root / "out");
  publish(".", {{"a", "3"}, {"new/c", "4"}});
  fs::current_path(before);
  CHECK(inode(root / "out") == same_folder);
  CHECK(paths_below(root / "out") == std::vector<std::string>{"a", "data/files.txt", "new/c"});
  CHECK(read_if_present(root / "out/a") == "3");
}

TEST_CASE("a folder that is a file is an error") {
  const Folder root;
  write(root / "out", "a file");
  CHECK_THROWS_AS(publish(root / "out", {{"a", "1"}}), std::system_error);
  CHECK(read_if_present(root / "out") == "a file");
}

TEST_CASE("a path that leads outside is an error") {
  const Folder root;
  for (const char* path : {"../a", "/a", "x/../../a", ""}) {
    CAPTURE(path);
    CHECK_THROWS_AS(publish(root / "out", {{path, "1"}}), std::system_error);
  }
  CHECK(paths_below(root / "").empty());
}

TEST_CASE("a list of earlier files that leads outside removes nothing there") {
  const Folder root;
  write(root / "precious", "keep");
  write(root / "out/data/files.txt", "../precious\n");
  CHECK_THROWS_AS(publish(root / "out", {{"a", "1"}}), std::system_error);
  CHECK(read_if_present(root / "precious") == "keep");
}

TEST_CASE("a second build at once is refused") {
  const Folder root;
  publish(root / "out", {{"a", "1"}});
  const int held = ::open((root / "out").c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(::flock(held, LOCK_EX) == 0);
  CHECK_THROWS_WITH(publish(root / "out", {{"a", "2"}}), Catch::Contains("another build"));
  CHECK(read_if_present(root / "out/a") == "1");
  ::close(held);
  publish(root / "out", {{"a", "2"}});
  CHECK(read_if_present(root / "out/a") == "2");
}

TEST_CASE("a text is replaced in one step and keeps its permissions") {
  const Folder root;
  write(root / "york.md", "old");
  fs::permissions(root / "york.md", fs::perms(0640));
  concord::source::replace_file(root / "york.md", "new");
  CHECK(read_if_present(root / "york.md") == "new");
  CHECK(fs::status(root / "york.md").permissions() == fs::perms(0640));
  CHECK(paths_below(root / "") == std::vector<std::string>{"york.md"});
  CHECK_THROWS_AS(concord::source::replace_file(root / "none.md", "x"), std::system_error);
}

TEST_CASE("a file is created, never replaced") {
  const Folder root;
  concord::source::create_file(root / "new/york.md", "first");
  CHECK_THROWS_AS(concord::source::create_file(root / "new/york.md", "second"), std::system_error);
  CHECK(read_if_present(root / "new/york.md") == "first");
}

TEST_CASE("registers are the YAML files of one folder, in order") {
  const Folder root;
  for (const char* path : {"b.yaml", "a.yaml", "c.md", "sub/d.yaml"}) write(root / path, "x");
  CHECK(concord::source::find_registers(root / "") ==
        std::vector<fs::path>{root / "a.yaml", root / "b.yaml"});
  CHECK_THROWS_AS(concord::source::find_registers(root / "none"), std::system_error);
}

TEST_CASE("protocols are found in order, hidden and register folders left out") {
  const Folder root;
  for (const char* path :
       {"b.md", "a.md", "sub/c.md", "register/r.md", ".git/x.md", ".d.md", "e.txt"}) {
    write(root / path, "x");
  }
  CHECK(find_protocols(root / "") ==
        std::vector<fs::path>{root / "a.md", root / "b.md", root / "sub/c.md"});
  CHECK(find_protocols(root / "e.txt") == std::vector<fs::path>{root / "e.txt"});
  CHECK_THROWS_AS(find_protocols(root / "none"), std::system_error);
}

TEST_CASE("what a build wrote is no source, wherever it lies") {
  const Folder root;
  create_file(root / "a.md", "a");
  publish(root / "out", {{"a/protocol.md", "a"}});
  publish(root / "sub/site", {{"a/protocol.md", "a"}});
  create_file(root / "sub/site/mine.md", "mine");
  const std::vector<fs::path> sources{root / "a.md", root / "sub/site/mine.md"};
  CHECK(find_protocols(root / "") == sources);
  publish(root / "", {{"b/protocol.md", "b"}});
  CHECK(find_protocols(root / "") == sources);
}

TEST_CASE("a file is written whether it is there or not") {
  const Folder root;
  concord::source::write_file(root / "new/a.txt", "first");
  CHECK(read_if_present(root / "new/a.txt") == "first");
  concord::source::write_file(root / "new/a.txt", "second");
  CHECK(read_if_present(root / "new/a.txt") == "second");
}
