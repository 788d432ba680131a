#include "cli/earlier.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

#include "source/digest.h"

namespace concord::cli {
namespace {

// The key of the whole, then a line "KEY DIGEST PATH" for each file.
constexpr std::string_view record_path = "data/made-of.txt";
constexpr std::string_view no_key = "-";

}  // namespace

Earlier::Earlier(std::filesystem::path folder)
    : folder_(std::move(folder)), record_(source::read_if_present(folder_ / record_path)) {
  std::istringstream lines(record_);
  std::getline(lines, whole_);
  std::string key;
  for (Entry entry; lines >> key >> entry.digest >> std::ws && std::getline(lines, entry.path);) {
    entries_.emplace(key, entry);
  }
}

bool Earlier::take(const Entry& entry, source::Files& into) const {
  std::string bytes = source::read_if_present(folder_ / entry.path);
  if (source::digest({bytes}) != entry.digest) return false;
  into[entry.path] = std::move(bytes);
  return true;
}

std::optional<source::Files> Earlier::files(const std::string& key) const {
  source::Files files;
  const auto [first, last] = entries_.equal_range(key);
  for (auto entry = first; entry != last; ++entry) {
    if (!take(entry->second, files)) return std::nullopt;
  }
  if (files.empty()) return std::nullopt;
  return files;
}

std::optional<source::Files> Earlier::everything(const std::string& key) const {
  if (key != whole_) return std::nullopt;
  source::Files files;
  for (const auto& [own, entry] : entries_) {
    if (!take(entry, files)) return std::nullopt;
  }
  files[std::string(record_path)] = record_;
  return files;
}

void Record::add(const std::string& key, const source::Files& files) {
  for (const auto& [path, bytes] : files) {
    lines_[path] = fmt::format("{} {} {}\n", key, source::digest({bytes}), path);
  }
}

void Record::add_reused(const std::string& key, const source::Files& files) {
  add(key, files);
  reused_ += files.size();
}

void Record::write(const std::string& whole, source::Files& files) const {
  std::string text = fmt::format("{}\n", whole.empty() ? no_key : whole);
  for (const auto& [path, line] : lines_) text += line;
  files[std::string(record_path)] = std::move(text);
}

}  // namespace concord::cli
