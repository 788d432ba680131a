// Saved pages: what a committee system shows of a report, what a council's site publishes, what
// Word writes as "web page, filtered".
//
// The page around the text (menus, breadcrumbs, cookies) goes: where the page says which part of it
// is the text, that part is read, and the words of the rest are listed as removed (page_parts.h).
// Numbers that a style sheet counts are words that a reader sees (page_styles.h).

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "diag/messages.h"
#include "intake/blocks.h"
#include "intake/labels.h"
#include "intake/page_parts.h"
#include "intake/page_styles.h"
#include "intake/page_tree.h"
#include "intake/struck_numbers.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "source/utf8.h"
#include "syntax/number.h"

namespace concord::intake {
namespace {

constexpr std::size_t most_bytes = 32u << 20u;

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// A length of CSS in points: "36.0pt", "0.5in", "48px"; 0 for others.
double points_of(std::string_view length) {
  double value = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  if (error != std::errc()) return 0;
  const std::string_view unit(end, static_cast<std::size_t>(length.data() + length.size() - end));
  if (unit.starts_with("px")) return value * 0.75;
  if (unit.starts_with("in")) return value * 72;
  if (unit.starts_with("cm")) return value * 28.35;
  if (unit.starts_with("em")) return value * 12;
  return unit.starts_with("pt") ? value : 0;
}

// The parts of a page of Concord's that hold the text: who made it, the clauses, the footnotes.
bool is_own_part(const PageNode& node) {
  if (node.is("div")) return node.has_class("banner") || node.has_class("provisions");
  return node.is("ol") && node.parent != nullptr && node.parent->has_class("footnotes");
}

// What a page of Concord's puts beside the words of a clause.
bool is_beside_own_words(const PageNode& node) {
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"permalink", "beside", "back", "sic", "repair"},
      [&](std::string_view name) { return node.has_class(name); });
}

void gather(const PageNode& node, bool (*sign)(const PageNode&),
            std::vector<const PageNode*>& parts) {
  if (!node.is_words() && sign(node)) {
    parts.push_back(&node);
    return;
  }
  for (const PageNode& child : node.children) gather(child, sign, parts);
}

// A page that Concord made, whose classes say what is what (own_file.h).
bool is_own(const PageNode& root) {
  const auto body =
      std::ranges::find_if(root.children, [](const PageNode& child) { return child.is("body"); });
  if (body == root.children.end() || !body->has_class("protocol")) return false;
  std::vector<const PageNode*> found;
  gather(
      *body, [](const PageNode& each) { return each.has_class("provisions"); }, found);
  return found.size() == 1;
}

// How the words of an element look, on from how those around it do.
struct Look {
  Run run;
  bool symbols = false;  // in a typeface of signs
};

Look look_in(Look look, const PageNode& node, const Declarations& style) {
  const std::string weight = folded(value_of(style, "font-weight"));
  Run& run = look.run;
  const bool light = weight == "normal" || weight == "400";
  run.bold = (run.bold && !light) || node.is("b") || node.is("strong") || weight == "bold" ||
             weight == "700";
  run.italic = run.italic || node.is("i") || node.is("em") ||
               folded(value_of(style, "font-style")) == "italic";
  const std::string lines = folded(value_of(style, "text-decoration"));
  run.underlined = run.underlined || node.is("u");
  run.struck =
      run.struck || node.is_any_of({"s", "strike", "del"}) || contains(lines, "line-through");
  run.superscript =
      run.superscript || node.is("sup") || folded(value_of(style, "vertical-align")) == "super";
  run.hidden = run.hidden || folded(value_of(style, "display")) == "none" ||
               folded(value_of(style, "visibility")) == "hidden" ||
               folded(value_of(style, "mso-hide")) == "all";
  const std::string family = folded(value_of(style, "font-family"));
  look.symbols = look.symbols || contains(family, "symbol") || contains(family, "wingdings") ||
                 contains(family, "courier");
  return look;
}

// "#_ftn1" -> "_ftn1" where it leads to a note and not back from one.
std::string note_target(const PageNode& link) {
  const std::string_view address = link.attribute("href");
  if (!address.starts_with('#')) return {};
  const std::string small = folded(address);
  if (contains(small, "ref") || small.ends_with("anc")) return {};
  const bool note = contains(small, "ftn") || contains(small, "edn") || contains(small, "fn") ||
                    contains(small, "note");
  return note ? std::string(address.substr(1)) : std::string();
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (source::is_digit(c)) digits += c;
  return digits;
}

// How the items of a list are marked, by its sheets and by its attributes: "decimal", "none".
std::string list_style_of(const PageNode& list, const Declarations& style) {
  std::string shown = folded(value_of(style, "list-style-type"));
  if (shown.empty()) {
    const std::string all = folded(value_of(style, "list-style"));
    for (const std::string_view word : tokens_of(all))
      if (word != "inside" && word != "outside" && !word.starts_with("url")) shown = word;
  }
  return shown.empty() ? std::string(list.attribute("type")) : shown;
}

// The items of a list that has numbers.
class ListNumbers {
 public:
  ListNumbers(const PageNode& list, std::string style) : style_(std::move(style)) {
    set(list.attribute("start"));
  }

  std::string next(const PageNode& item) {
    set(item.attribute("value"));
    return number_in_list(style_, next_++) + ".";
  }

 private:
  void set(std::string_view text) {
    int value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc() &&
        value > 0)
      next_ = static_cast<std::uint32_t>(value);
  }

  std::string style_;
  std::uint32_t next_ = 1;
};

// A reader sees the list's own marker and what its sheet counts. Letters that the list asks for
// stand, and a marker that says the same; else "2.1" says more than "1.".
std::string better_marker(const std::string& marker, std::string_view counted) {
  const syntax::Number number = whole_label(counted);
  const syntax::Number own = whole_label(marker);
  if (!number.present()) return marker;
  const bool letter = own.present() && own.style != syntax::NumberStyle::decimal;
  return letter || own.path == number.path ? marker : std::string(counted);
}

class PageReader {
 public:
  explicit PageReader(const PageNode& root) : root_(root), parts_(root), styles_(root) {}

  Reading run() {
    reading_.format = Format::html;
    find_properties(root_);
    find_notes(root_);
    reading_.own = is_own(root_);
    std::vector<const PageNode*> parts;
    if (reading_.own) {
      gather(root_, is_own_part, parts);
    } else {
      parts = parts_.text();
    }
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

  // Elements that a link leads to as to a note: by id, or by the name of the link back.
  void find_notes(const PageNode& node) {
    if (node.is("a")) {
      const std::string target = note_target(node);
      const std::string mark = digits_of(words_of(node));
      if (!target.empty() && !mark.empty()) marks_.emplace(target, mark);
    }
    for (const PageNode& child : node.children) find_notes(child);
  }

  // The mark of the note that the element holds, or nothing.
  const std::string* note_of(const PageNode& node) const {
    const std::string id(node.attribute("id"));
    for (const std::string& name : {id, "_" + id, id + "sym"})
      if (const auto found = marks_.find(name); !id.empty() && found != marks_.end())
        return &found->second;
    const std::string_view kind = node.attribute("class");
    if (!contains(kind, "MsoFootnoteText") && !contains(kind, "MsoEndnoteText")) return nullptr;
    for (const PageNode& child : node.children) {
      const auto found = marks_.find(child.attribute("name"));
      if (child.is("a") && found != marks_.end()) return &found->second;
    }
    return nullptr;
  }

  void list_outside(const PageNode& node) {
    if (inside_.contains(&node) || is_silent(node)) return;
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
    const std::string* mark = note_of(node);
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

  // "[1] See paragraph 5." without its mark and the link back.
  static void strip_mark(Runs& runs, const std::string& mark) {
    std::erase_if(runs, [](const Run& run) { return contains(run.text, "↩"); });
    for (Run& run : runs) {
      const std::string_view text = trimmed(run.text);
      if (text.empty()) continue;
      for (const std::string& form : {"[" + mark + "]", mark}) {
        if (!text.starts_with(form)) continue;
        run.text = std::string(text.substr(form.size()));
        return;
      }
      return;
    }
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
    if (is_silent(node)) return;
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
    read_element(node);
    flush();
  }

  bool is_around(const PageNode& node) const {
    return reading_.own ? is_beside_own_words(node) : parts_.is_around(node);
  }

  void leave_out(const PageNode& node) {
    const std::string words = words_of(node);
    if (!trimmed(words).empty())
      reading_.removed.push_back({{}, std::string(trimmed(words)), diag::IMP015::around_page});
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
    if (whole_label(words).present() && pending_.label.empty() && runs_are_empty(into)) {
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
      read_item(child, std::move(marker));
    }
    --list_level_;
  }

  // "• 1.1 Members": the list only lays out what has numbers of its own.
  static bool has_typed_number(const PageNode& item) {
    const std::string words = words_of(item);
    const Label label = label_at(trimmed(words));
    return label.number.present() && !label.alone && !syntax::is_unmarked(label.number);
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
    std::vector<Row> rows;
    std::vector<const PageNode*> nodes;
    gather_rows(table, nodes, 0);
    for (const PageNode* node : nodes) rows.push_back(read_row(*node));
    std::erase_if(rows, [](const Row& row) { return row.cells.empty(); });
    if (rows.empty()) return;
    if (is_layout(rows)) {
      for (const Row& row : rows) put_row_as_words(row);
      return;
    }
    Block block;
    block.kind = BlockKind::table;
    block.place.paragraph = ++paragraph_;
    block.rows = std::move(rows);
    if (block.rows.size() > 1 && !block.rows.front().header)
      block.rows.front().header = could_head_columns(block.rows.front());
    reading_.blocks.push_back(std::move(block));
  }

  static void gather_rows(const PageNode& node, std::vector<const PageNode*>& rows, int depth) {
    if (depth > 3) return;
    for (const PageNode& child : node.children) {
      if (child.is("tr")) {
        rows.push_back(&child);
      } else if (!child.is_words()) {
        gather_rows(child, rows, depth + 1);
      }
    }
  }

  Row read_row(const PageNode& node) {
    Row row;
    row.header = true;
    for (const PageNode& child : node.children) {
      if (!child.is("td") && !child.is("th")) continue;
      row.header = row.header && child.is("th");
      row.cells.push_back(read_cell(child));
    }
    row.header = row.header && !row.cells.empty();
    return row;
  }

  // The paragraphs of a cell; a table in it is read row by row. What was read before it waits.
  Cell read_cell(const PageNode& node) {
    Reading outer = std::exchange(reading_, {});
    const Block pending = std::exchange(pending_, {});
    const int list_level = std::exchange(list_level_, -1);
    reading_.own = outer.own;
    for (const PageNode& child : node.children) read_block(child);
    flush();
    Reading inner = std::exchange(reading_, std::move(outer));
    pending_ = pending;
    list_level_ = list_level;
    Cell cell;
    for (Block& block : inner.blocks) {
      if (!block.label.empty()) block.runs.insert(block.runs.begin(), Run{block.label + " "});
      if (block.kind != BlockKind::table) cell.paragraphs.push_back(std::move(block.runs));
      for (Row& row : block.rows)
        for (Cell& each : row.cells)
          for (Runs& runs : each.paragraphs) cell.paragraphs.push_back(std::move(runs));
    }
    std::ranges::move(inner.removed, std::back_inserter(reading_.removed));
    std::ranges::move(inner.notes, std::back_inserter(reading_.notes));
    std::ranges::move(inner.doubts, std::back_inserter(reading_.doubts));
    return cell;
  }

  static std::string cell_words(const Cell& cell) {
    std::string words;
    for (const Runs& runs : cell.paragraphs) words += text_of(runs) + " ";
    return std::string(trimmed(words));
  }

  // A table that only puts words at their places: one column, or numbers beside their paragraphs.
  static bool is_layout(const std::vector<Row>& rows) {
    const bool narrow =
        std::ranges::all_of(rows, [](const Row& row) { return row.cells.size() == 1; });
    const bool parted = std::ranges::all_of(rows, [](const Row& row) {
      return row.cells.size() <= 3 && std::all_of(row.cells.begin(), row.cells.end() - 1,
                                                  [](const Cell& cell) { return is_before(cell); });
    });
    return narrow || parted || has_side_headings(rows);
  }

  static bool has_side_headings(const std::vector<Row>& rows) {
    std::vector<SideRow> sides;
    for (const Row& row : rows) {
      if (row.cells.size() != 2) return false;
      SideRow& side = sides.emplace_back();
      side.heading = cell_words(row.cells.front());
      for (const Runs& runs : row.cells.back().paragraphs)
        side.paragraphs.push_back(std::string(trimmed(text_of(runs))));
    }
    return are_side_headings(sides);
  }

  static bool is_before(const Cell& cell) {
    const std::string words = cell_words(cell);
    return words.empty() || is_lone_label(words);
  }

  static bool could_head_columns(const Row& row) {
    return std::ranges::all_of(row.cells, [](const Cell& cell) {
      const std::string words = cell_words(cell);
      return !words.empty() && tokens_of(words).size() <= 5 && !ends_with_punctuation(words) &&
             std::ranges::none_of(words, source::is_digit);
    });
  }

  void put_row_as_words(const Row& row) {
    std::string label;
    for (auto cell = row.cells.begin(); cell != row.cells.end() - 1; ++cell)
      label += (label.empty() ? "" : " ") + cell_words(*cell);
    if (!label.empty() && !is_lone_label(label)) {  // a heading beside its paragraphs
      for (const Runs& runs : row.cells.front().paragraphs)
        runs_.insert(runs_.end(), runs.begin(), runs.end());
      flush();
      label.clear();
    }
    for (const Runs& runs : row.cells.back().paragraphs) {
      if (!label.empty()) runs_.push_back(Run{label + " "});
      label.clear();
      runs_.insert(runs_.end(), runs.begin(), runs.end());
      flush();
    }
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
    if (is_silent(node)) return;
    if (node.is("br")) {
      into.push_back(Run{"\n"});
      return;
    }
    if (reading_.own && read_own_inline(node)) return;
    if (node.is("img")) note_picture(node);
    if (node.is("a") && put_note_mark(node, into)) return;
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
    const auto found = marks_.find(note_target(link));
    // A word may lead to a note too, where the note defines it.
    if (found == marks_.end() || digits_of(words_of(link)) != found->second) return false;
    Run run;
    run.note = found->second;
    into.push_back(std::move(run));
    return true;
  }

  void add(Runs& into, std::string_view text, const Look& look) {
    std::string words;
    for (const char each : without_unseen(text)) {
      const char c = each == '\n' || each == '\r' || each == '\t' ? ' ' : each;
      if (c != ' ' || words.empty() || words.back() != ' ') words += c;
    }
    if (look.symbols && runs_are_empty(into) && !trimmed(words).empty() &&
        source::count_characters(trimmed(words)) == 1 && pending_.label.empty()) {
      pending_.label = std::string(trimmed(words));
      pending_.bullet = true;
      return;
    }
    Run run = look.run;
    run.text = std::move(words);
    into.push_back(std::move(run));
  }

  static bool runs_are_empty(const Runs& runs) {
    return std::ranges::all_of(runs, [](const Run& run) { return trimmed(run.text).empty(); });
  }

  // The paragraph so far, as one block or, where line breaks part numbered lines, as several.
  void flush() {
    if (runs_are_empty(runs_) &&
        std::ranges::none_of(runs_, [](const Run& run) { return !run.note.empty(); })) {
      runs_.clear();
      return;
    }
    Runs part;
    Runs all = std::move(runs_);
    runs_.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].text == "\n" && parts_paragraphs(all, i)) {
        put(std::move(part));
        part = {};
      } else {
        part.push_back(std::move(all[i]));
      }
    }
    put(std::move(part));
  }

  // Two line breaks, or one before a number or bullet.
  static bool parts_paragraphs(const Runs& runs, std::size_t at) {
    std::string behind;
    for (std::size_t i = at + 1; i < runs.size(); ++i) {
      if (runs[i].text == "\n") {
        if (trimmed(behind).empty()) return true;
        break;
      }
      behind += runs[i].text;
    }
    const std::string_view words = trimmed(behind);
    return bullet_length(words) > 0 || label_at(words).number.present();
  }

  // Blanks that open a paragraph are how the file is laid out, and not shown.
  static void strip_head(Runs& runs) {
    for (Run& run : runs) {
      run.text.erase(0, std::min(run.text.find_first_not_of(" \t\n"), run.text.size()));
      if (!run.text.empty() || !run.note.empty()) break;
    }
    std::erase_if(runs, [](const Run& run) { return run.text.empty() && run.note.empty(); });
  }

  void put(Runs runs) {
    if (runs_are_empty(runs)) return;
    strip_head(runs);
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
  PageParts parts_;
  PageStyles styles_;
  Counters counters_;
  Reading reading_;
  std::map<std::string, std::string, std::less<>> marks_;  // target of a link to a note -> its mark
  std::set<const PageNode*> inside_;                       // the parts that hold the text
  Runs runs_;
  Block pending_;
  Look look_;  // of the block that is read
  std::uint32_t paragraph_ = 0;
  int list_level_ = -1;
  int quoted_ = 0;
};

}  // namespace

Outcome read_html(const std::string& bytes) {
  if (bytes.size() > most_bytes) return Refusal{diag::Code::IMP004, diag::IMP004::page};
  const std::unique_ptr<const PageNode> root = parse_page(bytes);
  if (root == nullptr) return Refusal{diag::Code::IMP002, diag::IMP002::page};
  Reading reading = PageReader(*root).run();
  if (reading.blocks.empty()) return Refusal{diag::Code::IMP005, diag::IMP005::page};
  settle_struck_numbers(reading);
  return reading;
}

}  // namespace concord::intake
