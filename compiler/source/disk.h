// Writing to disk, for files.cpp and publication.cpp: every failure says what it could not write.
#pragma once

#include <fcntl.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace concord::source {

// The list of what a build wrote, and the folder in which the next one is made.
inline constexpr std::string_view list_path = "data/files.txt";
inline constexpr std::string_view staging_name = ".concord-new";

// Throw std::system_error: "cannot write \"PATH\": No space left on device".
[[noreturn]] void fail(int error, std::string_view what, const std::filesystem::path& path);
[[noreturn]] void fail_to_write(int error, const std::filesystem::path& path);

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;

  int number() const { return number_; }
  // Some file systems only say when a file is closed that it could not be kept.
  bool close();

 private:
  int number_;
};

// Removes what was being made at the path, unless it became part of the result.
class Scaffold {
 public:
  explicit Scaffold(std::filesystem::path path) : path_(std::move(path)) {}
  ~Scaffold() { clear(); }
  Scaffold(const Scaffold&) = delete;
  Scaffold& operator=(const Scaffold&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void clear() const;

 private:
  std::filesystem::path path_;
};

// A file that is being written.
class NewFile {
 public:
  // `if_there`: O_TRUNC, or O_EXCL to fail.
  explicit NewFile(std::filesystem::path path, int if_there = O_TRUNC);
  void write(std::string_view bytes);
  void close();  // at the end

 private:
  std::filesystem::path path_;
  Descriptor file_;
};

void write_bytes(const std::filesystem::path& path, std::string_view bytes, int if_there = O_TRUNC);
void make_folders(const std::filesystem::path& path);

bool leads_outside(const std::filesystem::path& path);

// The paths in the list that the last build left in the folder; none where there was no build.
std::set<std::string> written_before(const std::filesystem::path& folder);

}  // namespace concord::source
