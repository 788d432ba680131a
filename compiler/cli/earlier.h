// What an earlier build into the same folder made: nothing is made again of the same things.
//
// Each file has a key, a digest of all that its bytes depend on: the program, the templates, and
// what stands in it. data/made-of.txt keeps the keys from one build to the next. Whether a file is
// older than its source was the tempting alternative; but times say nothing of a file that was
// copied or taken from version control, and the templates and the program count as well.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "source/files.h"

namespace concord::cli {

class Earlier {
 public:
  // What the folder's record says; nothing where there is none.
  explicit Earlier(std::filesystem::path folder);

  // The files that were made under the key, where every one of them is as it was written; else
  // nothing. Safe to call from several threads.
  std::optional<source::Files> files(const std::string& key) const;

  // All files of the earlier build, the record among them, where its key as a whole was this one
  // and every file is as it was written; else nothing.
  std::optional<source::Files> everything(const std::string& key) const;

 private:
  struct Entry {
    std::string path;
    std::string digest;  // of the file's bytes
  };

  bool take(const Entry& entry, source::Files& into) const;

  std::filesystem::path folder_;
  std::string record_;
  std::string whole_;
  std::multimap<std::string, Entry> entries_;  // by key
};

// What this build makes, for the next one.
class Record {
 public:
  // Not for two threads at once.
  void add(const std::string& key, const source::Files& files);

  // The same of files that an earlier build had made.
  void add_reused(const std::string& key, const source::Files& files);
  std::size_t reused() const { return reused_; }

  // Adds the record itself to the build's files. `whole` is the key of the build as a whole, or ""
  // where the same input might make something else the next time.
  void write(const std::string& whole, source::Files& files) const;

 private:
  std::map<std::string, std::string> lines_;  // by path
  std::size_t reused_ = 0;
};

}  // namespace concord::cli
