#include "source/change.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <system_error>

#include "source/files.h"

namespace concord::source {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(int error, const fs::path& path) {
  throw std::system_error(error, std::generic_category(),
                          fmt::format("cannot write \"{}\"", path.string()));
}

// One change under way. What it left beside the file is gone when the object is.
class Step {
 public:
  explicit Step(const FileChange& change)
      : change_(change),
        fresh_(change.path.string() + ".concord-new"),
        kept_(change.path.string() + ".concord-old") {}
  ~Step() {
    std::error_code ignored;  // what cannot be removed now is removed by the next run
    fs::remove(fresh_, ignored);
    fs::remove(kept_, ignored);
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

  // Writes the new text, and keeps the old one under a second name.
  void prepare() {
    std::error_code ignored;
    fs::remove(fresh_, ignored);
    fs::remove(kept_, ignored);
    if (change_.bytes) create_file(fresh_, *change_.bytes);
    if (!fs::exists(change_.path)) return;
    if (::access(change_.path.c_str(), W_OK) != 0) fail(errno, change_.path);
    if (change_.bytes) fs::permissions(fresh_, fs::status(change_.path).permissions());
    std::error_code error;
    fs::create_hard_link(change_.path, kept_, error);
    if (error) fs::copy_file(change_.path, kept_, error);
    if (error) fail(error.value(), change_.path);
    existed_ = true;
  }

  void make() {
    const int done = change_.bytes ? ::rename(fresh_.c_str(), change_.path.c_str())
                                   : ::unlink(change_.path.c_str());
    if (done != 0) fail(errno, change_.path);
  }

  void take_back() const noexcept {
    std::error_code ignored;
    if (existed_) {
      fs::rename(kept_, change_.path, ignored);
    } else {
      fs::remove(change_.path, ignored);
    }
  }

 private:
  const FileChange& change_;
  const fs::path fresh_;
  const fs::path kept_;
  bool existed_ = false;
};

// Folders that were made for the changes and hold nothing.
void remove_empty(const std::vector<fs::path>& folders) {
  std::error_code ignored;
  for (const fs::path& folder : folders) fs::remove(folder, ignored);
}

}  // namespace

void change_files(const std::vector<FileChange>& changes) {
  std::vector<fs::path> made;
  for (const FileChange& each : changes)
    if (const fs::path folder = each.path.parent_path(); !folder.empty() && !fs::exists(folder))
      made.push_back(folder);
  try {
    std::vector<std::unique_ptr<Step>> steps;
    for (const FileChange& each : changes) {
      steps.push_back(std::make_unique<Step>(each));
      steps.back()->prepare();
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
      try {
        steps[i]->make();
      } catch (...) {
        while (i-- > 0) steps[i]->take_back();
        throw;
      }
    }
  } catch (...) {
    remove_empty(made);
    throw;
  }
}

}  // namespace concord::source
