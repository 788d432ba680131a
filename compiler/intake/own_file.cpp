#include "intake/own_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "diag/messages.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/bookmark.h"

namespace concord::intake {
namespace {

constexpr std::array<std::string_view, 9> around_styles{"Council",   "Subtitle",    "Banner",
                                                        "Fact",      "TOC Heading", "TOC heading",
                                                        "Table End", "Note",        "Note Item"};

bool is_clause(const Block& block) {
  return std::ranges::any_of(block.bookmarks, [](const std::string& name) {
    return name.starts_with("c_") && !name.starts_with("c___5f");  // "_first-mark-…", "_sic-…"
  });
}

bool is_furniture(const Block& block) {
  return block.furniture != Furniture::none && block.furniture != Furniture::text_box;
}

// "Status" and what stands behind the tab.
void read_fact(std::string_view words, syntax::Metadata& metadata) {
  const std::size_t tab = words.find('\t');
  if (tab == std::string_view::npos) return;
  const std::string value = folded(trimmed(words.substr(tab)));
  for (const syntax::Status status :
       {syntax::Status::draft, syntax::Status::adopted, syntax::Status::superseded})
    if (value == syntax::name_of(status)) metadata.status = status;
}

void read_cover(const Block& block, syntax::Metadata& metadata) {
  const std::string words = text_of(block.runs);
  if (block.style == "Council") metadata.council = trimmed(words);
  if (block.style == "Title") metadata.title = trimmed(words);
  if (block.style == "Subtitle") metadata.part = trimmed(words);
  if (block.style == "Fact") read_fact(words, metadata);
}

// A footnote that no mark leads to stands behind the text.
bool is_unused_note(const Block& block) {
  return block.style == "Note" && !block.label.empty() && is_clause(block);
}

void remove(Block& block, Reading& reading) {
  const auto add = [&](const Runs& runs) {
    const std::string words = text_of(runs);
    if (!trimmed(words).empty())
      reading.removed.push_back({block.place, words, diag::IMP015::of_front_matter});
  };
  if (!block.label.empty() && !block.bullet)
    reading.removed.push_back({block.place, block.label, diag::IMP015::of_front_matter});
  add(block.runs);
  for (const Row& row : block.rows)
    for (const Cell& cell : row.cells)
      for (const Runs& runs : cell.paragraphs) add(runs);
}

void take_style(Piece& piece) {
  const std::string_view style = piece.style;
  if (piece.kind == BlockKind::table) {
    piece.role = Role::table;
  } else if (style == "Title") {
    piece.role = Role::title;
    piece.heading_level = 1;
  } else if (piece.heading_level > 0) {
    piece.role = Role::heading;
    piece.heading_level = std::min(piece.heading_level + 1, 6);
  } else if (piece.quoted) {
    piece.role = Role::quotation;
  } else if (style.starts_with("List Number") || style.starts_with("List Bullet")) {
    piece.role = Role::item;
    piece.depth = level_of_style(style) - 1;
    piece.list_level = piece.depth;
    if (!piece.marked()) piece.bullet = "-";
  } else {
    piece.role = piece.number.present() ? Role::clause : Role::words;
    const std::string& label = piece.number.label;
    if (label.starts_with('(') || label.ends_with(')')) piece.role = Role::item;
  }
}

}  // namespace

bool is_around_own_text(std::string_view style) {
  return std::ranges::find(around_styles, style) != around_styles.end();
}

int level_of_style(std::string_view style) {
  return !style.empty() && source::is_digit(style.back()) ? style.back() - '0' : 1;
}

syntax::Metadata take_own_cover(Reading& reading) {
  syntax::Metadata metadata;
  metadata.id = reading.own_protocol;
  metadata.language = reading.properties.language;
  std::vector<Block> text;
  bool around = true;
  for (Block& block : reading.blocks) {
    if (is_furniture(block)) {
      text.push_back(std::move(block));
      continue;
    }
    const bool table = block.kind == BlockKind::table;
    if (!table)
      around = is_around_own_text(block.style) || (block.style == "Title" && !is_clause(block));
    if (is_unused_note(block)) {
      reading.notes.push_back({block.label, {block.runs}, block.place});
      continue;
    }
    if (around || block.style == "Title") read_cover(block, metadata);
    if (around && !(table && is_clause(block))) {
      remove(block, reading);
    } else {
      text.push_back(std::move(block));
    }
  }
  reading.blocks = std::move(text);
  return metadata;
}

void take_own_styles(Draft& draft) {
  std::vector<Piece> text;
  for (Piece& piece : draft.pieces) {
    if (piece.furniture) {
      draft.remove(piece, diag::IMP015::around_pages);
      continue;
    }
    take_style(piece);
    text.push_back(std::move(piece));
  }
  draft.pieces = std::move(text);
}

}  // namespace concord::intake
