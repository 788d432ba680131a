// A folder in the making. Files go to disk as they are made, so that what a build writes need not
// fit in memory; the folder gets all of them at once, or none.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "source/files.h"

namespace concord::source {

// Takes the bytes of a file in order, a piece at a time.
using Write = std::function<void(std::string_view)>;

// Where what a build makes goes. May be given files by several threads at once, each path once.
class Destination {
 public:
  virtual ~Destination() = default;

  virtual void add(const std::string& path, std::string bytes) = 0;
  // Of a file that would be large in memory: `make` is called at once, and writes it.
  virtual void stream(const std::string& path, const std::function<void(const Write&)>& make) = 0;
  // The same for a library that writes to a path by itself, where nothing is yet.
  virtual void place(const std::string& path,
                     const std::function<void(const std::string&)>& make) = 0;

  void add_all(Files files);
};

// Keeps the files in memory.
class InMemory final : public Destination {
 public:
  InMemory();
  ~InMemory() override;
  InMemory(const InMemory&) = delete;
  InMemory& operator=(const InMemory&) = delete;

  void add(const std::string& path, std::string bytes) override;
  void stream(const std::string& path, const std::function<void(const Write&)>& make) override;
  void place(const std::string& path, const std::function<void(const std::string&)>& make) override;

  Files take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What a publication did to the folder, compared with what an earlier one left there; its own list
// of files does not count.
struct Published {
  std::size_t files = 0;          // all that it holds
  std::size_t bytes = 0;          // of these
  std::set<std::string> changed;  // the new and those with other bytes
  std::size_t added = 0;          // how many of these are new
  std::size_t removed = 0;
};

// Makes a folder hold exactly the files given, of what Concord writes. The new tree grows beside
// the old one and is swapped in with one rename, so that whoever looks sees the old tree or the new
// one, and an interrupted run leaves the old one. Files in the folder that an earlier run did not
// write (they are not in its list, data/files.txt) are kept. Leftovers of interrupted runs are
// removed.
//
// Everything throws std::system_error, with the old tree untouched, where the folder is a file,
// cannot be written, the disk is full, or another build holds it; or where a path leads outside or
// is that of a file of somebody else's with other bytes.
class Publication final : public Destination {
 public:
  // Holds the folder against other builds for as long as it lives.
  explicit Publication(const std::filesystem::path& folder);
  // What was not published is gone.
  ~Publication() override;
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  void add(const std::string& path, std::string bytes) override;
  void stream(const std::string& path, const std::function<void(const Write&)>& make) override;
  void place(const std::string& path, const std::function<void(const std::string&)>& make) override;

  // How many files and bytes there are so far.
  std::size_t files() const;
  std::size_t bytes() const;

  // To be called once, when all are there.
  Published publish();

  // Removes what is not published yet, in a program that is about to be ended: nothing may follow.
  void abandon();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace concord::source
