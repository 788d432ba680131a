// Saved pages: what a committee system shows of a report, what a council's site publishes, what
// Word writes as "web page, filtered".
//
// The page around the text (menus, breadcrumbs, cookies) goes: where the page says which part of it
// is the text, that part is read, and the words of the rest are listed as removed. libxml2 reads
// what no browser would refuse; it fetches nothing, and its own bounds on depth and size hold.

#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <set>

#include "diag/messages.h"
#include "intake/blocks.h"
#include "intake/labels.h"
#include "intake/struck_numbers.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "source/utf8.h"
#include "syntax/number.h"

namespace concord::intake {
namespace {

constexpr std::size_t most_bytes = 32u << 20u;
constexpr int deepest = 200;

std::string_view name_of(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || node->name == nullptr) return {};
  return reinterpret_cast<const char*>(node->name);
}

std::string_view content_of(const xmlNode* node) {
  return node->content == nullptr ? std::string_view()
                                  : std::string_view(reinterpret_cast<const char*>(node->content));
}

std::string attribute(const xmlNode* node, const char* wanted) {
  for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
    if (std::string_view(reinterpret_cast<const char*>(each->name)) != wanted) continue;
    return each->children == nullptr ? std::string() : std::string(content_of(each->children));
  }
  return {};
}

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

template <typename Visit>
void for_each_child(const xmlNode* node, const Visit& visit) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) visit(child);
}

bool is_any_of(std::string_view name, const std::set<std::string_view>& names) {
  return names.contains(name);
}

bool is_silent(std::string_view name) {
  return is_any_of(name, {"script", "style", "head", "noscript", "template", "iframe", "object",
                          "svg", "select", "button", "input", "textarea"});
}

// What a page has around its text, by its elements and by the names that sites give them.
bool is_around_text(const xmlNode* node) {
  if (is_any_of(name_of(node), {"nav", "footer", "aside", "form"})) return true;
  const std::string role = attribute(node, "role");
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search")
    return true;
  const std::string names = folded(attribute(node, "id") + " " + attribute(node, "class"));
  return std::ranges::any_of(
      std::array<std::string_view, 10>{"breadcrumb", "cookie", "skip-link", "sidebar",
                                       "site-header", "navbar", "pagination", "skiplink",
                                       "feedback", "page-rating"},
      [&](std::string_view word) { return contains(names, word); });
}

bool is_block(std::string_view name) {
  return is_any_of(name, {"p",          "div",   "section", "article",    "main",    "h1",
                          "h2",         "h3",    "h4",      "h5",         "h6",      "ul",
                          "ol",         "li",    "table",   "blockquote", "body",    "html",
                          "dl",         "dt",    "dd",      "center",     "header",  "figure",
                          "figcaption", "hr",    "pre",     "fieldset",   "address", "details",
                          "summary",    "thead", "tbody",   "tr",         "td",      "th"});
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

std::string_view property(std::string_view style, std::string_view name) {
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view each = trimmed(style.substr(at, end - at));
    const std::size_t colon = each.find(':');
    if (colon != std::string_view::npos && trimmed(each.substr(0, colon)) == name)
      return trimmed(each.substr(colon + 1));
    at = end + 1;
  }
  return {};
}

bool has_class(const xmlNode* node, std::string_view wanted) {
  return (" " + attribute(node, "class") + " ").find(" " + std::string(wanted) + " ") !=
         std::string::npos;
}

// The parts of a page of Concord's that hold the text: who made it, the clauses, the footnotes.
bool is_own_part(const xmlNode* node) {
  if (name_of(node) == "div") return has_class(node, "banner") || has_class(node, "provisions");
  return name_of(node) == "ol" && node->parent != nullptr && has_class(node->parent, "footnotes");
}

// What a page of Concord's puts beside the words of a clause.
bool is_beside_own_words(const xmlNode* node) {
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"permalink", "beside", "back", "sic", "repair"},
      [&](std::string_view name) { return has_class(node, name); });
}

// How the words of an element look, on from how those around it do.
struct Look {
  Run run;
  bool symbols = false;  // in a typeface of signs
};

Look look_in(Look look, const xmlNode* node) {
  const std::string_view name = name_of(node);
  const std::string style = folded(attribute(node, "style"));
  const std::string_view weight = property(style, "font-weight");
  Run& run = look.run;
  run.bold = (run.bold && weight != "normal" && weight != "400") || name == "b" ||
             name == "strong" || weight == "bold" || weight == "700";
  run.italic =
      run.italic || name == "i" || name == "em" || property(style, "font-style") == "italic";
  run.underlined = run.underlined || name == "u";
  run.struck = run.struck || name == "s" || name == "strike" || name == "del" ||
               contains(property(style, "text-decoration"), "line-through");
  run.superscript =
      run.superscript || name == "sup" || property(style, "vertical-align") == "super";
  run.hidden = run.hidden || property(style, "display") == "none" ||
               property(style, "visibility") == "hidden" || property(style, "mso-hide") == "all";
  const std::string_view family = property(style, "font-family");
  look.symbols = look.symbols || contains(family, "symbol") || contains(family, "wingdings") ||
                 contains(family, "courier");
  return look;
}

// "#_ftn1" -> "_ftn1" where it leads to a note and not back from one.
std::string note_target(const xmlNode* link) {
  const std::string address = attribute(link, "href");
  if (!address.starts_with('#')) return {};
  const std::string small = folded(address);
  if (contains(small, "ref") || small.ends_with("anc")) return {};
  const bool note = contains(small, "ftn") || contains(small, "edn") || contains(small, "fn") ||
                    contains(small, "note");
  return note ? address.substr(1) : std::string();
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (source::is_digit(c)) digits += c;
  return digits;
}

std::string words_of(const xmlNode* node, int depth = 0) {
  if (node->type == XML_TEXT_NODE) return std::string(content_of(node));
  if (is_silent(name_of(node)) || depth > deepest) return {};
  std::string words;
  for_each_child(node, [&](const xmlNode* child) { words += words_of(child, depth + 1); });
  return is_block(name_of(node)) ? " " + words + " " : words;
}

// The items of a list that has numbers.
class Counter {
 public:
  explicit Counter(const xmlNode* list) : type_(attribute(list, "type")) {
    const std::string style = folded(attribute(list, "style"));
    const std::string_view shown = property(style, "list-style-type");
    if (shown == "lower-alpha" || shown == "lower-latin") type_ = "a";
    if (shown == "upper-alpha" || shown == "upper-latin") type_ = "A";
    if (shown == "lower-roman") type_ = "i";
    if (shown == "upper-roman") type_ = "I";
    set(attribute(list, "start"));
  }

  std::string next(const xmlNode* item) {
    set(attribute(item, "value"));
    return spelt(next_++) + ".";
  }

 private:
  void set(const std::string& text) {
    int value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc() &&
        value > 0)
      next_ = static_cast<std::uint32_t>(value);
  }

  std::string spelt(std::uint32_t value) const {
    std::string out;
    if (type_ == "i" || type_ == "I") {
      out = syntax::as_roman(value);
    } else if ((type_ == "a" || type_ == "A") && value <= 26) {
      out = std::string(1, static_cast<char>('a' + value - 1));
    } else {
      return std::to_string(value);
    }
    if (source::is_upper(type_[0]))
      std::ranges::transform(out, out.begin(),
                             [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return out;
  }

  std::string type_;
  std::uint32_t next_ = 1;
};

class PageReader {
 public:
  explicit PageReader(const xmlNode* root) : root_(root) {}

  Reading run() {
    reading_.format = Format::html;
    find_properties(root_, 0);
    find_notes(root_, 0);
    std::vector<const xmlNode*> parts;
    reading_.own = is_own(root_, 0);
    if (reading_.own) {
      gather(root_, is_own_part, parts, 0);
    } else {
      find_text(root_, parts, 0);
    }
    if (parts.empty()) parts.push_back(root_);
    inside_.insert(parts.begin(), parts.end());
    list_outside(root_, 0);
    for (const xmlNode* part : parts) read_block(part, 0);
    flush();
    return std::move(reading_);
  }

 private:
  void find_properties(const xmlNode* node, int depth) {
    if (depth > deepest) return;
    if (name_of(node) == "title" && reading_.properties.title.empty())
      for_each_child(node,
                     [&](const xmlNode* child) { reading_.properties.title += content_of(child); });
    if (name_of(node) == "html") reading_.properties.language = attribute(node, "lang");
    for_each_child(node, [&](const xmlNode* child) { find_properties(child, depth + 1); });
  }

  // A page that Concord made, whose classes say what is what (own_file.h).
  static bool is_own(const xmlNode* node, int depth) {
    if (depth > deepest || node->type != XML_ELEMENT_NODE) return false;
    if (name_of(node) == "body") {
      std::vector<const xmlNode*> found;
      gather(
          node, [](const xmlNode* each) { return has_class(each, "provisions"); }, found, 0);
      return has_class(node, "protocol") && found.size() == 1;
    }
    bool own = false;
    for_each_child(node, [&](const xmlNode* child) { own = own || is_own(child, depth + 1); });
    return own;
  }

  // The parts that hold the text, the surest sign first: sections of Word, then what the page
  // itself calls its main part.
  void find_text(const xmlNode* root, std::vector<const xmlNode*>& parts, int) const {
    static constexpr std::array<bool (*)(const xmlNode*), 4> signs{
        [](const xmlNode* node) { return attribute(node, "class").starts_with("WordSection"); },
        [](const xmlNode* node) {
          return name_of(node) == "main" || attribute(node, "role") == "main";
        },
        [](const xmlNode* node) { return name_of(node) == "article"; },
        [](const xmlNode* node) {
          const std::string id = folded(attribute(node, "id"));
          return id == "main" || id == "content" || id == "main-content" || id == "maincontent";
        }};
    for (const auto sign : signs) {
      gather(root, sign, parts, 0);
      if (!parts.empty()) return;
    }
  }

  static void gather(const xmlNode* node, bool (*sign)(const xmlNode*),
                     std::vector<const xmlNode*>& parts, int depth) {
    if (depth > deepest || node->type == XML_TEXT_NODE) return;
    if (node->type == XML_ELEMENT_NODE && sign(node)) {
      parts.push_back(node);
      return;
    }
    for_each_child(node, [&](const xmlNode* child) { gather(child, sign, parts, depth + 1); });
  }

  // Elements that a link leads to as to a note: by id, or by the name of the link back.
  void find_notes(const xmlNode* node, int depth) {
    if (depth > deepest || node->type != XML_ELEMENT_NODE) {
      if (node->type != XML_ELEMENT_NODE && node->children == nullptr) return;
    }
    if (name_of(node) == "a") {
      const std::string target = note_target(node);
      const std::string mark = digits_of(words_of(node));
      if (!target.empty() && !mark.empty()) marks_.emplace(target, mark);
    }
    if (depth <= deepest)
      for_each_child(node, [&](const xmlNode* child) { find_notes(child, depth + 1); });
  }

  // The mark of the note that the element holds, or nothing.
  const std::string* note_of(const xmlNode* node) const {
    const std::string id = attribute(node, "id");
    for (const std::string& name : {id, "_" + id, id + "sym"})
      if (const auto found = marks_.find(name); !id.empty() && found != marks_.end())
        return &found->second;
    const std::string kind = attribute(node, "class");
    if (!contains(kind, "MsoFootnoteText") && !contains(kind, "MsoEndnoteText")) return nullptr;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      const auto found = marks_.find(attribute(child, "name"));
      if (name_of(child) == "a" && found != marks_.end()) return &found->second;
    }
    return nullptr;
  }

  void list_outside(const xmlNode* node, int depth) {
    if (depth > deepest || inside_.contains(node) || is_silent(name_of(node))) return;
    if (node->type == XML_ELEMENT_NODE && take_note(node)) return;
    if (node->type == XML_TEXT_NODE) {
      const std::string_view words = trimmed(content_of(node));
      if (!words.empty())
        reading_.removed.push_back({{}, std::string(words), diag::IMP015::around_page});
      return;
    }
    for_each_child(node, [&](const xmlNode* child) { list_outside(child, depth + 1); });
  }

  bool take_note(const xmlNode* node) {
    const std::string* mark = note_of(node);
    if (mark == nullptr || name_of(node) == "a" || name_of(node) == "sup") return false;
    Note note;
    note.mark = *mark;
    note.place.paragraph = paragraph_;
    Runs runs;
    read_runs(node, {}, runs, 0);
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

  void read_block(const xmlNode* node, int depth) {
    if (depth > deepest) return;
    if (node->type == XML_TEXT_NODE) {
      put_text(content_of(node), {});
      return;
    }
    const std::string_view name = name_of(node);
    if (is_silent(name)) return;
    if (!inside_.contains(node) && !name.empty() && is_around(node)) {
      leave_out(node);
      return;
    }
    if (!is_block(name) && !name.empty()) {
      read_runs(node, {}, runs_, depth);
      return;
    }
    flush();
    if (!name.empty() && take_note(node)) return;
    read_element(node, name, depth);
    flush();
  }

  bool is_around(const xmlNode* node) const {
    return reading_.own ? is_beside_own_words(node) : is_around_text(node);
  }

  void leave_out(const xmlNode* node) {
    const std::string words = words_of(node);
    if (!trimmed(words).empty())
      reading_.removed.push_back({{}, std::string(trimmed(words)), diag::IMP015::around_page});
  }

  void read_element(const xmlNode* node, std::string_view name, int depth) {
    if (name == "table") {
      read_table(node, depth);
      return;
    }
    if (name == "ol" || name == "ul") {
      read_list(node, name == "ol", depth);
      return;
    }
    const bool quotes = name == "blockquote";
    quoted_ += quotes ? 1 : 0;
    begin(node, name);
    for_each_child(node, [&](const xmlNode* child) { read_block(child, depth + 1); });
    flush();
    quoted_ -= quotes ? 1 : 0;
  }

  // The paragraph that begins with the element; its style stays for what stands in it.
  void begin(const xmlNode* node, std::string_view name) {
    const std::string style = folded(attribute(node, "style"));
    const std::string kind = attribute(node, "class");
    if (name == "p" || name.size() == 2) {
      pending_.style = kind.empty() ? std::string(name) : kind;
      pending_.indent = points_of(property(style, "margin-left"));
      pending_.first_indent = pending_.indent + points_of(property(style, "text-indent"));
    }
    if (name.size() == 2 && name[0] == 'h' && source::is_digit(name[1]))
      pending_.heading_level = name[1] - '0';
    if (contains(kind, "MsoTitle")) {
      pending_.heading_level = 1;
      pending_.style = "Title";
    }
    if (reading_.own) begin_own(node, name);
    const std::string align = folded(attribute(node, "align"));
    if (align == "center" || property(style, "text-align") == "center" || name == "center")
      pending_.alignment = Alignment::centre;
  }

  // The styles by which a Word file of Concord's says the same.
  void begin_own(const xmlNode* node, std::string_view name) {
    if (has_class(node, "council")) pending_.style = "Council";
    if (has_class(node, "part")) pending_.style = "Subtitle";
    if (pending_.heading_level > 1) --pending_.heading_level;
    if (name != "h1") return;
    pending_.style = "Title";
    if (const std::string id = attribute(node, "id"); !id.empty()) pending_.bookmarks = {"c_" + id};
  }

  void read_list(const xmlNode* list, bool numbered, int depth) {
    Counter counter(list);
    ++list_level_;
    for_each_child(list, [&](const xmlNode* child) {
      if (name_of(child) != "li") {
        read_block(child, depth + 1);
        return;
      }
      flush();
      if (take_note(child)) return;
      pending_.label = numbered ? counter.next(child) : "•";
      pending_.bullet = !numbered;
      pending_.list_level = list_level_;
      for_each_child(child, [&](const xmlNode* inner) { read_block(inner, depth + 2); });
      flush();
      pending_ = {};
    });
    --list_level_;
  }

  void read_table(const xmlNode* table, int depth) {
    std::vector<Row> rows;
    std::vector<const xmlNode*> nodes;
    gather_rows(table, nodes, 0);
    for (const xmlNode* node : nodes) rows.push_back(read_row(node, depth));
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

  static void gather_rows(const xmlNode* node, std::vector<const xmlNode*>& rows, int depth) {
    if (depth > 3) return;
    for_each_child(node, [&](const xmlNode* child) {
      if (name_of(child) == "tr") {
        rows.push_back(child);
      } else if (child->type == XML_ELEMENT_NODE) {
        gather_rows(child, rows, depth + 1);
      }
    });
  }

  Row read_row(const xmlNode* node, int depth) {
    Row row;
    row.header = true;
    for_each_child(node, [&](const xmlNode* child) {
      const std::string_view name = name_of(child);
      if (name != "td" && name != "th") return;
      row.header = row.header && name == "th";
      row.cells.push_back(read_cell(child, depth));
    });
    row.header = row.header && !row.cells.empty();
    return row;
  }

  // The paragraphs of a cell; a table in it is read row by row.
  Cell read_cell(const xmlNode* node, int depth) {
    PageReader inner(node);
    inner.marks_ = marks_;
    inner.reading_.own = reading_.own;
    inner.inside_.insert(node);
    for_each_child(node, [&](const xmlNode* child) { inner.read_block(child, depth + 2); });
    inner.flush();
    Cell cell;
    for (Block& block : inner.reading_.blocks) {
      if (!block.label.empty()) block.runs.insert(block.runs.begin(), Run{block.label + " "});
      if (block.kind != BlockKind::table) cell.paragraphs.push_back(std::move(block.runs));
      for (Row& row : block.rows)
        for (Cell& each : row.cells)
          for (Runs& runs : each.paragraphs) cell.paragraphs.push_back(std::move(runs));
    }
    for (Removed& each : inner.reading_.removed) reading_.removed.push_back(std::move(each));
    for (Note& each : inner.reading_.notes) reading_.notes.push_back(std::move(each));
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

  void read_runs(const xmlNode* node, Look look, Runs& into, int depth) {
    if (depth > deepest) return;
    if (node->type == XML_TEXT_NODE) {
      add(into, content_of(node), look);
      return;
    }
    const std::string_view name = name_of(node);
    if (is_silent(name)) return;
    if (name == "br") {
      into.push_back(Run{"\n"});
      return;
    }
    if (reading_.own && read_own_inline(node)) return;
    if (name == "img") note_picture(node);
    if (name == "a" && put_note_mark(node, into)) return;
    if (!name.empty()) look = look_in(std::move(look), node);
    const std::string address = name == "a" ? attribute(node, "href") : std::string();
    const bool linked = !reading_.own || has_class(node, "web");  // others are found anew
    if (linked && (address.starts_with("http") || address.starts_with("mailto:")))
      look.run.link = address;
    for_each_child(node, [&](const xmlNode* child) { read_runs(child, look, into, depth + 1); });
  }

  // A clause's number, and what is no word of it.
  bool read_own_inline(const xmlNode* node) {
    if (is_beside_own_words(node)) {
      leave_out(node);
      return true;
    }
    if (!has_class(node, "number")) return false;
    pending_.label = trimmed(words_of(node));
    pending_.bullet = false;
    return true;
  }

  void note_picture(const xmlNode* node) {
    reading_.doubts.push_back({diag::Code::IMP013,
                               {0, paragraph_ + 1, 0},
                               attribute(node, "alt"),
                               diag::IMP013::picture});
  }

  bool put_note_mark(const xmlNode* link, Runs& into) const {
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
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at] == '\n' || text[at] == '\r' || text[at] == '\t' ? ' ' : text[at];
      if (text.substr(at).starts_with("\xC2\xAD")) {  // a soft hyphen
        ++at;
      } else if (c != ' ' || words.empty() || words.back() != ' ') {
        words += c;
      }
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

  void put_text(std::string_view text, const Look& look) { add(runs_, text, look); }

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

  const xmlNode* root_;
  Reading reading_;
  std::map<std::string, std::string> marks_;  // target of a link to a note -> its printed mark
  std::set<const xmlNode*> inside_;           // the parts that hold the text
  Runs runs_;
  Block pending_;
  std::uint32_t paragraph_ = 0;
  int list_level_ = -1;
  int quoted_ = 0;
};

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

}  // namespace

Outcome read_html(const std::string& bytes) {
  if (bytes.size() > most_bytes) return Refusal{diag::Code::IMP004, diag::IMP004::page};
  const bool utf8 = source::well_formed_length(bytes) == bytes.size();
  const std::unique_ptr<xmlDoc, FreeDocument> document(htmlReadMemory(
      bytes.data(), static_cast<int>(bytes.size()), nullptr, utf8 ? "UTF-8" : nullptr,
      HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
          HTML_PARSE_NODEFDTD));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return Refusal{diag::Code::IMP002, diag::IMP002::page};
  Reading reading = PageReader(root).run();
  if (reading.blocks.empty()) return Refusal{diag::Code::IMP005, diag::IMP005::page};
  settle_struck_numbers(reading);
  return reading;
}

}  // namespace concord::intake
