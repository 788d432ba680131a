#include "intake/typed_layout.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

constexpr double points_of_tab = 36;
constexpr std::size_t longest_label = 12;

using Lines = std::vector<Runs>;

Lines lines_of(const Runs& runs) {
  Lines lines(1);
  for (const Run& run : runs) {
    std::string_view rest = run.text;
    for (;;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      Run part = run;
      part.text = rest.substr(0, end);
      if (!part.text.empty() || !part.note.empty()) lines.back().push_back(std::move(part));
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
      lines.emplace_back();
    }
  }
  return lines;
}

bool is_empty(const Runs& line) {
  return std::all_of(line.begin(), line.end(),
                     [](const Run& run) { return run.note.empty() && trimmed(run.text).empty(); });
}

bool is_bold(const Runs& line) {
  return !is_empty(line) && std::all_of(line.begin(), line.end(), [](const Run& run) {
    return run.bold || trimmed(run.text).empty();
  });
}

// "(a)", "2.3", "1.": with a sign that prose does not have before a word.
bool opens_with_label(std::string_view text) {
  text = trimmed(text);
  if (bullet_length(text) > 0) return true;
  const Label label = label_at(text);
  const std::string& printed = label.number.label;
  if (!label.number.present() || label.alone || label.length == printed.size()) return false;
  return label.number.path.size() > 1 || printed.ends_with('.') || printed.ends_with(')');
}

bool begins_paragraph(const Runs& line, const Lines& before) {
  if (is_empty(line)) return false;
  const Runs& above = before.back();
  if (is_empty(above) || opens_with_label(text_of(line))) return true;
  return is_bold(above) && !is_bold(line) && before.size() == 1;
}

Runs joined(const Lines& lines) {
  Runs runs;
  for (const Runs& line : lines) {
    if (!runs.empty() && !is_empty(line)) {
      Run gap;
      gap.text = "\n";
      runs.push_back(std::move(gap));
    }
    if (!is_empty(line)) runs.insert(runs.end(), line.begin(), line.end());
  }
  return runs;
}

// The first keeps what the paragraph has; those after it are plain.
void add(const Block& block, const Lines& lines, std::vector<Block>& out) {
  const bool first = out.empty();
  Block next = block;
  next.runs = joined(lines);
  if (!first) {
    next.label.clear();
    next.bullet = false;
    next.list_level = -1;
    next.bookmarks.clear();
    next.page_before = false;
  }
  out.push_back(std::move(next));
}

std::vector<Block> paragraphs_of(const Block& block) {
  std::vector<Block> out;
  Lines paragraph;
  for (Runs& line : lines_of(block.runs)) {
    if (!paragraph.empty() && begins_paragraph(line, paragraph) && !is_empty(joined(paragraph))) {
      add(block, paragraph, out);
      paragraph.clear();
    }
    paragraph.push_back(std::move(line));
  }
  if (out.empty()) return {block};
  add(block, paragraph, out);
  return out;
}

void take_indent(Block& block) {
  for (Run& run : block.runs) {
    const std::size_t end = std::min(run.text.find_first_not_of(" \t"), run.text.size());
    const auto tabs = std::count(run.text.begin(), run.text.begin() + static_cast<long>(end), '\t');
    block.indent += points_of_tab * static_cast<double>(tabs);
    run.text.erase(0, end);
    if (!run.text.empty() || !run.note.empty()) break;
  }
  std::erase_if(block.runs, [](const Run& run) { return run.text.empty() && run.note.empty(); });
}

// The bytes taken from the head of the runs.
void take_away(Runs& runs, std::size_t length) {
  while (length > 0) {
    const std::size_t here = std::min(length, runs.front().text.size());
    runs.front().text.erase(0, here);
    length -= here;
    if (runs.front().text.empty()) runs.erase(runs.begin());
  }
}

// A second tab further on makes a row of columns of it, or a line of a table of contents.
void take_number(Block& block) {
  const std::string text = text_of(block.runs);
  const std::size_t tab = text.find('\t');
  if (!block.label.empty() || tab == std::string::npos || tab > longest_label) return;
  const std::size_t words = text.find_first_not_of(" \t", tab);
  if (words == std::string::npos || text.find('\t', words) != std::string::npos) return;
  if (!block.runs.front().note.empty() || !whole_label(text.substr(0, tab)).present()) return;
  block.label = trimmed(std::string_view(text).substr(0, tab));
  take_away(block.runs, words);
}

bool is_typed(const Block& block) {
  return block.kind == BlockKind::paragraph && !block.runs.empty() &&
         (block.furniture == Furniture::none || block.furniture == Furniture::text_box);
}

}  // namespace

void read_typed_layout(std::vector<Block>& blocks) {
  std::vector<Block> out;
  for (Block& block : blocks) {
    if (!is_typed(block)) {
      out.push_back(std::move(block));
      continue;
    }
    std::vector<Block> paragraphs =
        block.heading_level > 0 ? std::vector<Block>{std::move(block)} : paragraphs_of(block);
    for (Block& paragraph : paragraphs) {
      take_indent(paragraph);
      take_number(paragraph);
      out.push_back(std::move(paragraph));
    }
  }
  blocks = std::move(out);
}

}  // namespace concord::intake
