#include "source/change.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

#include "source/files.h"

namespace concord::source {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(int error, const fs::path& path) {
  throw std::system_error(error, std::generic_category(),
                          fmt::format("cannot write \"{}\"", path.string()));
}

// Where the text stands: a link is followed, so that it leads to the new text as to the old one. A
// file that goes is the one that is named, a link or not.
fs::path place_of(const FileChange& change) {
  return change.bytes ? fs::weakly_canonical(change.path) : change.path;
}

// One change under way. What it left beside the file is gone when the object is.
class Step {
 public:
  explicit Step(const FileChange& change)
      : bytes_(change.bytes),
        place_(place_of(change)),
        fresh_(place_.string() + ".concord-new"),
        kept_(place_.string() + ".concord-old") {}
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
    if (bytes_) create_file(fresh_, *bytes_);
    if (!fs::exists(place_)) return;
    if (::access(place_.c_str(), W_OK) != 0) fail(errno, place_);
    if (bytes_) fs::permissions(fresh_, fs::status(place_).permissions());
    std::error_code error;
    fs::create_hard_link(place_, kept_, error);
    if (error) fs::copy_file(place_, kept_, error);
    if (error) fail(error.value(), place_);
    existed_ = true;
  }

  void make() {
    const int done = bytes_ ? ::rename(fresh_.c_str(), place_.c_str()) : ::unlink(place_.c_str());
    if (done != 0) fail(errno, place_);
  }

  void take_back() const noexcept {
    std::error_code ignored;
    if (existed_) {
      fs::rename(kept_, place_, ignored);
    } else {
      fs::remove(place_, ignored);
    }
  }

 private:
  const std::optional<std::string>& bytes_;
  const fs::path place_;
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
