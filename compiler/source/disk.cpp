#include "source/disk.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <sstream>
#include <system_error>
#include <utility>

#include "source/files.h"

namespace concord::source {

namespace fs = std::filesystem;

void fail(int error, std::string_view what, const fs::path& path) {
  throw std::system_error(error, std::generic_category(),
                          fmt::format("{} \"{}\"", what, path.string()));
}

void fail_to_write(int error, const fs::path& path) {
  fail(error, "cannot write", path);
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

bool Descriptor::close() {
  return ::close(std::exchange(number_, -1)) == 0;
}

void Scaffold::clear() const {
  std::error_code ignored;  // what cannot be removed now is removed by the next run
  fs::remove_all(path_, ignored);
}

NewFile::NewFile(fs::path path, int if_there)
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | if_there, 0666)) {
  if (file_.number() < 0) fail_to_write(errno, path_);
}

void NewFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_to_write(errno, path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void NewFile::close() {
  if (!file_.close()) fail_to_write(errno, path_);
}

void write_bytes(const fs::path& path, std::string_view bytes, int if_there) {
  NewFile file(path, if_there);
  file.write(bytes);
  file.close();
}

void make_folders(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) fail_to_write(error.value(), path);
}

bool leads_outside(const fs::path& path) {
  return path.empty() || path.is_absolute() ||
         std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

std::set<std::string> written_before(const fs::path& folder) {
  std::set<std::string> paths;
  std::istringstream list(read_if_present(folder / list_path));
  for (std::string line; std::getline(list, line);) {
    if (!leads_outside(line)) paths.insert(line);
  }
  return paths;
}

}  // namespace concord::source
