#include <fmt/format.h>

#include <algorithm>

#include "syntax/attributes.h"
#include "syntax/document.h"
#include "syntax/front_matter.h"
#include "syntax/number.h"

namespace concord::syntax {
namespace {

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list:
      return "list";
    case BlockKind::item:
      return "item";
    case BlockKind::quote:
      return "quote";
    case BlockKind::table:
      return "table";
    case BlockKind::footnote:
      return "footnote";
  }
  return "";
}

std::string_view name_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::emphasis:
      return "em";
    case MarkKind::strong:
      return "strong";
    case MarkKind::strikethrough:
      return "strike";
    case MarkKind::code:
      return "code";
    case MarkKind::link:
      return "link";
    case MarkKind::footnote:
      return "note";
    case MarkKind::line_break:
      return "break";
  }
  return "";
}

std::string_view name_of(NumberStyle style) {
  switch (style) {
    case NumberStyle::lower_alpha:
      return "alpha ";
    case NumberStyle::upper_alpha:
      return "ALPHA ";
    case NumberStyle::lower_roman:
      return "roman ";
    case NumberStyle::upper_roman:
      return "ROMAN ";
    case NumberStyle::automatic:
      return "automatic";
    case NumberStyle::none:
    case NumberStyle::decimal:
      break;
  }
  return "";
}

bool is_empty(const Mark& mark) {
  return mark.range.begin == mark.range.end;
}

std::string opening(const Mark& mark) {
  const std::string target = mark.target.empty() ? "" : " " + mark.target;
  return fmt::format("⟨{}{}{}", name_of(mark.kind), target, is_empty(mark) ? "⟩" : ":");
}

// The text with its marks in angle brackets: ⟨strong:very⟩, ⟨link #id:paragraph 2.3⟩, ⟨note 53⟩.
std::string marked(const Prose& prose) {
  std::string out;
  std::vector<std::uint32_t> open_ends;
  std::uint32_t at = 0;
  const auto copy_to = [&](std::uint32_t end) {
    while (!open_ends.empty() && open_ends.back() <= end) {
      out += prose.text.substr(at, open_ends.back() - at) + "⟩";
      at = open_ends.back();
      open_ends.pop_back();
    }
    out += prose.text.substr(at, end - at);
    at = end;
  };
  for (const Mark& mark : prose.marks) {
    copy_to(mark.range.begin);
    out += opening(mark);
    if (!is_empty(mark)) open_ends.push_back(mark.range.end);
  }
  copy_to(static_cast<std::uint32_t>(prose.text.size()));
  return out;
}

std::string numbered(const Number& number) {
  if (number.label.empty()) return {};
  if (!number.present()) return fmt::format(" `{}`", number.label);
  std::string path;
  for (const std::uint32_t part : number.path) {
    path += (path.empty() ? "" : ".") + std::to_string(part);
  }
  if (number.inserted > 0) path += fmt::format(" + {}", number.inserted);
  if (number.bare().size() == 1) {
    for (const Number& other : readings(number)) {
      if (other != number) path += fmt::format(" or {}", other.path[0]);
    }
  }
  return fmt::format(" `{}` [{}{}]", number.label, name_of(number.style), path);
}

std::string row(const std::vector<Cell>& cells) {
  std::string out;
  for (const Cell& cell : cells) out += fmt::format(" | {}", marked(cell.prose));
  return out;
}

void dump(const Block& block, std::size_t depth, std::string& out) {
  const std::string indent(2 * depth, ' ');
  out += fmt::format("{}{}", indent, name_of(block.kind));
  if (block.kind == BlockKind::heading) out += fmt::format(" {}", block.heading_level);
  out += numbered(block.number);
  if (!block.prose.empty()) out += fmt::format(" \"{}\"", marked(block.prose));
  if (!block.attributes.empty()) out += ' ' + to_markdown(block.attributes);
  out += '\n';
  if (block.table) {
    out += fmt::format("{}  header{}\n", indent, row(block.table->header));
    for (const auto& cells : block.table->rows) {
      out += fmt::format("{}  row{}\n", indent, row(cells));
    }
  }
  for (const DraftingNote& note : block.notes)
    out += fmt::format("{}  note \"{}\"\n", indent, note.text);
  for (const Block& child : block.children) dump(child, depth + 1, out);
}

}  // namespace

std::string dump(const Document& document) {
  std::string out = to_markdown(document.metadata);
  for (const Block& block : document.blocks) dump(block, 0, out);
  return out;
}

}  // namespace concord::syntax
