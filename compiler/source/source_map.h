// The room source/ owns every byte that Concord reads and is the only one that reads or writes
// disk.
//
// A SourceMap keeps each text for the life of a run, so that the rooms after it can hold
// string_views and spans instead of copies, and a diagnostic can show the line it speaks of.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace concord::source {

// Names one text of one SourceMap; dense, in the order of adding.
enum class FileId : std::uint32_t {};

// A half-open range of bytes in one text.
struct Span {
  FileId file{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

// Where a reader finds a byte: both from 1; the column counts characters (code points), as editors
// do.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const Position&, const Position&) = default;
};

// The largest text that is read, in bytes; a protocol is some thirty thousand.
inline constexpr std::uint32_t max_source_bytes = 64u << 20u;

class SourceMap {
 public:
  // Takes the text and the name under which messages show it (a path as the user gave it).
  FileId add(std::string name, std::string text);

  // Reads a regular file. Throws std::system_error with a message for the reader where it is a
  // folder, unreadable, or larger than max_source_bytes.
  FileId load(const std::filesystem::path& path);

  // The views stay valid as long as the map.
  std::string_view name(FileId file) const;
  std::string_view text(FileId file) const;

  // The text between, clipped to the file.
  std::string_view text(Span span) const;

  Position position(FileId file, std::uint32_t offset) const;

  // A line without its line break, counted from 1; empty past the end.
  std::string_view line(FileId file, std::uint32_t number) const;

  // The span of a line without its line break, counted from 1; empty at the end of the text past
  // it.
  Span line_span(FileId file, std::uint32_t number) const;

  std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string name;
    std::string text;
    std::vector<std::uint32_t> line_starts;
    std::vector<std::uint32_t> within_characters;  // bytes that continue one: few in Latin letters
  };

  const File& file(FileId id) const;

  std::deque<File> files_;  // a deque: adding never moves a text that somebody views
};

// The whole of a regular file. Throws std::system_error as SourceMap::load does.
std::string read_file(const std::filesystem::path& path);

}  // namespace concord::source
