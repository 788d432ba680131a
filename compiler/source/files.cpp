// Publishing a folder whole or not at all.
//
// The new tree is written beside the old one and the two change places with one system call,
// renameat2(RENAME_EXCHANGE), so that nobody ever sees half of each. Files that did not change, and
// files that are not ours, are hard links to the old ones: they cost no disk and keep their time
// stamp.
//
// Two renames (old away, new in) were the tempting alternative: between them there is no folder at
// all, and a build killed there leaves none. A symbolic link to the current tree would swap as
// well, but the folder would no longer be a folder, which upload tools and readers of file://
// expect.
//
// Some folders cannot change places: a mount point, one whose parent may not be written, the one in
// which the caller stands. There the new files are first all written to a folder inside, so that a
// full disk is still noticed before anything is touched, and then renamed one by one.
//
// The lock is flock() on the folder itself. It needs no lock file that somebody must clear away,
// and the system drops it when the process ends, however it ends.
#include "source/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace concord::source {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view list_path = "data/files.txt";
constexpr std::string_view staging_name = ".concord-new";

[[noreturn]] void fail(int error, std::string_view what, const fs::path& path) {
  throw std::system_error(error, std::generic_category(),
                          fmt::format("{} \"{}\"", what, path.string()));
}

[[noreturn]] void fail_to_write(int error, const fs::path& path) {
  fail(error, "cannot write", path);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;

  int number() const { return number_; }
  // Some file systems only say when a file is closed that it could not be kept.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

// Removes what was being made, unless it became part of the result.
class Scaffold {
 public:
  explicit Scaffold(fs::path path) : path_(std::move(path)) { clear(); }
  ~Scaffold() { clear(); }
  Scaffold(const Scaffold&) = delete;
  Scaffold& operator=(const Scaffold&) = delete;

  const fs::path& path() const { return path_; }
  void clear() const {
    std::error_code ignored;  // what cannot be removed now is removed by the next run
    fs::remove_all(path_, ignored);
  }

 private:
  fs::path path_;
};

// `if_there`: O_TRUNC, or O_EXCL to fail.
void write_bytes(const fs::path& path, std::string_view bytes, int if_there = O_TRUNC) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | if_there, 0666));
  if (file.number() < 0) fail_to_write(errno, path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_to_write(errno, path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (!file.close()) fail_to_write(errno, path);
}

void make_folders(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) fail_to_write(error.value(), path);
}

bool holds(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error))) return false;
  return fs::file_size(path, error) == bytes.size() && !error && read_if_present(path) == bytes;
}

bool leads_outside(const fs::path& path) {
  return path.empty() || path.is_absolute() ||
         std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

// The paths in the list that the last run left; none where there was no run.
std::set<std::string> written_before(const fs::path& folder) {
  std::set<std::string> paths;
  std::istringstream list(read_if_present(folder / list_path));
  for (std::string line; std::getline(list, line);) {
    if (!leads_outside(line)) paths.insert(line);
  }
  return paths;
}

// The same, with the folder before each.
std::set<fs::path> written_by_builds(const fs::path& folder) {
  std::set<fs::path> paths;
  for (const std::string& path : written_before(folder)) paths.insert(folder / path);
  return paths;
}

// The paths of what stands in the folder and is not ours, sorted. Folders are not among them.
std::vector<std::string> foreign_files(const fs::path& folder, const std::set<std::string>& ours) {
  std::vector<std::string> foreign;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_directory() && !entry.is_symlink()) continue;
    std::string path = entry.path().lexically_relative(folder).generic_string();
    if (!ours.contains(path) && !path.starts_with(staging_name)) foreign.push_back(std::move(path));
  }
  std::sort(foreign.begin(), foreign.end());
  return foreign;
}

void link_or_copy(const fs::path& from, const fs::path& to) {
  make_folders(to.parent_path());
  if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return;
  std::error_code error;  // another device, or a file that the system does not let us link
  fs::copy(from, to, fs::copy_options::copy_symlinks, error);
  if (error) fail_to_write(error.value(), to);
}

// Someone's own page must never be lost because a build wants its name.
void refuse_to_overwrite(const fs::path& folder, const std::vector<std::string>& foreign,
                         const Files& files) {
  for (const std::string& path : foreign) {
    const auto file = files.find(path);
    if (file != files.end() && !holds(folder / path, file->second)) {
      fail(EEXIST, "an earlier build did not write, so this one does not replace", folder / path);
    }
  }
}

// Holds the folder against other builds for as long as it lives.
Descriptor lock(const fs::path& folder) {
  while (true) {
    Descriptor held(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (held.number() < 0) fail_to_write(errno, folder);
    if (::flock(held.number(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) fail(EBUSY, "another build is writing", folder);
      fail_to_write(errno, folder);
    }
    // Between open and flock another build may have swapped the folder: then this is the old one.
    struct stat locked {
    }, current{};
    if (::fstat(held.number(), &locked) == 0 && ::stat(folder.c_str(), &current) == 0 &&
        locked.st_ino == current.st_ino && locked.st_dev == current.st_dev) {
      return held;
    }
  }
}

bool is_mount_point(const fs::path& folder) {
  struct stat self {
  }, parent{};
  return ::stat(folder.c_str(), &self) != 0 || ::stat(folder.parent_path().c_str(), &parent) != 0 ||
         self.st_dev != parent.st_dev || self.st_ino == parent.st_ino;
}

bool can_change_places(const fs::path& folder) {
  std::error_code error;
  const std::string here = fs::current_path(error).string() + "/";
  const bool stands_in_it = here.starts_with(folder.string() + "/");
  return !stands_in_it && !is_mount_point(folder) &&
         ::access(folder.parent_path().c_str(), W_OK | X_OK) == 0;
}

// False, with nothing changed, where the file system cannot exchange folders.
bool swap_in(const fs::path& folder, const Files& files, const std::vector<std::string>& foreign) {
  const Scaffold tree(folder.parent_path() /
                      ("." + folder.filename().string() + std::string(staging_name)));
  make_folders(tree.path());
  fs::permissions(tree.path(), fs::status(folder).permissions());
  for (const std::string& path : foreign) link_or_copy(folder / path, tree.path() / path);
  for (const auto& [path, bytes] : files) {
    const fs::path target = tree.path() / path;
    make_folders(target.parent_path());
    if (fs::exists(fs::symlink_status(target))) continue;  // someone's own, with these very bytes
    if (holds(folder / path, bytes)) {
      link_or_copy(folder / path, target);
    } else {
      write_bytes(target, bytes);
    }
  }
  // The next build may lock the new folder as soon as it is in place, but must not come upon the
  // old one while it is being cleared away.
  const Descriptor held = lock(tree.path());
  const bool swapped =
      ::renameat2(AT_FDCWD, tree.path().c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0;
  tree.clear();
  return swapped;
}

void remove_with_empty_parents(const fs::path& folder, const fs::path& path) {
  std::error_code error;
  fs::remove(folder / path, error);
  for (fs::path parent = path.parent_path(); !parent.empty() && !error;
       parent = parent.parent_path()) {
    fs::remove(folder / parent, error);  // fails, and so ends the loop, where it is not empty
  }
}

void move_in(const fs::path& folder, const Files& files, const std::set<std::string>& before) {
  const Scaffold staging(folder / staging_name);
  std::vector<std::string> changed;
  for (const auto& [path, bytes] : files) {
    if (holds(folder / path, bytes)) continue;
    make_folders((staging.path() / path).parent_path());
    write_bytes(staging.path() / path, bytes);
    changed.push_back(path);
  }
  for (const std::string& path : before) {
    if (!files.contains(path)) remove_with_empty_parents(folder, path);
  }
  for (const std::string& path : changed) {
    make_folders((folder / path).parent_path());
    if (::rename((staging.path() / path).c_str(), (folder / path).c_str()) != 0) {
      fail_to_write(errno, folder / path);
    }
  }
}

void add_list(Files& files) {
  std::string& list = files[std::string(list_path)];
  for (const auto& [path, bytes] : files) list += path + "\n";
}

bool hidden_or_register(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name == "register";
}

}  // namespace

void publish(const fs::path& folder, Files files) {
  for (const auto& [path, bytes] : files) {
    if (leads_outside(path)) fail(EINVAL, "leads outside the output folder:", path);
  }
  const bool existed = fs::exists(folder);
  make_folders(folder);
  try {
    const fs::path place = fs::canonical(folder);
    const Descriptor held = lock(place);
    if (::access(place.c_str(), W_OK | X_OK) != 0) fail_to_write(errno, folder);
    const std::set<std::string> before = written_before(place);
    const std::vector<std::string> foreign = foreign_files(place, before);
    add_list(files);
    refuse_to_overwrite(place, foreign, files);
    if (!can_change_places(place) || !swap_in(place, files, foreign)) move_in(place, files, before);
  } catch (...) {
    std::error_code ignored;
    if (!existed) fs::remove(folder, ignored);  // only where it is still empty
    throw;
  }
}

void replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path place = fs::canonical(path);
  const Scaffold text(place.string() + std::string(staging_name));
  write_bytes(text.path(), bytes);
  fs::permissions(text.path(), fs::status(place).permissions());
  if (::access(place.c_str(), W_OK) != 0 || ::rename(text.path().c_str(), place.c_str()) != 0) {
    fail_to_write(errno, path);
  }
}

void create_file(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) make_folders(path.parent_path());
  write_bytes(path, bytes, O_EXCL);
}

void write_file(const fs::path& path, std::string_view bytes) {
  if (fs::exists(path)) {
    replace_file(path, bytes);
  } else {
    create_file(path, bytes);
  }
}

std::string read_if_present(const fs::path& path) {
  std::error_code absent;
  const auto size = fs::file_size(path, absent);
  if (absent) return {};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::vector<fs::path> find_protocols(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) fail(error ? error.value() : ENOENT, "cannot read", path);
  if (!fs::is_directory(status)) return {path};
  std::vector<fs::path> texts;
  std::set<fs::path> written = written_by_builds(path);
  for (auto entry = fs::recursive_directory_iterator(path); entry != fs::end(entry); ++entry) {
    if (entry->is_directory()) {
      if (hidden_or_register(entry->path()))
        entry.disable_recursion_pending();
      else
        written.merge(written_by_builds(entry->path()));
    } else if (entry->path().extension() == ".md" && !hidden_or_register(entry->path())) {
      texts.push_back(entry->path());
    }
  }
  std::erase_if(texts, [&](const fs::path& text) { return written.contains(text); });
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::vector<fs::path> find_registers(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace concord::source
