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
                  bool is_register, std::vector<Mention>& all) {
  source::SourceMap sources;
  const source::FileId loaded = sources.load(file);
  const std::string_view text = sources.text(loaded);
  const std::string opening = id + "#";
  for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at + 1)) {
    if (at > 0 && goes_on(text[at - 1])) continue;
    const std::size_t begin = at + opening.size();
    const auto found = moved.find(name_at(text, begin));
    if (found == moved.end()) continue;
    const auto& [name, now] = *found;
    all.push_back({file, sources.position(loaded, static_cast<std::uint32_t>(at)), begin, id, name,
                   now, is_register && now.sure && !now.key.empty()});
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

MovedNames moved_names(
    const passes::Protocol& before,
    const std::function<std::vector<const graph::Clause*>(graph::ClauseId)>& now) {
  MovedNames moved;
  for (const graph::Clause& clause : before.clauses()) {
    const auto heirs = now(clause.id);
    const NewName name{heirs.empty() ? "" : heirs.front()->key, heirs.size() == 1};
    if (heirs.empty() || name.key != clause.key) moved.emplace(clause.key, name);
    const std::string& number = clause.full_number;
    if (number.empty() || before.graph().find(number)) continue;  // that is the other's name
    if (!heirs.empty() && heirs.front()->full_number == number) continue;
    const auto [known, is_first] = moved.emplace(number, name);
    if (!is_first) known->second.sure = false;
  }
  return moved;
}

std::vector<Mention> mentions(const fs::path& folder, const std::string& id,
                              const MovedNames& moved) {
  std::vector<Mention> all;
  if (moved.empty() || !fs::is_directory(folder)) return all;
  for (const fs::path& file : registers_in(folder / "register"))
    add_mentions(file, id, moved, true, all);
  for (const fs::path& file : source::find_protocols(folder))
    add_mentions(file, id, moved, false, all);
  return all;
}

std::vector<source::FileChange> mended(const std::vector<Mention>& mentions) {
  std::vector<source::FileChange> changes;
  // From the last to the first: the places before a change stay what they are.
  for (auto each = mentions.rbegin(); each != mentions.rend(); ++each) {
    if (!each->mendable) continue;
    if (changes.empty() || changes.back().path != each->file)
      changes.push_back({each->file, source::read_if_present(each->file)});
    changes.back().bytes->replace(each->begin, each->name.size(), each->now.key);
  }
  return changes;
}

std::string line_of(const Mention& mention, Mending mending) {
  const std::string was = fmt::format("{}#{}", mention.protocol, diag::printable(mention.name));
  const std::string is = fmt::format("{}#{}", mention.protocol, diag::printable(mention.now.key));
  std::string what;
  if (mention.now.key.empty()) {
    what = fmt::format("{} is gone", was);
  } else if (!mention.mendable || mending == Mending::none) {
    what =
        fmt::format("{} is {} now{}", was, is, mention.now.sure ? "" : ", or a clause beside it");
  } else {
    what = fmt::format("{} {} {}", was, mending == Mending::done ? "becomes" : "would become", is);
  }
  return fmt::format("{}:{}:{}: {}\n", mention.file.generic_string(), mention.place.line,
                     mention.place.column, what);
}

}  // namespace concord::cli
