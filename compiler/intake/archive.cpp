#include "intake/archive.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "diag/messages.h"
#include "intake/unreadable.h"

namespace concord::intake {
namespace {

// minizip reads through functions of its caller's; these read the bytes in memory.
struct Stream {
  std::string_view bytes;
  std::size_t at = 0;
};

Stream& stream_of(void* stream) {
  return *static_cast<Stream*>(stream);
}

void* open_stream(void* bytes, const void*, int) {
  return new Stream{*static_cast<const std::string_view*>(bytes)};
}

uLong read_stream(void*, void* stream, void* buffer, uLong size) {
  Stream& from = stream_of(stream);
  const std::size_t length = std::min<std::size_t>(size, from.bytes.size() - from.at);
  std::memcpy(buffer, from.bytes.data() + from.at, length);
  from.at += length;
  return static_cast<uLong>(length);
}

uLong write_stream(void*, void*, const void*, uLong) {
  return 0;
}

ZPOS64_T tell_stream(void*, void* stream) {
  return stream_of(stream).at;
}

long seek_stream(void*, void* stream, ZPOS64_T offset, int origin) {
  Stream& from = stream_of(stream);
  const ZPOS64_T size = from.bytes.size();
  const ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                        : origin == ZLIB_FILEFUNC_SEEK_CUR ? from.at
                                                           : size;
  if (offset > size || base + offset > size) return -1;
  from.at = static_cast<std::size_t>(base + offset);
  return 0;
}

int close_stream(void*, void* stream) {
  delete static_cast<Stream*>(stream);
  return 0;
}

int stream_error(void*, void*) {
  return 0;
}

void* open_zip(std::string_view& bytes) {
  zlib_filefunc64_def functions{open_stream, read_stream,  write_stream, tell_stream,
                                seek_stream, close_stream, stream_error, &bytes};
  return unzOpen2_64("", &functions);
}

std::string normalised(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name.substr(std::min(name.find_first_not_of('/'), name.size()));
}

// The name of the member that the archive stands at.
std::string current_name(void* zip) {
  unz_file_info64 info{};
  std::string name(1024, '\0');
  if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) !=
      UNZ_OK) {
    throw Unreadable(diag::Code::IMP002, diag::IMP002::archive);
  }
  name.resize(std::min<std::size_t>(info.size_filename, name.size()));
  return normalised(name.c_str());
}

}  // namespace

Archive::Archive(std::string_view bytes) : bytes_(bytes), zip_(open_zip(bytes_), unzClose) {
  unz_global_info64 info{};
  if (!zip_ || unzGetGlobalInfo64(zip_.get(), &info) != UNZ_OK) {
    throw Unreadable(diag::Code::IMP002, diag::IMP002::part_of_archive);
  }
  if (info.number_entry > max_members) {
    throw Unreadable(diag::Code::IMP004,
                     fmt::format(diag::IMP004::members, info.number_entry, max_members));
  }
  list_members(info.number_entry);
}

void Archive::list_members(std::uint64_t count) {
  for (std::uint64_t i = 0; i < count; ++i) {
    const int moved = i == 0 ? unzGoToFirstFile(zip_.get()) : unzGoToNextFile(zip_.get());
    unz64_file_pos place{};
    if (moved != UNZ_OK || unzGetFilePos64(zip_.get(), &place) != UNZ_OK) {
      throw Unreadable(diag::Code::IMP002, diag::IMP002::part_of_archive);
    }
    members_.emplace(current_name(zip_.get()),
                     Member{place.pos_in_zip_directory, place.num_of_file});
  }
}

std::string Archive::read(std::string_view name) {
  const auto member = members_.find(name);
  if (member == members_.end()) return "";
  const unz64_file_pos place{member->second.directory_offset, member->second.entry};
  unz_file_info64 info{};
  if (unzGoToFilePos64(zip_.get(), &place) != UNZ_OK ||
      unzGetCurrentFileInfo64(zip_.get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    throw Unreadable(diag::Code::IMP002, fmt::format(diag::IMP002::member, name));
  }
  if ((info.flag & 1u) != 0) throw Unreadable(diag::Code::IMP003, diag::IMP003::archive);
  if (unzOpenCurrentFile(zip_.get()) != UNZ_OK) {
    throw Unreadable(diag::Code::IMP002, fmt::format(diag::IMP002::member, name));
  }
  std::string content = read_open_member(name, info.compressed_size);
  if (unzCloseCurrentFile(zip_.get()) == UNZ_CRCERROR) {
    throw Unreadable(diag::Code::IMP002, fmt::format(diag::IMP002::checksum, name));
  }
  return content;
}

std::string Archive::read_open_member(std::string_view name, std::uint64_t packed_size) {
  std::string content;
  std::vector<char> buffer(std::size_t{64} << 10u);
  for (;;) {
    const int length =
        unzReadCurrentFile(zip_.get(), buffer.data(), static_cast<unsigned>(buffer.size()));
    if (length < 0) throw Unreadable(diag::Code::IMP002, fmt::format(diag::IMP002::member, name));
    if (length == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(length));
    read_bytes_ += static_cast<std::uint64_t>(length);
    if (content.size() > max_member_bytes || read_bytes_ > max_archive_bytes ||
        (content.size() > expected_bytes && content.size() / max_ratio > packed_size)) {
      throw Unreadable(diag::Code::IMP004, fmt::format(diag::IMP004::unpacked, name));
    }
  }
}

}  // namespace concord::intake
