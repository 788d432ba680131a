// The Document as Markdown again. Each block is written on one line, so that a change of a clause
// is a change of a line; containers indent what they hold.

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "syntax/attributes.h"
#include "syntax/document.h"
#include "syntax/drafting_notes.h"
#include "syntax/front_matter.h"
#include "syntax/number.h"
#include "syntax/prose_writer.h"

namespace concord::syntax {
namespace {

std::string indented(const std::string& text, const std::string& by) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) out += by;
    out.append(text, at, end - at + 1);
    at = end + 1;
  }
  return out;
}

// Parts that are not empty, with one space between.
std::string spaced(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

std::string words_of(const Block& block) {
  const auto place = block.kind == BlockKind::heading ? ProsePlace::heading : ProsePlace::block;
  return to_markdown(block.prose, {.place = place, .unnumbered = !block.number.present()},
                     block.notes);
}

// Those of a table cannot say in which cell they stood, and follow it.
std::string notes_after(const Block& table) {
  std::string out;
  for (const DraftingNote& note : table.notes) out += '\n' + to_markdown(note);
  return out;
}

// "3." or "3)": Markdown has such list items of its own. Other labels are words after a bullet.
bool is_native(const Number& number) {
  const std::string& label = number.label;
  return number.style == NumberStyle::decimal && label.size() >= 2 &&
         (label.back() == '.' || label.back() == ')') &&
         std::all_of(label.begin(), label.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

// "1. ROLES" alone on its line would be read as a heading.
bool looks_like_heading(const Block& list) {
  const Block& item = list.children[0];
  const std::string& words = item.prose.text;
  return list.children.size() == 1 && item.children.empty() && !words.empty() &&
         std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_native(const Block& list) {
  return !looks_like_heading(list) &&
         std::all_of(list.children.begin(), list.children.end(), [&](const Block& item) {
           return is_native(item.number) &&
                  item.number.label.back() == list.children[0].number.label.back();
         });
}

class BlockWriter {
 public:
  // `previous_marker` is that of the list right before, which must differ for two lists to stay
  // two.
  static std::string write(const std::vector<Block>& blocks) {
    std::string out;
    char previous_marker = '\0';
    for (const Block& block : blocks) {
      const char marker = block.kind == BlockKind::list ? marker_for(block, previous_marker) : '\0';
      if (!out.empty()) out += "\n\n";
      out += write(block, marker);
      previous_marker = marker;
    }
    return out;
  }

 private:
  // The bullet of a list, or the stop or bracket of a native one.
  static char marker_for(const Block& list, char previous) {
    const char native = is_native(list) ? list.children[0].number.label.back() : '\0';
    if (native != '\0' && native != previous) return native;
    return previous == '-' ? '*' : '-';
  }

  static std::string write(const Block& block, char marker) {
    const std::string attributes = to_markdown(block.attributes);
    switch (block.kind) {
      case BlockKind::heading:
        return spaced({std::string(static_cast<std::size_t>(block.heading_level), '#'),
                       block.number.label, words_of(block), attributes});
      case BlockKind::paragraph:
        return spaced({paragraph_label(block.number), words_of(block), attributes});
      case BlockKind::list:
        return write_list(block, marker);
      case BlockKind::item:
        return write_item(block, marker);
      case BlockKind::quote:
        return write_quote(block);
      case BlockKind::table:
        return write_table(*block.table) + (attributes.empty() ? "" : "\n" + attributes) +
               notes_after(block);
      case BlockKind::footnote:
        return write_footnote(block);
    }
    return {};
  }

  // A paragraph that opens with "1." would be a list, and one with "1" would have no number, unless
  // it is in bold.
  static std::string paragraph_label(const Number& number) {
    return is_native(number) || is_unmarked(number) ? "**" + number.label + "**" : number.label;
  }

  static std::string paragraph_label_in_item(const Number& number) {
    return is_unmarked(number) ? "**" + number.label + "**" : number.label;
  }

  static std::string write_list(const Block& list, char marker) {
    std::string out;
    const bool spread = std::any_of(list.children.begin(), list.children.end(), holds_paragraphs);
    for (const Block& item : list.children) {
      if (!out.empty()) out += spread ? "\n\n" : "\n";
      out += write_item(item, marker);
    }
    return out;
  }

  static bool holds_paragraphs(const Block& item) {
    return std::any_of(item.children.begin(), item.children.end(),
                       [](const Block& child) { return child.kind != BlockKind::list; });
  }

  static std::string write_item(const Block& item, char marker) {
    const bool native = marker == '.' || marker == ')';
    const std::string bullet = native ? item.number.label : std::string(1, marker);
    const std::string label = native ? "" : paragraph_label_in_item(item.number);
    const std::string indent(bullet.size() + 1, ' ');
    const std::string words = indented(words_of(item), indent);
    std::string head = spaced({bullet, label, words.substr(std::min(words.size(), indent.size())),
                               to_markdown(item.attributes)});
    if (item.children.empty()) return head;
    const bool wordless = item.prose.empty() && label.empty();
    const bool close = wordless || follows_closely(item.children[0]);
    return head + (close ? "\n" : "\n\n") + indented(write(item.children), indent);
  }

  // A list of bullets needs no blank line after the words it belongs to; an empty bullet would make
  // a heading of them.
  static bool follows_closely(const Block& child) {
    if (child.kind != BlockKind::list || is_native(child)) return false;
    const Block& first = child.children[0];
    return !first.prose.empty() || first.number.present();
  }

  static std::string write_quote(const Block& quote) {
    const std::string inside = write(quote.children);
    std::string out = inside.empty() ? ">" : "";
    for (std::size_t at = 0; at < inside.size();) {
      const std::size_t end = std::min(inside.find('\n', at), inside.size());
      out += end > at ? "> " : ">";
      out.append(inside, at, end - at + 1);
      at = end + 1;
    }
    return out;
  }

  static std::string write_footnote(const Block& footnote) {
    static const std::string indent(4, ' ');
    const std::string words = indented(words_of(footnote), indent);
    std::string out = spaced({fmt::format("[^{}]:", footnote.number.label),
                              words.substr(std::min(words.size(), indent.size())),
                              to_markdown(footnote.attributes)});
    if (!footnote.children.empty()) out += "\n\n" + indented(write(footnote.children), indent);
    return out;
  }

  static std::string write_row(const std::vector<Cell>& cells) {
    std::string out = "|";
    for (const Cell& cell : cells) {
      const std::string words = to_markdown(cell.prose, {.place = ProsePlace::cell});
      out += words.empty() ? " |" : " " + words + " |";
    }
    return out;
  }

  static std::string write_table(const Table& table) {
    std::string out = write_row(table.header) + "\n|";
    for (std::size_t i = 0; i < table.header.size(); ++i) out += "---|";
    for (const auto& row : table.rows) out += '\n' + write_row(row);
    return out;
  }
};

bool same_cells(const std::vector<Cell>& a, const std::vector<Cell>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Cell& one, const Cell& other) {
    return same_words(one.prose, other.prose);
  });
}

bool same_table(const std::optional<Table>& a, const std::optional<Table>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return same_cells(a->header, b->header) &&
         std::equal(a->rows.begin(), a->rows.end(), b->rows.begin(), b->rows.end(), same_cells);
}

bool same_attributes(const Attributes& a, const Attributes& b) {
  return a.id == b.id && a.classes == b.classes && a.values == b.values;
}

bool same_blocks(const std::vector<Block>& a, const std::vector<Block>& b);

bool same_notes(const std::vector<DraftingNote>& a, const std::vector<DraftingNote>& b) {
  return std::ranges::equal(a, b, {}, &DraftingNote::text, &DraftingNote::text);
}

void leave_out_notes(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    block.notes.clear();
    leave_out_notes(block.children);
  }
}

bool same_block(const Block& a, const Block& b) {
  return a.kind == b.kind && a.heading_level == b.heading_level && a.number == b.number &&
         same_words(a.prose, b.prose) && same_attributes(a.attributes, b.attributes) &&
         same_notes(a.notes, b.notes) && same_table(a.table, b.table) &&
         same_blocks(a.children, b.children);
}

bool same_blocks(const std::vector<Block>& a, const std::vector<Block>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_block);
}

auto fields_of(const Metadata& m) {
  return std::tie(m.id, m.name, m.council, m.title, m.part, m.status, m.numbering, m.language,
                  m.governance, m.purpose, m.profile, m.excerpt, m.peers, m.adopted, m.review,
                  m.contact, m.versions, m.signoff, m.roles, m.source, m.repairs, m.deleted,
                  m.authority);
}

}  // namespace

std::string to_markdown(const Document& document, Notes notes) {
  if (notes == Notes::left_out) {
    Document published = document;
    leave_out_notes(published.blocks);
    return to_markdown(published, Notes::kept);
  }
  std::string out = to_markdown(document.metadata);
  const std::string body = BlockWriter::write(document.blocks);
  if (!body.empty()) out += '\n' + body + '\n';
  return out;
}

bool same(const Document& a, const Document& b) {
  return fields_of(a.metadata) == fields_of(b.metadata) && same_blocks(a.blocks, b.blocks);
}

}  // namespace concord::syntax
