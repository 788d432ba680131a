// A file in memory, for a library that writes to a path and nowhere else.
#pragma once

#include <string>

namespace concord::source {

class MemoryFile {
 public:
  // Throws std::system_error where the machine has no memory or no descriptor left.
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  // Opens for this process alone, as long as the object lives.
  std::string path() const;

  // All that was written so far. Throws std::system_error where it cannot be read.
  std::string bytes() const;

 private:
  int descriptor_;
};

}  // namespace concord::source
