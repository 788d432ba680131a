#include "source/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "source/disk.h"

namespace concord::source {
namespace {

namespace fs = std::filesystem;

// What builds wrote into the folder, with the folder before each path.
std::set<fs::path> written_by_builds(const fs::path& folder) {
  std::set<fs::path> paths;
  for (const std::string& path : written_before(folder)) paths.insert(folder / path);
  return paths;
}

bool hidden_or_register(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name == "register";
}

}  // namespace

void replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path place = fs::canonical(path);
  const Scaffold text(place.string() + std::string(staging_name));
  text.clear();
  write_bytes(text.path(), bytes);
  fs::permissions(text.path(), fs::status(place).permissions());
  if (::access(place.c_str(), W_OK) != 0 || ::rename(text.path().c_str(), place.c_str()) != 0) {
    fail_to_write(errno, path);
  }
}

void create_file(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) make_folders(path.parent_path());
  NewFile file(path, O_EXCL);
  try {
    file.write(bytes);
    file.close();
  } catch (...) {
    std::error_code ignored;  // half a file is worse than none
    fs::remove(path, ignored);
    throw;
  }
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
