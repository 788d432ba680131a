#include "cli/decisions.h"

#include <fmt/format.h>

#include <vector>

#include "syntax/source_edits.h"
#include "syntax/yaml_tree.h"

namespace concord::cli {
namespace {

using syntax::Decision;
using syntax::yaml_scalar;

constexpr std::string_view heading =
    "# What people have decided about two clauses. Written by \"concord link\". words: digests of\n"
    "# what the clauses said; once they change, the decision no longer counts.\n"
    "links:\n";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::size_t indent_of(const std::string& line) {
  return line.find_first_not_of(' ');
}

bool begins_entry(const std::string& line) {
  const std::size_t indent = indent_of(line);
  return indent != std::string::npos && line.compare(indent, 2, "- ") == 0;
}

// "links: []" as "links:", for an entry to follow.
std::string without_empty_list(const std::string& line) {
  constexpr std::string_view empty = "links: []";
  return line.starts_with(empty) ? "links:" + line.substr(empty.size()) : line;
}

// The entry that begins at the line has both clauses.
bool is_about(const std::vector<std::string>& lines, std::size_t begin, std::size_t end,
              const Decision& decision) {
  std::string entry;
  for (std::size_t i = begin; i < end; ++i) entry.append(lines[i]).append(1, '\n');
  const syntax::YamlTree tree = syntax::read_yaml(entry, {entry.size() + 1, 8});
  if (tree.error || tree.root.items.size() != 1) return false;
  const syntax::YamlNode* a = tree.root.items.front().find("a");
  const syntax::YamlNode* b = tree.root.items.front().find("b");
  if (a == nullptr || b == nullptr) return false;
  return (a->scalar == decision.a && b->scalar == decision.b) ||
         (a->scalar == decision.b && b->scalar == decision.a);
}

// Past the entry that begins at the line: its other lines stand further in.
std::size_t end_of_entry(const std::vector<std::string>& lines, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < lines.size() && indent_of(lines[end]) != std::string::npos &&
         indent_of(lines[end]) > indent_of(lines[begin]))
    ++end;
  return end;
}

void append_field(std::string& entry, std::string_view key, const std::string& value) {
  if (!value.empty()) entry += fmt::format("    {}: {}\n", key, yaml_scalar(value));
}

std::string entry_of(const Decision& decision) {
  std::string entry = fmt::format("  - a: {}\n", yaml_scalar(decision.a));
  append_field(entry, "b", decision.b);
  append_field(entry, "verdict", std::string(name_of(decision.verdict)));
  append_field(entry, "kind", decision.kind);
  append_field(entry, "because", decision.because);
  append_field(entry, "by", decision.by);
  append_field(entry, "date", decision.date.iso);
  entry += fmt::format("    words: [{}, {}]\n", yaml_scalar(decision.a_words),
                       yaml_scalar(decision.b_words));
  return entry;
}

}  // namespace

std::string with_decision(std::string_view text, const Decision& decision) {
  if (text.empty()) text = heading;
  const std::vector<std::string> lines = lines_of(text);
  std::string out;
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t end = begins_entry(lines[i]) ? end_of_entry(lines, i) : i + 1;
    const bool replaced = begins_entry(lines[i]) && is_about(lines, i, end, decision);
    for (; i < end; ++i)
      if (!replaced) out.append(without_empty_list(lines[i])).append(1, '\n');
  }
  return out + syntax::with_breaks_of(text, entry_of(decision));
}

}  // namespace concord::cli
