#include "source/source_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "source/utf8.h"

namespace concord::source {
namespace {

std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

std::vector<std::uint32_t> places_within_characters(std::string_view text) {
  std::vector<std::uint32_t> places;
  for (std::size_t i = ascii_length(text); i < text.size();
       i += 1 + ascii_length(text.substr(i + 1)))
    if (continues_character(text[i])) places.push_back(static_cast<std::uint32_t>(i));
  return places;
}

std::size_t count_between(const std::vector<std::uint32_t>& places, std::size_t begin,
                          std::size_t end) {
  const auto first = std::lower_bound(places.begin(), places.end(), begin);
  return static_cast<std::size_t>(std::lower_bound(first, places.end(), end) - first);
}

[[noreturn]] void refuse(std::errc reason, const std::filesystem::path& path,
                         std::string_view what = "") {
  throw std::system_error(std::make_error_code(reason),
                          fmt::format("cannot read \"{}\"{}", path.string(), what));
}

}  // namespace

FileId SourceMap::add(std::string name, std::string text) {
  const auto id = static_cast<FileId>(files_.size());
  auto starts = starts_of_lines(text);
  auto within = places_within_characters(text);
  files_.push_back({std::move(name), std::move(text), std::move(starts), std::move(within)});
  return id;
}

FileId SourceMap::load(const std::filesystem::path& path) {
  return add(path.generic_string(), read_file(path));
}

const SourceMap::File& SourceMap::file(FileId id) const {
  return files_.at(static_cast<std::size_t>(id));
}

std::string_view SourceMap::name(FileId id) const {
  return file(id).name;
}

std::string_view SourceMap::text(FileId id) const {
  return file(id).text;
}

std::string_view SourceMap::text(Span span) const {
  const std::string_view whole = text(span.file);
  const std::size_t begin = std::min<std::size_t>(span.begin, whole.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, whole.size());
  return whole.substr(begin, end - begin);
}

Position SourceMap::position(FileId id, std::uint32_t offset) const {
  const File& in = file(id);
  const auto at = std::min<std::size_t>(offset, in.text.size());
  const auto after = std::upper_bound(in.line_starts.begin(), in.line_starts.end(), at);
  const auto line = static_cast<std::uint32_t>(after - in.line_starts.begin());
  const std::size_t start = in.line_starts[line - 1];
  const std::size_t characters = at - start - count_between(in.within_characters, start, at);
  return {line, static_cast<std::uint32_t>(characters) + 1};
}

Span SourceMap::line_span(FileId id, std::uint32_t number) const {
  const File& in = file(id);
  const auto size = static_cast<std::uint32_t>(in.text.size());
  if (number == 0 || number > in.line_starts.size()) return {id, size, size};
  const std::uint32_t begin = in.line_starts[number - 1];
  std::uint32_t end = number < in.line_starts.size() ? in.line_starts[number] - 1 : size;
  if (end > begin && in.text[end - 1] == '\r') --end;
  return {id, begin, end};
}

std::string_view SourceMap::line(FileId id, std::uint32_t number) const {
  return text(line_span(id, number));
}

std::string read_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    refuse(std::errc::no_such_file_or_directory, path);
  }
  if (std::filesystem::is_directory(status)) {
    refuse(std::errc::is_a_directory, path);
  }
  if (!std::filesystem::is_regular_file(status)) {
    refuse(std::errc::invalid_argument, path, ", which is not a regular file");
  }
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size > max_source_bytes) {
    refuse(std::errc::file_too_large, path,
           fmt::format(", which has {} bytes; at most {} are read", size, max_source_bytes));
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  if (in) in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) refuse(std::errc::permission_denied, path);
  return bytes;
}

}  // namespace concord::source
