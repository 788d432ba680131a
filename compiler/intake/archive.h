// A zip archive that came from elsewhere, read in memory.
//
// A member's name is a key and nothing else: nothing is ever unpacked to disk, so that a name such
// as "../../etc/passwd" names nothing. What a member says of its own size is not believed: reading
// stops at the limits below, whatever the archive promised.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace concord::intake {

// A constitution of 500 pages has some 40 members and 20 MB of XML.
inline constexpr std::size_t max_members = 10'000;
inline constexpr std::uint64_t max_member_bytes = 64u << 20u;
inline constexpr std::uint64_t max_archive_bytes = 256u << 20u;  // of all members that were read
// Above `expected_bytes` a member that unpacks to more than so many times its size is a bomb; XML
// of real files stays below 60.
inline constexpr std::uint64_t max_ratio = 200;
inline constexpr std::uint64_t expected_bytes = 8u << 20u;

class Archive {
 public:
  // `bytes` must outlive the archive. Throws Unreadable where they are no zip archive, or one with
  // more than max_members.
  explicit Archive(std::string_view bytes);

  // By its name with forward slashes and none in front; of two with one name, the first. Capitals
  // count.
  bool has(std::string_view name) const { return members_.find(name) != members_.end(); }

  // The member's bytes; empty where there is none. Throws Unreadable where it is encrypted, damaged
  // or beyond the limits.
  std::string read(std::string_view name);

 private:
  struct Member {
    std::uint64_t directory_offset = 0;
    std::uint64_t entry = 0;  // its place in the archive's list
  };

  void list_members(std::uint64_t count);
  std::string read_open_member(std::string_view name, std::uint64_t packed_size);

  std::string_view bytes_;
  std::unique_ptr<void, int (*)(void*)> zip_;  // an unzFile of minizip's
  std::map<std::string, Member, std::less<>> members_;
  std::uint64_t read_bytes_ = 0;
};

}  // namespace concord::intake
