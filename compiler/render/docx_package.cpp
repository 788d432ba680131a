#include "render/docx_package.h"

#include <minizip/zip.h>

#include <limits>
#include <memory>
#include <stdexcept>

#include "source/memory_file.h"

namespace concord::render {
namespace {

// 1 January 1980, the first day that the format knows, as it keeps it: given in this form it is
// written as it is; as a date it would go through the machine's time zone.
constexpr unsigned long first_day = (1UL << 21) | (1UL << 16);

void require(int status) {
  if (status != ZIP_OK) throw std::runtime_error("the Word file cannot be packed");
}

class Archive {
 public:
  Archive() : zip_(zipOpen64(memory_.path().c_str(), APPEND_STATUS_CREATE)) {
    if (zip_ == nullptr) throw std::runtime_error("the Word file cannot be packed");
  }
  ~Archive() {
    if (zip_ != nullptr) zipClose(zip_, nullptr);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  void add(const Part& part) {
    zip_fileinfo info = {};
    info.dosDate = first_day;
    require(zipOpenNewFileInZip(zip_, part.first.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                Z_DEFLATED, Z_DEFAULT_COMPRESSION));
    if (part.second.size() > std::numeric_limits<unsigned>::max())
      throw std::runtime_error("the Word file is too large to be packed");
    require(
        zipWriteInFileInZip(zip_, part.second.data(), static_cast<unsigned>(part.second.size())));
    require(zipCloseFileInZip(zip_));
  }

  std::string bytes() {
    require(zipClose(std::exchange(zip_, nullptr), nullptr));
    return memory_.bytes();
  }

 private:
  source::MemoryFile memory_;
  zipFile zip_;
};

}  // namespace

std::string package(const std::vector<Part>& parts) {
  Archive archive;
  for (const Part& part : parts) archive.add(part);
  return archive.bytes();
}

}  // namespace concord::render
