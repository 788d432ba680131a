#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <system_error>

#include "source/change.h"
#include "source/files.h"

using namespace concord;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path;
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "concord-change-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
    source::create_file(path / "a.md", "old a");
    source::create_file(path / "b.md", "old b");
  }
  ~Folder() { fs::remove_all(path); }

  std::string text(const char* name) const { return source::read_if_present(path / name); }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::recursive_directory_iterator(path), fs::recursive_directory_iterator()));
  }
};

}  // namespace

TEST_CASE("files are written, replaced and removed as one step") {
  const Folder folder;
  source::change_files({{folder.path / "earlier/a.md", "old a"},
                        {folder.path / "a.md", "new a"},
                        {folder.path / "b.md", std::nullopt}});
  CHECK(folder.text("earlier/a.md") == "old a");
  CHECK(folder.text("a.md") == "new a");
  CHECK(folder.files() == 3);  // with the folder earlier
}

TEST_CASE("a change that cannot be made takes back those before it") {
  const Folder folder;
  fs::create_directories(folder.path / "c.md/d");
  CHECK_THROWS_AS(source::change_files({{folder.path / "earlier/a.md", "old a"},
                                        {folder.path / "a.md", "new a"},
                                        {folder.path / "b.md", std::nullopt},
                                        {folder.path / "c.md", "new c"}}),
                  std::system_error);
  CHECK(folder.text("a.md") == "old a");
  CHECK(folder.text("b.md") == "old b");
  CHECK(folder.files() == 4);  // a.md, b.md, c.md and c.md/d
}

TEST_CASE("what a link leads to is changed, and the link stays") {
  const Folder folder;
  fs::create_directories(folder.path / "elsewhere");
  fs::rename(folder.path / "a.md", folder.path / "elsewhere/a.md");
  fs::create_symlink("elsewhere/a.md", folder.path / "a.md");
  source::change_files({{folder.path / "a.md", "new a"}, {folder.path / "b.md", "new b"}});
  CHECK(fs::is_symlink(folder.path / "a.md"));
  CHECK(folder.text("elsewhere/a.md") == "new a");
  CHECK(folder.text("b.md") == "new b");
  CHECK(folder.files() == 4);  // with the folder elsewhere
}

TEST_CASE("what a link leads to has its old bytes again where a later change fails") {
  const Folder folder;
  fs::create_directories(folder.path / "c.md/d");
  fs::rename(folder.path / "a.md", folder.path / "real.md");
  fs::create_symlink("real.md", folder.path / "a.md");
  CHECK_THROWS_AS(
      source::change_files({{folder.path / "a.md", "new a"}, {folder.path / "c.md", "new c"}}),
      std::system_error);
  CHECK(fs::is_symlink(folder.path / "a.md"));
  CHECK(folder.text("real.md") == "old a");
}
