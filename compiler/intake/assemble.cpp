#include "intake/assemble.h"

#include <algorithm>
#include <map>
#include <set>

#include "intake/wording.h"

namespace concord::intake {
namespace {

using syntax::Block;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;
using Kind = syntax::BlockKind;

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

bool is_safe(std::string_view target) {
  return is_address(target) || target.starts_with("mailto:");
}

// "<https://…>": brackets around an address are no words.
void unwrap_addresses(Prose& prose) {
  for (std::size_t at = prose.text.find("<http"); at != std::string::npos;
       at = prose.text.find("<http", at + 1)) {
    const std::size_t end = prose.text.find('>', at);
    if (end == std::string::npos || prose.text.find(' ', at) < end) continue;
    replace(prose, end, end + 1, "");
    replace(prose, at, at + 1, "");
  }
}

// Addresses in the words are links, as every reader of Markdown makes them.
void mark_addresses(Prose& prose) {
  const std::string& text = prose.text;
  for (std::size_t at = text.find("http"); at != std::string::npos;
       at = text.find("http", at + 1)) {
    if (!is_address(std::string_view(text).substr(at)) || (at > 0 && text[at - 1] == '/')) continue;
    std::size_t end = std::min(text.find_first_of(" \"<>“”", at), text.size());
    while (end > at && std::string_view(".,;:)!?'").find(text[end - 1]) != std::string_view::npos)
      --end;
    const syntax::Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const bool inside = std::ranges::any_of(prose.marks, [&](const Mark& mark) {
      return mark.range.begin < range.end && mark.range.end > range.begin &&
             mark.kind != MarkKind::footnote;
    });
    if (!inside && end > at + 8)
      prose.marks.push_back({range, MarkKind::link, text.substr(at, end - at)});
  }
}

// Signs of symbol typefaces (U+E000 to U+F8FF) are no letters elsewhere: bullets within the words.
void replace_private_signs(Prose& prose) {
  for (std::size_t at = 0; at + 2 < prose.text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(prose.text[at]);
    const auto next = static_cast<unsigned char>(prose.text[at + 1]);
    if (lead == 0xEE || (lead == 0xEF && next < 0xA4)) replace(prose, at, at + 3, "•");
  }
}

// What Markdown can say, without what says nothing: all of a paragraph in bold, a link to nowhere.
void clean(Prose& prose, bool heading) {
  squeeze(prose);
  replace_private_signs(prose);
  unwrap_addresses(prose);
  const auto whole = static_cast<std::uint32_t>(prose.text.size());
  std::erase_if(prose.marks, [&](const Mark& mark) {
    const bool soft = mark.kind == MarkKind::strong || mark.kind == MarkKind::emphasis;
    const bool all = mark.range.begin == 0 && mark.range.end == whole;
    return (soft && (heading || all)) || (mark.kind == MarkKind::link && !is_safe(mark.target));
  });
  mark_addresses(prose);
  std::ranges::stable_sort(prose.marks, [](const Mark& a, const Mark& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
}

Block empty(Kind kind) {
  Block block;
  block.kind = kind;
  return block;
}

class Assembler {
 public:
  explicit Assembler(const Draft& draft) : draft_(draft) {
    for (const Footnote& note : draft.notes)
      if (!note.paragraphs.empty()) labels_.insert(note.mark);
  }

  std::vector<Block> run() {
    for (const Piece& piece : draft_.pieces) put(piece);
    close_list();
    for (const Footnote& note : draft_.notes) put_note(note);
    return std::move(out_);
  }

 private:
  Prose words_of(Prose prose, bool heading) const {
    std::erase_if(prose.marks, [&](const Mark& mark) {
      return mark.kind == MarkKind::footnote && !labels_.contains(mark.target);
    });
    clean(prose, heading);
    return prose;
  }

  void put(const Piece& piece) {
    if (piece.kind == BlockKind::table) {
      close_list();
      put_table(piece);
    } else if (piece.role == Role::heading || piece.role == Role::title) {
      close_list();
      put_heading(piece);
    } else if (piece.role == Role::item || !piece.bullet.empty()) {
      put_item(piece);
    } else {
      put_paragraph(piece);
    }
  }

  void put_heading(const Piece& piece) {
    Block block;
    block.kind = Kind::heading;
    block.heading_level = std::clamp(piece.heading_level, 1, 6);
    block.number = piece.number;
    block.prose = words_of(piece.prose, true);
    if (!block.prose.empty()) out_.push_back(std::move(block));
  }

  void put_paragraph(const Piece& piece) {
    Block block;
    block.kind = Kind::paragraph;
    block.number = piece.number;
    block.prose = words_of(piece.prose, false);
    if (block.prose.empty() && !block.number.present()) return;
    if (block.prose.empty()) {  // a number alone stays as words
      block.prose.text = block.number.label;
      block.number = {};
    }
    const bool quoted = piece.role == Role::quotation;
    close_list();
    if (!quoted) {
      out_.push_back(std::move(block));
      quoting_ = false;
      return;
    }
    if (!quoting_) out_.push_back(empty(Kind::quote));
    quoting_ = true;
    out_.back().children.push_back(std::move(block));
  }

  // How deep an item stands: as its number says; a bullet below a numbered item that leads it in;
  // by the format's own levels, or by its indentation.
  int depth_of(const Piece& piece) {
    if (piece.number.present()) {
      bullets_.clear();
      numbered_depth_ = piece.depth;
      return piece.depth;
    }
    const int base = numbered_depth_ >= 0 && below_number_ ? numbered_depth_ + 1 : 0;
    while (!bullets_.empty() && bullets_.back()->indent > piece.indent + 1 &&
           (bullets_.size() > 1 || piece.list_level >= 0))
      bullets_.pop_back();
    while (!bullets_.empty() && piece.list_level >= 0 &&
           bullets_.back()->list_level > piece.list_level)
      bullets_.pop_back();
    leave_inner_bullets(piece);
    if (bullets_.empty() || deeper(piece, *bullets_.back())) bullets_.push_back(&piece);
    return base + static_cast<int>(bullets_.size()) - 1;
  }

  // Back to the list that has the bullet, where one with another stands within it.
  void leave_inner_bullets(const Piece& piece) {
    for (std::size_t i = bullets_.size(); i-- > 0;) {
      const Piece& each = *bullets_[i];
      if (each.bullet != piece.bullet || each.list_level != piece.list_level ||
          each.indent + 2 < piece.indent)
        continue;
      bullets_.resize(i + 1);
      return;
    }
  }

  bool deeper(const Piece& piece, const Piece& than) const {
    if (piece.list_level >= 0 && than.list_level >= 0) {
      if (piece.list_level != than.list_level) return piece.list_level > than.list_level;
      // A list of a level each: "List Bullet", "List Bullet 2".
      return piece.style != than.style && piece.indent >= than.indent + 2;
    }
    if (piece.bullet != than.bullet) return piece.indent >= than.indent + 2 || item_leads_in_;
    // In a PDF the bullet's own place tells, but for that in the next column.
    return piece.place.page > 0 && piece.indent >= than.indent + 9 &&
           piece.indent < than.indent + 60;
  }

  void put_item(const Piece& piece) {
    quoting_ = false;
    Block block;
    block.kind = Kind::item;
    block.number = piece.number;
    block.prose = words_of(piece.prose, false);
    if (block.prose.empty()) return;
    if (piece.number.present()) {
      below_number_ = leads_in(piece.text());
    } else if (open_.empty()) {
      below_number_ = false;
      numbered_depth_ = -1;
    }
    const std::size_t depth = static_cast<std::size_t>(std::max(0, depth_of(piece)));
    item_leads_in_ = leads_in(piece.text());
    open_.resize(std::min(open_.size(), depth + 1));
    const bool fresh = open_.size() <= depth;
    std::vector<Block>* home = &list_;
    for (std::size_t level = 0; level < std::min(depth, open_.size()); ++level) {
      std::vector<Block>& items = home->back().children;
      home = &items.back().children;
    }
    const bool same = !fresh && !home->empty() && home->back().kind == Kind::list &&
                      alike(home->back().children.back(), block);
    if (!same) home->push_back(empty(Kind::list));
    home->back().children.push_back(std::move(block));
    if (fresh) open_.push_back(1);
  }

  // Of one list: all with numbers of one kind, or all with bullets.
  static bool alike(const Block& a, const Block& b) {
    if (a.number.present() != b.number.present()) return false;
    if (!a.number.present()) return true;
    const bool decimal = a.number.style == syntax::NumberStyle::decimal;
    return decimal == (b.number.style == syntax::NumberStyle::decimal) &&
           (!decimal || a.number.label.back() == b.number.label.back());
  }

  void close_list() {
    for (Block& list : list_) out_.push_back(std::move(list));
    list_.clear();
    open_.clear();
    bullets_.clear();
    numbered_depth_ = -1;
    below_number_ = false;
    item_leads_in_ = false;
  }

  syntax::Cell cell_of(const Cell& cell) const {
    Prose prose;
    for (const Runs& runs : cell.paragraphs) {
      if (text_of(runs).empty()) continue;
      append(prose, prose_of(runs), prose.text.empty() ? "" : " ");
    }
    return {words_of(std::move(prose), false)};
  }

  void put_table(const Piece& piece) {
    quoting_ = false;
    Block block;
    block.kind = Kind::table;
    syntax::Table table;
    std::size_t width = 0;
    for (const Row& row : piece.rows) width = std::max(width, row.cells.size());
    if (width == 0) return;
    const bool headed = piece.rows.front().header;
    for (std::size_t i = 0; i < piece.rows.size(); ++i) {
      std::vector<syntax::Cell> cells;
      for (const Cell& cell : piece.rows[i].cells) cells.push_back(cell_of(cell));
      cells.resize(width);
      (i == 0 && headed ? table.header : table.rows.emplace_back()) = std::move(cells);
    }
    if (!headed) table.header.resize(width);
    block.table = std::move(table);
    out_.push_back(std::move(block));
  }

  void put_note(const Footnote& note) {
    if (note.paragraphs.empty()) return;
    Block block;
    block.kind = Kind::footnote;
    block.number.label = note.mark;
    block.prose = words_of(note.paragraphs.front(), false);
    for (std::size_t i = 1; i < note.paragraphs.size(); ++i) {
      Block child;
      child.prose = words_of(note.paragraphs[i], false);
      if (!child.prose.empty()) block.children.push_back(std::move(child));
    }
    out_.push_back(std::move(block));
  }

  const Draft& draft_;
  std::set<std::string> labels_;
  std::vector<Block> out_;
  std::vector<Block> list_;  // the lists that are open, outermost first
  std::vector<int> open_;    // how many levels of items are open
  std::vector<const Piece*> bullets_;
  int numbered_depth_ = -1;
  bool below_number_ = false;
  bool item_leads_in_ = false;  // the item before announces those of its own
  bool quoting_ = false;
};

}  // namespace

std::vector<syntax::Block> assemble(const Draft& draft) {
  return Assembler(draft).run();
}

}  // namespace concord::intake
