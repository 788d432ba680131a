#include "source/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace concord::source {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

MemoryFile::MemoryFile() : descriptor_(memfd_create("concord", MFD_CLOEXEC)) {
  if (descriptor_ < 0) fail("no file in memory");
}

MemoryFile::~MemoryFile() {
  close(descriptor_);
}

std::string MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::string MemoryFile::bytes() const {
  const off_t size = lseek(descriptor_, 0, SEEK_END);
  if (size < 0) fail("a file in memory");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t got =
        pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (got <= 0) fail("a file in memory");
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace concord::source
