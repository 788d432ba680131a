// Saved pages: what a committee system shows of a report, what a council's site publishes, what
// Word writes as "web page, filtered".
//
// The page around the text (menus, breadcrumbs, cookies) goes: where the page says which part of it
// is the text, that part is read, and the words of the rest are listed as removed (page_parts.h).
// Numbers that a style sheet counts are words that a reader sees (page_styles.h).

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "diag/messages.h"
#include "intake/blocks.h"
#include "intake/labels.h"
#include "intake/layout_tables.h"
#include "intake/page_lists.h"
#include "intake/page_look.h"
#include "intake/page_notes.h"
#include "intake/page_own.h"
#include "intake/page_paragraphs.h"
#include "intake/page_parts.h"
#include "intake/page_styles.h"
#include "intake/page_tables.h"
#include "intake/page_tree.h"
#include "intake/printed_lines.h"
#include "intake/struck_numbers.h"
#include "intake/wording.h"
#include "source/utf8.h"
#include "syntax/number.h"

namespace concord::intake {
namespace {

constexpr std::size_t most_bytes = 32u << 20u;

class PageReader {
 public:
  PageReader(const PageNode& root, const ImportLists& lists)
      : root_(root), lists_(lists), parts_(root, lists), styles_(root), notes_(root) {}

  Reading run() {
    reading_.format = Format::html;
    find_properties(root_);
    reading_.own = is_own_page(root_);
    const std::vector<const PageNode*> parts =
        reading_.own ? parts_of_own_page(root_) : parts_.text();
    inside_.insert(parts.begin(), parts.end());
    list_outside(root_);
    for (const PageNode* part : parts) read_block(*part);
    flush();
    return std::move(reading_);
  }

 private:
  void find_properties(const PageNode& node) {
    if (node.is("title") && reading_.properties.title.empty())
      for (const PageNode& child : node.children) reading_.properties.title += child.text;
    if (node.is("html")) reading_.properties.language = node.attribute("lang");
    for (const PageNode& child : node.children) find_properties(child);
  }

  void list_outside(const PageNode& node) {
    if (inside_.contains(&node)) return;
    if (is_silent(node)) return leave_out_silent(node);
    if (!node.is_words() && take_note(node)) return;
    if (node.is_words()) {
      const std::string_view words = trimmed(node.text);
      if (!words.empty())
        reading_.removed.push_back({{}, std::string(words), diag::IMP015::around_page});
      return;
    }
    for (const PageNode& child : node.children) list_outside(child);
  }

  bool take_note(const PageNode& node) {
    const std::string* mark = notes_.held_by(node);
    if (mark == nullptr || node.is("a") || node.is("sup")) return false;
    Note note;
    note.mark = *mark;
    note.place.paragraph = paragraph_;
    Runs runs;
    read_runs(node, {}, runs);
    strip_mark(runs, *mark);
    note.paragraphs.push_back(std::move(runs));
    reading_.notes.push_back(std::move(note));
    return true;
  }

  void read_block(const PageNode& node) {
    if (node.is_words()) {
      add(runs_, node.text, look_);
      return;
    }
    if (heads_panel(node)) {
      read_panel_heading(node);
      return;
    }
    if (is_silent(node)) return leave_out_silent(node);
    if (!inside_.contains(&node) && is_around(node)) {
      leave_out(node);
      return;
    }
    if (!is_block(node)) {
      read_runs(node, look_, runs_);
      return;
    }
    flush();
    if (take_note(node)) return;
    if (node.is("pre")) {
      read_typed(node);
    } else {
      read_element(node);
    }
    flush();
  }

  // Words that stand as they were typed: their lines are those of a plain text.
  void read_typed(const PageNode& node) {
    Outcome outcome = read_text(typed_words_of(node), lists_);
    const auto* typed = std::get_if<Reading>(&outcome);
    if (typed == nullptr) return;  // no words
    for (Block block : typed->blocks) {
      block.place = {0, ++paragraph_, 0};
      reading_.blocks.push_back(std::move(block));
    }
  }

  bool is_around(const PageNode& node) const {
    return reading_.own ? is_beside_own_words(node) : parts_.is_around(node);
  }

  void leave_out(const PageNode& node) {
    const std::string words = words_of(node);
    if (!trimmed(words).empty())
      reading_.removed.push_back({{}, std::string(trimmed(words)), diag::IMP015::around_page});
  }

  void leave_out_silent(const PageNode& node) {
    const std::string words = as_shown(silent_words_of(node));
    if (!trimmed(words).empty())
      reading_.removed.push_back({{}, std::string(trimmed(words)), diag::IMP015::form});
  }

  // Words that a page keeps from sight are kept, once for all that stands in them.
  void note_not_shown(const PageNode& node) {
    const std::string words = as_shown(words_of(node));
    if (!trimmed(words).empty())
      reading_.doubts.push_back({diag::Code::IMP012,
                                 {0, paragraph_ + 1, 0},
                                 std::string(trimmed(words)),
                                 diag::IMP012::not_shown});
  }

  // A button in a heading is its words; one above its panel heads a section of its own.
  void read_panel_heading(const PageNode& button) {
    const bool own = pending_.heading_level == 0;
    if (own) {
      flush();
      pending_.heading_level = 2;
    }
    for (const PageNode& child : button.children) read_runs(child, look_, runs_);
    if (own) flush();
  }

  void read_element(const PageNode& node) {
    const ElementStyle style = styles_.of(node);
    const bool noted = unseen_;
    unseen_ = noted || style.not_shown;
    if (unseen_ && !noted && !reading_.own) note_not_shown(node);
    counters_.enter(node, style);
    const Look around = look_;
    look_ = look_in(look_, node, style.own);
    look_.run.hidden = folded(value_of(style.own, "mso-hide")) == "all";
    if (node.is("table")) {
      read_table(node);
    } else if (node.is("ol") || node.is("ul")) {
      read_list(node, style.own);
    } else {
      read_paragraphs(node, style);
    }
    look_ = around;
    unseen_ = noted;
    counters_.leave(node);
  }

  void read_paragraphs(const PageNode& node, const ElementStyle& style) {
    const bool quotes = node.is("blockquote");
    quoted_ += quotes ? 1 : 0;
    begin(node, style.own);
    if (!reading_.own) put_counted(counters_.shown(value_of(style.before, "content")), runs_);
    for (const PageNode& child : node.children) read_block(child);
    flush();
    quoted_ -= quotes ? 1 : 0;
  }

  // A number that a style sheet counts: the label, or words ("Article 3 – ").
  void put_counted(const std::string& counted, Runs& into) {
    if (counted.empty()) return;
    const std::string_view words = trimmed(counted);
    if (whole_label(words).present() && pending_.label.empty() && are_empty(into)) {
      pending_.label = words;
      pending_.bullet = false;
    } else {
      add(into, counted, look_);
    }
  }

  // The paragraph that begins with the element; its style stays for what stands in it.
  void begin(const PageNode& node, const Declarations& style) {
    const std::string_view kind = node.attribute("class");
    if (node.is("p") || node.name.size() == 2) {
      pending_.style = kind.empty() ? node.name : kind;
      pending_.indent = points_of(value_of(style, "margin-left"));
      pending_.first_indent = pending_.indent + points_of(value_of(style, "text-indent"));
    }
    if (const int level = heading_level_of(node); level > 0) pending_.heading_level = level;
    if (contains(kind, "MsoTitle")) {
      pending_.heading_level = 1;
      pending_.style = "Title";
    }
    if (reading_.own) begin_own(node);
    if (folded(node.attribute("align")) == "center" || node.is("center") ||
        folded(value_of(style, "text-align")) == "center")
      pending_.alignment = Alignment::centre;
  }

  // The styles by which a Word file of Concord's says the same.
  void begin_own(const PageNode& node) {
    if (node.has_class("council")) pending_.style = "Council";
    if (node.has_class("part")) pending_.style = "Subtitle";
    if (pending_.heading_level > 1) --pending_.heading_level;
    if (!node.is("h1")) return;
    pending_.style = "Title";
    const std::string_view id = node.attribute("id");
    if (!id.empty()) pending_.bookmarks = {"c_" + std::string(id)};
  }

  void read_list(const PageNode& list, const Declarations& style) {
    const std::string shown = list_style_of(list, style);
    ListNumbers numbers(list, shown);
    ++list_level_;
    for (const PageNode& child : list.children) {
      if (!child.is("li")) {
        read_block(child);
        continue;
      }
      flush();
      if (take_note(child)) continue;
      if (!reading_.own && parts_.is_around(child)) {
        leave_out(child);
        continue;
      }
      std::string marker = list.is("ol") ? numbers.next(child) : "•";
      if (list.is("ol") ? shown == "none" : has_typed_number(child)) marker.clear();
      read_item(child, marker);
    }
    --list_level_;
  }

  void read_item(const PageNode& item, const std::string& marker) {
    const ElementStyle style = styles_.of(item);
    counters_.enter(item, style);
    const std::string counted =
        reading_.own ? std::string() : counters_.shown(value_of(style.before, "content"));
    pending_.label = better_marker(marker, trimmed(counted));
    pending_.bullet = pending_.label == "•";
    pending_.list_level = list_level_;
    if (parts_.is_contents(item)) pending_.furniture = Furniture::contents;
    for (const PageNode& inner : item.children) read_block(inner);
    flush();
    pending_ = {};
    counters_.leave(item);
  }

  void read_table(const PageNode& table) {
    Grid grid;
    for (const PageNode* node : rows_of_table(table))
      if (GridRow row = read_row(*node); !row.cells.empty()) grid.push_back(std::move(row));
    if (grid.empty()) return;
    if (!reading_.own && lays_text_out(grid, lists_)) {
      std::ranges::move(text_of_grid(std::move(grid)), std::back_inserter(reading_.blocks));
      return;
    }
    Block block;
    block.kind = BlockKind::table;
    block.place.paragraph = ++paragraph_;
    block.rows = rows_of_grid(grid);
    if (block.rows.size() > 1 && !block.rows.front().header)
      block.rows.front().header = could_head_columns(block.rows.front());
    reading_.blocks.push_back(std::move(block));
  }

  GridRow read_row(const PageNode& node) {
    GridRow row;
    row.header = true;
    row.cells.reserve(node.children.size());
    for (const PageNode& child : node.children) {
      if (!child.is("td") && !child.is("th")) continue;
      row.header = row.header && child.is("th");
      row.cells.push_back(read_cell(child));
    }
    row.header = row.header && !row.cells.empty();
    return row;
  }

  // What was read before the cell waits.
  GridCell read_cell(const PageNode& node) {
    Reading outer = std::exchange(reading_, {});
    const Block pending = std::exchange(pending_, {});
    const int list_level = std::exchange(list_level_, -1);
    reading_.own = outer.own;
    for (const PageNode& child : node.children) read_block(child);
    flush();
    Reading inner = std::exchange(reading_, std::move(outer));
    pending_ = pending;
    list_level_ = list_level;
    std::ranges::move(inner.removed, std::back_inserter(reading_.removed));
    std::ranges::move(inner.notes, std::back_inserter(reading_.notes));
    std::ranges::move(inner.doubts, std::back_inserter(reading_.doubts));
    return {std::move(inner.blocks)};
  }

  void read_runs(const PageNode& node, Look look, Runs& into) {
    if (node.is_words()) {
      add(into, node.text, look);
      return;
    }
    if (heads_panel(node)) {
      for (const PageNode& child : node.children) read_runs(child, look, into);
      return;
    }
    if (is_silent(node)) return leave_out_silent(node);
    if (node.is("br")) {
      into.push_back(Run{"\n"});
      return;
    }
    if (reading_.own && read_own_inline(node)) return;
    if (node.is("img")) note_picture(node);
    if (node.is("a") && put_note_mark(node, into)) return;
    if (is_sign_link(node)) {
      leave_out(node);
      return;
    }
    const ElementStyle style = styles_.of(node);
    counters_.enter(node, style);
    look = look_in(std::move(look), node, style.own);
    const std::string_view address = node.is("a") ? node.attribute("href") : std::string_view();
    const bool linked = !reading_.own || node.has_class("web");  // others are found anew
    if (linked && (address.starts_with("http") || address.starts_with("mailto:")))
      look.run.link = address;
    if (!reading_.own) put_counted(counters_.shown(value_of(style.before, "content")), into);
    for (const PageNode& child : node.children) read_runs(child, look, into);
    counters_.leave(node);
  }

  // A clause's number, and what is no word of it.
  bool read_own_inline(const PageNode& node) {
    if (is_beside_own_words(node)) {
      leave_out(node);
      return true;
    }
    if (!node.has_class("number")) return false;
    pending_.label = trimmed(words_of(node));
    pending_.bullet = false;
    return true;
  }

  void note_picture(const PageNode& node) {
    reading_.doubts.push_back({diag::Code::IMP013,
                               {0, paragraph_ + 1, 0},
                               std::string(node.attribute("alt")),
                               diag::IMP013::picture});
  }

  bool put_note_mark(const PageNode& link, Runs& into) const {
    const std::string* mark = notes_.marked_by(link);
    if (mark == nullptr) return false;
    Run run;
    run.note = *mark;
    into.push_back(std::move(run));
    return true;
  }

  void add(Runs& into, std::string_view text, const Look& look) {
    std::string words = as_shown(text);
    if (look.symbols && are_empty(into) && !trimmed(words).empty() &&
        source::count_characters(trimmed(words)) == 1 && pending_.label.empty()) {
      pending_.label = std::string(trimmed(words));
      pending_.bullet = true;
      return;
    }
    Run run = look.run;
    run.text = std::move(words);
    into.push_back(std::move(run));
  }

  // The paragraph so far, as one block or, where line breaks part numbered lines, as several.
  void flush() {
    if (are_empty(runs_) &&
        std::ranges::none_of(runs_, [](const Run& run) { return !run.note.empty(); })) {
      runs_.clear();
      return;
    }
    for (Runs& paragraph : paragraphs_of(std::exchange(runs_, {}))) put(std::move(paragraph));
  }

  void put(Runs runs) {
    Block block = pending_;
    block.place.paragraph = ++paragraph_;
    block.quoted = quoted_ > 0;
    if (reading_.own && block.list_level >= 0)
      block.style = fmt::format("{} {}", block.bullet ? "List Bullet" : "List Number",
                                std::min(block.list_level + 1, 9));
    block.runs = std::move(runs);
    reading_.blocks.push_back(std::move(block));
    const int level = pending_.list_level;
    pending_ = {};
    pending_.list_level = level;
    if (level >= 0) pending_.label.clear();
  }

  const PageNode& root_;
  const ImportLists& lists_;
  PageParts parts_;
  PageStyles styles_;
  PageNotes notes_;
  Counters counters_;
  Reading reading_;
  std::set<const PageNode*> inside_;  // the parts that hold the text
  Runs runs_;
  Block pending_;
  Look look_;  // of the block that is read
  std::uint32_t paragraph_ = 0;
  int list_level_ = -1;
  bool unseen_ = false;  // what is read stands in what the page does not show
  int quoted_ = 0;
};

void note_too_deep(const PageNode& node, Reading& reading) {
  const std::string words = as_shown(node.too_deep);
  if (!trimmed(words).empty())
    reading.doubts.push_back(
        {diag::Code::IMP024, {}, std::string(trimmed(words)), diag::IMP024::too_deep});
  for (const PageNode& child : node.children) note_too_deep(child, reading);
}

}  // namespace

Outcome read_html(const std::string& bytes, const ImportLists& lists) {
  if (bytes.size() > most_bytes) return Refusal{diag::Code::IMP004, diag::IMP004::page};
  const std::unique_ptr<const PageNode> root = parse_page(bytes);
  if (root == nullptr) return Refusal{diag::Code::IMP002, diag::IMP002::page};
  Reading reading = PageReader(*root, lists).run();
  const std::size_t before = reading.doubts.size();
  note_too_deep(*root, reading);
  if (reading.blocks.empty() && reading.doubts.size() > before)
    return Refusal{diag::Code::IMP004, diag::IMP004::page_depth};
  if (reading.blocks.empty()) return Refusal{diag::Code::IMP005, diag::IMP005::page};
  settle_struck_numbers(reading);
  if (!reading.own) find_printed_lines(reading.blocks);
  return reading;
}

}  // namespace concord::intake
