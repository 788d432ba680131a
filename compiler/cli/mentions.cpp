#include "cli/mentions.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/print.h"
#include "source/characters.h"
#include "source/files.h"
#include "source/source_map.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

// What an identifier or number ends with: "york#5.4", in a list, a key, quotation marks or
// attributes.
std::string_view name_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of(" \t\r\n\"'`,;:{}[]<>|", at), text.size());
  std::string_view name = text.substr(at, end - at);
  while (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

bool goes_on(char c) {
  return source::is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '/';
}

void add_mentions(const fs::path& file, const std::string& id, const MovedNames& moved,
                  std::vector<std::string>& lines) {
  source::SourceMap sources;
  const source::FileId loaded = sources.load(file);
  const std::string_view text = sources.text(loaded);
  const std::string opening = id + "#";
  for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at + 1)) {
    if (at > 0 && goes_on(text[at - 1])) continue;
    const auto found = moved.find(name_at(text, at + opening.size()));
    if (found == moved.end()) continue;
    const source::Position place = sources.position(loaded, static_cast<std::uint32_t>(at));
    const std::string now =
        found->second.empty() ? "gone" : fmt::format("{}{} now", opening, found->second);
    lines.push_back(fmt::format("{}:{}:{}: {}{} is {}", file.generic_string(), place.line,
                                place.column, opening, diag::printable(found->first), now));
  }
}

std::vector<fs::path> registers_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const fs::directory_entry& each : fs::directory_iterator(folder))
    if (each.path().extension() == ".yaml") files.push_back(each.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

MovedNames moved_names(const passes::Protocol& before,
                       const std::function<const graph::Clause*(graph::ClauseId)>& now) {
  MovedNames moved;
  for (const graph::Clause& clause : before.clauses()) {
    const graph::Clause* heir = now(clause.id);
    if (heir == nullptr || heir->key != clause.key)
      moved.emplace(clause.key, heir == nullptr ? "" : heir->key);
    const bool numbered = !clause.full_number.empty();
    if (numbered && (heir == nullptr || heir->full_number != clause.full_number))
      moved.emplace(clause.full_number, heir == nullptr ? "" : heir->key);
  }
  return moved;
}

std::vector<std::string> mentions(const fs::path& folder, const std::string& id,
                                  const MovedNames& moved) {
  std::vector<std::string> lines;
  if (moved.empty() || !fs::is_directory(folder)) return lines;
  std::vector<fs::path> files = registers_in(folder / "register");
  std::ranges::copy(source::find_protocols(folder), std::back_inserter(files));
  for (const fs::path& file : files) add_mentions(file, id, moved, lines);
  return lines;
}

}  // namespace concord::cli
