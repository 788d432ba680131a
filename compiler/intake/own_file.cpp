#include "intake/own_file.h"

#include <algorithm>
#include <array>
#include <cmath>
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

void read_status(std::string_view value, syntax::Metadata& metadata) {
  for (const syntax::Status status :
       {syntax::Status::draft, syntax::Status::adopted, syntax::Status::superseded})
    if (value == syntax::name_of(status)) metadata.status = status;
}

// "Status" and what stands behind the tab.
void read_fact(std::string_view words, syntax::Metadata& metadata) {
  const std::size_t tab = words.find('\t');
  if (tab == std::string_view::npos) return;
  read_status(folded(trimmed(words.substr(tab))), metadata);
}

// The cover shows the front matter's title; the text has its own where nobody edited that.
void restore_heading(Block& block, const Reading& reading) {
  if (reading.own_heading.empty() || trimmed(text_of(block.runs)) != reading.own_title) return;
  block.runs = {Run{reading.own_heading}};
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

namespace {

// The last paragraph of a PDF of Concord's, in each of its languages.
bool says_who_made_it(std::string_view words) {
  return words.starts_with("Made with Concord ") || words.starts_with("Gwnaed gyda Concord ");
}

// The letters of headings that head no clause are of one size; "Contents" is such a heading.
double size_of_side_headings(const std::vector<Block>& blocks, std::size_t contents) {
  for (std::size_t i = contents; i-- > 0;)
    if (blocks[i].heading_level == 2) return blocks[i].size;
  return 0;
}

struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The blocks of the text: those behind the contents, or behind the first page, and before what
// follows the clauses.
Part text_of_own_pdf(const std::vector<Block>& blocks, std::size_t made) {
  Part part{0, made};
  std::size_t contents = 0;
  for (std::size_t i = 0; i < made; ++i) {
    if (blocks[i].furniture == Furniture::contents) {
      if (contents == 0) contents = i;
      part.begin = i + 1;
    }
    if (contents == 0 && blocks[i].place.page == 1) part.begin = i + 1;
  }
  const double side = size_of_side_headings(blocks, contents);
  for (std::size_t i = part.begin; i < made; ++i) {
    const bool heads = blocks[i].heading_level == 2 && side > 0;
    if (heads && std::abs(blocks[i].size - side) < 0.2) return {part.begin, i};
  }
  return part;
}

// "[p. 13]", "[t. 13]": the page of what is referred to, for paper.
bool names_page(std::string_view text) {
  if (!text.starts_with('[') || !text.ends_with(']')) return false;
  text = text.substr(1, text.size() - 2);
  const std::size_t space = text.find(' ');
  return space != std::string_view::npos && text.substr(0, space).ends_with('.') &&
         source::is_alpha(text.front()) && space + 1 < text.size() &&
         std::ranges::all_of(text.substr(space + 1), source::is_digit);
}

bool is_blank(const Run& run) {
  return run.note.empty() && trimmed(run.text).empty();
}

// Marks of slips and pages, with the blanks around each that no word needs.
void drop_marks(Runs& runs, Place place, Reading& reading) {
  Runs kept;
  for (Run& run : runs) {
    const std::string_view words = trimmed(run.text);
    const bool slip = words == "[sic]";
    if (!slip && !names_page(words)) {
      const bool closes = !words.empty() && std::string_view(".,;:)").find(words[0]) < 5;
      if (closes && !kept.empty() && is_blank(kept.back())) kept.pop_back();
      kept.push_back(std::move(run));
      continue;
    }
    reading.removed.push_back(
        {place, std::string(words), slip ? diag::IMP015::slip : diag::IMP015::page_number});
    if (!kept.empty() && is_blank(kept.back())) kept.pop_back();
  }
  runs = std::move(kept);
}

}  // namespace

void take_around_own_pdf(Reading& reading) {
  std::vector<Block>& blocks = reading.blocks;
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(),
                                 [](const Block& block) { return !is_furniture(block); });
  if (last == blocks.rend() || !says_who_made_it(text_of(last->runs))) return;
  const auto made = static_cast<std::size_t>(blocks.rend() - last) - 1;
  const Part part = text_of_own_pdf(blocks, made);
  const auto title = static_cast<std::size_t>(std::ranges::find(blocks, 1, &Block::heading_level) -
                                              blocks.begin());
  std::vector<Block> kept;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool text = (i >= part.begin && i < part.end) || i <= title || i > made;
    if (!text) {
      remove(blocks[i], reading);
      continue;
    }
    drop_marks(blocks[i].runs, blocks[i].place, reading);
    kept.push_back(std::move(blocks[i]));
  }
  blocks = std::move(kept);
  for (Note& note : reading.notes)
    for (Runs& runs : note.paragraphs) drop_marks(runs, note.place, reading);
}

syntax::Metadata take_own_cover(Reading& reading) {
  syntax::Metadata metadata;
  metadata.id = reading.own_protocol;
  metadata.language = reading.properties.language;
  read_status(reading.own_status, metadata);
  std::vector<Block> text;
  bool around = true;
  for (Block& block : reading.blocks) {
    if (is_furniture(block) && !is_around_own_text(block.style)) {
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
    if (block.style == "Title") restore_heading(block, reading);
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
