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
#include "source/publication.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fstream>
#include <mutex>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "source/disk.h"

namespace concord::source {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t written_at_once = std::size_t{1} << 20U;  // bytes

bool holds(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error))) return false;
  return fs::file_size(path, error) == bytes.size() && !error && read_if_present(path) == bytes;
}

// Both are files, and have the same bytes.
bool alike(const fs::path& one, const fs::path& other) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(one, error)) ||
      fs::file_size(one, error) != fs::file_size(other, error) || error)
    return false;
  std::ifstream first(one, std::ios::binary);
  std::ifstream second(other, std::ios::binary);
  std::vector<char> a(std::size_t{1} << 16U);
  std::vector<char> b(a.size());
  while (first && second) {
    first.read(a.data(), static_cast<std::streamsize>(a.size()));
    second.read(b.data(), static_cast<std::streamsize>(b.size()));
    if (first.gcount() != second.gcount() ||
        !std::equal(a.begin(), a.begin() + first.gcount(), b.begin()))
      return false;
  }
  return first.eof() && second.eof();
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

void remove_with_empty_parents(const fs::path& folder, const fs::path& path) {
  std::error_code error;
  fs::remove(folder / path, error);
  for (fs::path parent = path.parent_path(); !parent.empty() && !error;
       parent = parent.parent_path()) {
    fs::remove(folder / parent, error);  // fails, and so ends the loop, where it is not empty
  }
}

// The place, made where there is none.
fs::path made(const fs::path& folder) {
  make_folders(folder);
  return fs::canonical(folder);
}

}  // namespace

void Destination::add_all(Files files) {
  for (auto& [path, bytes] : files) add(path, std::move(bytes));
}

// ---- in memory

struct InMemory::State {
  std::mutex mutex;
  Files files;
};

InMemory::InMemory() : state_(std::make_unique<State>()) {}
InMemory::~InMemory() = default;

void InMemory::add(const std::string& path, std::string bytes) {
  const std::lock_guard guard(state_->mutex);
  state_->files[path] = std::move(bytes);
}

void InMemory::stream(const std::string& path, const std::function<void(const Write&)>& make) {
  std::string bytes;
  make([&](std::string_view piece) { bytes += piece; });
  add(path, std::move(bytes));
}

void InMemory::place(const std::string& path, const std::function<void(const std::string&)>& make) {
  std::string folder = (fs::temp_directory_path() / "concord-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) fail_to_write(errno, folder);
  const Scaffold scratch(folder);
  const fs::path file = scratch.path() / "file";
  make(file.string());
  add(path, read_if_present(file));
}

Files InMemory::take() {
  return std::move(state_->files);
}

// ---- on disk

struct Publication::State {
  explicit State(const fs::path& folder)
      : existed(fs::exists(folder)),
        place(made(folder)),
        held(lock(place)),
        before(written_before(place)),
        swaps(can_change_places(place)),
        tree(swaps ? place.parent_path() /
                         ("." + place.filename().string() + std::string(staging_name))
                   : place / staging_name) {}

  bool existed;
  fs::path place;
  std::optional<Descriptor> held;
  std::set<std::string> before;      // what an earlier run wrote
  std::vector<std::string> foreign;  // what it did not, sorted
  bool swaps;                        // the tree and the folder change places
  Scaffold tree;
  std::atomic<bool> abandoned = false;
  std::mutex mutex;
  std::set<std::string> names;
  Published so_far;

  // The file's place in the tree, with the folders above it; the path is new.
  fs::path admit(const std::string& path) {
    while (abandoned) ::pause();
    if (leads_outside(path)) fail(EINVAL, "leads outside the output folder:", path);
    fs::path target = tree.path() / path;
    make_folders(target.parent_path());
    const std::lock_guard guard(mutex);
    names.insert(path);
    return target;
  }

  // Someone's own page must never be lost because a build wants its name.
  bool is_foreign(const std::string& path) const {
    return std::ranges::binary_search(foreign, path);
  }
  void refuse(const std::string& path) const {
    fail(EEXIST, "will not replace a file that no earlier build wrote:", place / path);
  }

  void count(const std::string& path, std::size_t bytes, bool changed) {
    const std::lock_guard guard(mutex);
    ++so_far.files;
    so_far.bytes += bytes;
    if (!changed) return;
    so_far.changed.insert(path);
    so_far.added += before.contains(path) ? 0U : 1U;
  }

  // What stays as it is: a link, so that it costs no disk and keeps its time stamp.
  void keep(const std::string& path) const {
    if (swaps) link_or_copy(place / path, tree.path() / path);
  }

  void add(const std::string& path, std::string_view bytes) {
    const fs::path target = admit(path);
    const bool same = holds(place / path, bytes);
    if (!same && is_foreign(path)) refuse(path);
    if (!same) write_bytes(target, bytes);
    if (same && !is_foreign(path)) keep(path);
    count(path, bytes.size(), !same);
  }

  // The file is in the tree.
  void settle(const std::string& path, const fs::path& target) {
    const std::size_t bytes = fs::file_size(target);
    const bool same = alike(place / path, target);
    if (!same && is_foreign(path)) refuse(path);
    if (same) {
      fs::remove(target);
      if (!is_foreign(path)) keep(path);
    }
    count(path, bytes, !same);
  }

  // False, with nothing changed, where the file system cannot exchange folders.
  bool swap_in() {
    fs::permissions(tree.path(), fs::status(place).permissions());
    for (const std::string& path : foreign) keep(path);
    // The next build may lock the new folder as soon as it is in place, but must not come upon the
    // old one while it is being cleared away.
    const Descriptor next = lock(tree.path());
    const bool swapped =
        ::renameat2(AT_FDCWD, tree.path().c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0;
    if (swapped) tree.clear();
    return swapped;
  }

  void move_in() {
    for (const std::string& path : before)
      if (!names.contains(path)) remove_with_empty_parents(place, path);
    for (const std::string& path : so_far.changed) {
      make_folders((place / path).parent_path());
      if (::rename((tree.path() / path).c_str(), (place / path).c_str()) != 0)
        fail_to_write(errno, place / path);
    }
    tree.clear();
  }
};

Publication::Publication(const fs::path& folder) {
  const bool existed = fs::exists(folder);
  try {
    state_ = std::make_unique<State>(folder);
    if (::access(state_->place.c_str(), W_OK | X_OK) != 0) fail_to_write(errno, folder);
    state_->foreign = foreign_files(state_->place, state_->before);
    state_->tree.clear();
    make_folders(state_->tree.path());
  } catch (...) {
    state_.reset();
    std::error_code ignored;
    if (!existed) fs::remove(folder, ignored);  // only where it is still empty
    throw;
  }
}

Publication::~Publication() {
  state_->tree.clear();
  std::error_code ignored;
  if (!state_->existed) fs::remove(state_->place, ignored);  // only where it is still empty
}

void Publication::add(const std::string& path, std::string bytes) {
  state_->add(path, bytes);
}

void Publication::stream(const std::string& path, const std::function<void(const Write&)>& make) {
  const fs::path target = state_->admit(path);
  NewFile file(target);
  std::string pieces;
  make([&](std::string_view piece) {
    pieces += piece;
    if (pieces.size() < written_at_once) return;
    file.write(pieces);
    pieces.clear();
  });
  file.write(pieces);
  file.close();
  state_->settle(path, target);
}

void Publication::place(const std::string& path,
                        const std::function<void(const std::string&)>& make) {
  const fs::path target = state_->admit(path);
  make(target.string());
  state_->settle(path, target);
}

std::size_t Publication::files() const {
  return state_->so_far.files;
}

std::size_t Publication::bytes() const {
  return state_->so_far.bytes;
}

Published Publication::publish() {
  Published told = state_->so_far;
  state_->names.insert(std::string(list_path));
  told.removed = static_cast<std::size_t>(std::ranges::count_if(
      state_->before, [&](const std::string& path) { return !state_->names.contains(path); }));
  std::string list;
  for (const std::string& path : state_->names) list += path + "\n";
  add(std::string(list_path), std::move(list));
  if (!state_->swaps || !state_->swap_in()) state_->move_in();
  state_->existed = true;
  return told;
}

void Publication::abandon() {
  state_->abandoned = true;
  // Again where another thread was writing a file at that moment.
  for (int tries = 0; tries < 100 && fs::exists(state_->tree.path()); ++tries) state_->tree.clear();
  std::error_code ignored;
  if (!state_->existed) fs::remove(state_->place, ignored);  // only where it is still empty
}

void publish(const fs::path& folder, Files files) {
  Publication publication(folder);
  publication.add_all(std::move(files));
  publication.publish();
}

}  // namespace concord::source
