#include "syntax/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <mutex>
#include <optional>

#include "syntax/number.h"
#include "syntax/prose_builder.h"

namespace concord::syntax {
namespace {

using diag::Code;

template <auto Free>
struct Freer {
  template <typename T>
  void operator()(T* thing) const {
    Free(thing);
  }
};
using Parser = std::unique_ptr<cmark_parser, Freer<cmark_parser_free>>;
using Tree = std::unique_ptr<cmark_node, Freer<cmark_node_free>>;
using Walk = std::unique_ptr<cmark_iter, Freer<cmark_iter_free>>;

Tree parse_markdown(const Prepared& prepared) {
  // cmark-gfm keeps its extensions, and while it parses the characters special to them, in globals.
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  cmark_gfm_core_extensions_ensure_registered();
  const Parser parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* name : {"table", "strikethrough", "autolink"}) {
    if (std::string_view(name) == "autolink" && !prepared.find_addresses()) continue;
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), prepared.text().data(), prepared.text().size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

bool is_extension_node(cmark_node* node, std::string_view name) {
  return cmark_node_get_type_string(node) == name;
}

bool is_ordered(cmark_node* list) {
  return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
}

// cmark-gfm takes a table out of the lines at the end of a paragraph and forgets where the
// paragraph stands. The table that was taken out of this one; null where none was.
cmark_node* table_taken_from(cmark_node* node) {
  cmark_node* next = cmark_node_next(node);
  const bool forgotten = cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
                         cmark_node_get_start_line(node) == 0 && next != nullptr;
  return forgotten && is_extension_node(next, "table") ? next : nullptr;
}

// It gives such a table the place of the paragraph; its header stands a line above the delimiters.
int header_line(cmark_node* table) {
  cmark_node* row = cmark_node_next(cmark_node_first_child(table));
  return row != nullptr ? cmark_node_get_start_line(row) - 2 : cmark_node_get_end_line(table) - 1;
}

bool is_taken_from_a_paragraph(cmark_node* table) {
  cmark_node* before = cmark_node_previous(table);
  return before != nullptr && table_taken_from(before) == table;
}

// What a block's words may have before and in them depends on where it stands.
struct Context {
  std::size_t depth = 0;
  bool in_quote = false;     // numbers of a quoted text are words
  bool in_footnote = false;  // so are those of a note
  // What the first paragraph is to be read as: an item's own words, with or without a number of the
  // list marker before them.
  std::optional<BlockKind> first = std::nullopt;
  bool numbered = false;
};

class Adapter {
 public:
  Adapter(const Prepared& prepared, std::string_view source, Reporter& reporter)
      : prepared_(prepared), source_(source), reporter_(reporter) {}

  std::vector<Block> read(cmark_node* root) {
    name_footnotes(root);
    std::vector<Block> blocks;
    read_children(root, {}, blocks);
    std::stable_sort(blocks.begin(), blocks.end(),
                     [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
    return blocks;
  }

 private:
  std::uint32_t begin_of(cmark_node* node) const {
    if (cmark_node* table = table_taken_from(node)) node = table;  // it has the paragraph's place
    return prepared_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  }
  std::uint32_t end_of(cmark_node* node) const {
    cmark_node* table = table_taken_from(node);
    const int line = table != nullptr ? header_line(table) - 1 : cmark_node_get_end_line(node);
    return std::max(begin_of(node), prepared_.line_end(line));
  }
  source::Span span_of(cmark_node* node) const {
    return prepared_.span(begin_of(node), end_of(node));
  }
  bool is_of_the_source(cmark_node* node) const {
    const auto first = prepared_.offset(static_cast<int>(prepared_.lines_before()) + 1, 1);
    return begin_of(node) >= first;
  }

  // cmark numbers footnotes anew and keeps their definitions in that order; their own labels stand
  // in the source, right before the words.
  void name_footnotes(cmark_node* root) {
    for (cmark_node* node = cmark_node_first_child(root); node != nullptr;
         node = cmark_node_next(node)) {
      if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
      footnotes_.push_back(label_before(begin_of(node)));
    }
  }

  struct Label {
    std::string text;
    std::uint32_t begin = 0;  // of "[^"
    std::uint32_t end = 0;    // after ":"
  };

  // `words` is past the two lines before the body, and so never 0.
  Label label_before(std::uint32_t words) const {
    const std::string_view text = prepared_.text();
    const std::size_t open = text.rfind("[^", words - 1);
    const std::size_t close = open == std::string_view::npos ? open : text.find("]:", open);
    if (close == std::string_view::npos) return {};
    const std::string_view label = text.substr(open + 2, close - open - 2);
    return {std::string(label.substr(0, label.find(label_separator))),
            static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 2)};
  }

  void read_children(cmark_node* parent, Context context, std::vector<Block>& into) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      if (!is_of_the_source(node)) continue;
      read_block(node, context, into);
      context.first.reset();
    }
  }

  void read_block(cmark_node* node, const Context& context, std::vector<Block>& into) {
    if (context.depth >= deepest) {
      flatten(node, context, into);
      return;
    }
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_LIST:
        read_list(node, context, into);
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        read_quote(node, context, into);
        break;
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        into.push_back(read_footnote(node, context));
        break;
      default:
        read_leaf(node, context, into);
    }
  }

  // Reads a block that holds words and no blocks; false for any other.
  bool read_leaf(cmark_node* node, const Context& context, std::vector<Block>& into) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
      case CMARK_NODE_PARAGRAPH:
        into.push_back(read_words(node, context));
        return true;
      case CMARK_NODE_CODE_BLOCK:
      case CMARK_NODE_HTML_BLOCK:
        read_verbatim(node, context, into);
        return true;
      default:
        if (!is_extension_node(node, "table")) return false;  // a thematic break says nothing
        into.push_back(read_table(node));
        return true;
    }
  }

  // Deeper than anything after us is built for: the words are kept, side by side.
  void flatten(cmark_node* top, const Context& context, std::vector<Block>& into) {
    reporter_.report(
        {Code::SRC004, span_of(top),
         fmt::format("lists and quotes stand more than {} deep inside one another", deepest)});
    const Walk walk(cmark_iter_new(top));
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
      cmark_node* node = cmark_iter_get_node(walk.get());
      if (event != CMARK_EVENT_ENTER || !read_leaf(node, context, into)) continue;
      if (cmark_node_first_child(node) == nullptr) continue;
      cmark_iter_reset(walk.get(), node, CMARK_EVENT_EXIT);
    }
  }

  Block read_words(cmark_node* node, const Context& context) {
    Block block;
    const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
    block.kind = heading ? BlockKind::heading : BlockKind::paragraph;
    block.heading_level = heading ? cmark_node_get_heading_level(node) : 0;
    block.span = span_of(node);
    block.prose =
        read_inlines(node, heading ? after_hashes(node) : begin_of(node), end_of(node), !heading);
    report_missing_footnotes(block.prose, block.span);
    // An item of a quoted list has its number for others to find it by; quoted paragraphs and
    // headings are numbered for another text.
    const bool own_words = context.in_footnote || (context.in_quote && !context.first);
    if (!own_words) {
      take_number(block, context);
      report_run_together(block);
    }
    return block;
  }

  // Two numbered clauses without a blank line between them are one paragraph to Markdown. A line
  // that opens with any other number is most often a reference, wrapped.
  void report_run_together(const Block& block) {
    Number last = block.number;
    if (!last.present()) return;
    const std::string_view text = source_.substr(0, block.span.end);
    for (std::size_t at = text.find('\n', block.number_span.end); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
      const std::size_t words = std::min(text.find_first_not_of(" \t>", at + 1), text.size());
      const Number next = clause_number(BlockKind::paragraph, text.substr(words));
      if (!next.present() || !follows(next, last)) continue;
      const auto begin = static_cast<std::uint32_t>(words);
      const auto end = static_cast<std::uint32_t>(words + next.label.size());
      reporter_.report({Code::SYN001,
                        {block.span.file, begin, end},
                        fmt::format("\"{}\" opens a line of the clause \"{}\"; a blank line before "
                                    "it would make it a clause of its own",
                                    next.label, last.label)});
      last = next;
    }
  }

  // The hashes of a heading have a space after them; those of an underlined one ("#. Title") belong
  // to its words.
  std::uint32_t after_hashes(cmark_node* heading) const {
    const std::uint32_t begin = begin_of(heading);
    const std::size_t words = prepared_.text().find_first_not_of('#', begin);
    const bool marker =
        words != std::string::npos &&
        std::string_view(" \t\r\n").find(prepared_.text()[words]) != std::string::npos;
    return marker ? static_cast<std::uint32_t>(words) : begin;
  }

  void take_number(Block& block, const Context& context) {
    const BlockKind kind = context.first.value_or(block.kind);
    const Number number = clause_number(kind, block.prose.text);
    if (context.numbered) {
      if (number.present()) report_second_number(block, number);
      return;
    }
    if (!number.present() || !is_spelt(block.prose, number.label) ||
        !can_cut(block.prose, number.label)) {
      report_number_like(block);
      return;
    }
    const auto length = static_cast<std::uint32_t>(number.label.size());
    block.number_span = block.prose.span({0, length}, block.span);
    block.number = number;
    drop_front(block.prose, length + space_after(block.prose.text, length));
    const Number second = clause_number(BlockKind::paragraph, block.prose.text);
    if (second.present() && is_spelt(block.prose, second.label)) {
      report_second_number(block, second);
    }
  }

  static std::uint32_t space_after(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (true) {
      if (text.substr(end).starts_with(' ')) {
        ++end;
      } else if (text.substr(end).starts_with("\xC2\xA0")) {
        end += 2;
      } else {
        return static_cast<std::uint32_t>(end - at);
      }
    }
  }

  // An author keeps a number from being one by a backslash: "\(a)", "1\.1".
  bool is_spelt(const Prose& prose, std::string_view label) const {
    if (prose.anchors.empty() || prose.anchors[0].text > 0) return true;
    return source_.substr(prose.anchors[0].source, label.size()) == label;
  }

  // What is linked, noted or code cannot be cut out of the words.
  static bool can_cut(const Prose& prose, std::string_view label) {
    return std::none_of(prose.marks.begin(), prose.marks.end(), [&](const Mark& mark) {
      const bool soft = mark.kind == MarkKind::emphasis || mark.kind == MarkKind::strong ||
                        mark.kind == MarkKind::strikethrough;
      return !soft && mark.range.begin < label.size();
    });
  }

  void report_second_number(const Block& block, const Number& second) {
    const auto length = static_cast<std::uint32_t>(second.label.size());
    std::string message =
        block.number.present()
            ? fmt::format("\"{}\" follows the number \"{}\"; give each its own block", second.label,
                          block.number.label)
            : fmt::format("\"{}\" follows another number; give each its own block", second.label);
    reporter_.report({Code::SYN001, block.prose.span({0, length}, block.span), std::move(message)});
  }

  void report_number_like(const Block& block) {
    const std::string& text = block.prose.text;
    if (!opens_like_a_number(text)) return;
    const auto length = static_cast<std::uint32_t>(text.find_first_of(" \t\xC2"));
    const std::string_view rest = std::string_view(text).substr(length + 1);
    const std::string word = text.substr(0, length);
    if (!is_spelt(block.prose, word)) return;
    const source::Span place = block.prose.span({0, length}, block.span);
    const Number second = clause_number(BlockKind::paragraph, rest);
    if (second.present() && second.path.size() > 1) {
      reporter_.report({Code::SYN001, place,
                        fmt::format("\"{}\" and \"{}\" stand before one text; the number is "
                                    "kept as words",
                                    word, second.label)});
      return;
    }
    reporter_.report(
        {Code::SYN004, place,
         fmt::format("\"{}\" is read as a word and not as the clause's number", word)});
  }

  void report_missing_footnotes(const Prose& prose, source::Span whole) {
    const std::string_view text = prose.text;
    for (std::size_t at = text.find("[^"); at != std::string_view::npos;
         at = text.find("[^", at + 2)) {
      const std::size_t close = text.substr(0, std::min(text.size(), at + 80)).find(']', at);
      if (close == std::string_view::npos || close == at + 2) continue;
      const std::string label(text.substr(at + 2, close - at - 2));
      const Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + 1)};
      const source::Span place = prose.span(range, whole);
      const bool spelt =
          prose.anchors.empty() ||
          source_.substr(place.begin, place.end - place.begin) == text.substr(at, close + 1 - at);
      if (!spelt || label.find_first_of(" [") != std::string::npos) continue;
      const bool code = std::any_of(prose.marks.begin(), prose.marks.end(), [&](const Mark& mark) {
        return mark.kind == MarkKind::code && mark.range.begin <= range.begin &&
               mark.range.end >= range.end;
      });
      if (!code) report_missing_footnote(label, place);
    }
  }

  void report_missing_footnote(const std::string& label, source::Span place) {
    if (!reporter_.shows(Code::FN001)) {
      reporter_.report({Code::FN001, place, ""});  // counted
      return;
    }
    reporter_.report({Code::FN001, place, unread_mark(label)});
  }

  std::string unread_mark(const std::string& label) const {
    std::vector<std::string> labels;
    for (const Label& known : footnotes_) labels.push_back(known.text);
    if (std::find(labels.begin(), labels.end(), label) != labels.end()) {
      return fmt::format("\"[^{}]\" is not read as a mark here, and kept as words", label);
    }
    std::sort(labels.begin(), labels.end());
    const std::vector<std::string> near = diag::nearest(label, labels);
    if (near.empty()) return fmt::format("there is no footnote \"{}\"", label);
    return fmt::format("there is no footnote \"{}\"; did you mean \"{}\"?", label, near.front());
  }

  void read_list(cmark_node* list, const Context& context, std::vector<Block>& into) {
    Block block;
    block.kind = BlockKind::list;
    block.span = span_of(list);
    int place = 0;
    for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
         item = cmark_node_next(item)) {
      Block read = read_item(item, is_ordered(list), context);
      const bool year = is_ordered(list) && !read.number.present();
      if (year) {
        dissolve(std::move(read), into);
        continue;
      }
      if (is_ordered(list)) report_renumbered(list, place, read);
      ++place;
      block.children.push_back(std::move(read));
    }
    if (block.children.empty()) return;
    block.span.end = block.children.back().span.end;
    into.push_back(std::move(block));
  }

  // "1986. What a year" is no list: its words become a paragraph and what stood inside follows.
  static void dissolve(Block item, std::vector<Block>& into) {
    std::vector<Block> children = std::move(item.children);
    item.children.clear();
    item.kind = BlockKind::paragraph;
    into.push_back(std::move(item));
    std::move(children.begin(), children.end(), std::back_inserter(into));
  }

  // Viewers count on from the list's first number, whatever the others are.
  void report_renumbered(cmark_node* list, int place, const Block& item) {
    const int shown = cmark_node_get_list_start(list) + place;
    const Number& number = item.number;
    if (number.path.empty() || static_cast<int>(number.path[0]) == shown) return;
    reporter_.report({Code::SYN002, item.number_span,
                      fmt::format("other viewers show \"{0}\" as \"{1}{2}\"; \"- {0}\" is shown as "
                                  "it is",
                                  number.label, shown, number.label.back())});
  }

  // The digits and the stop or bracket that a native list item opens with.
  std::string_view marker_at(std::uint32_t begin) const {
    const std::string_view text = std::string_view(prepared_.text()).substr(begin);
    std::size_t length = 0;
    while (length < text.size() && std::isdigit(static_cast<unsigned char>(text[length])) != 0) {
      ++length;
    }
    return text.substr(0, std::min(length + 1, text.size()));
  }

  Block read_item(cmark_node* node, bool ordered, const Context& context) {
    Block item;
    item.kind = BlockKind::item;
    item.span = span_of(node);
    const std::string_view marker = ordered ? marker_at(begin_of(node)) : std::string_view();
    if (ordered) {
      item.number = marker_number(marker);
      const auto length = static_cast<std::uint32_t>(marker.size());
      item.number_span = prepared_.span(begin_of(node), begin_of(node) + length);
    }
    Context inside = context;
    ++inside.depth;
    inside.first = BlockKind::item;
    inside.numbered = ordered;
    read_children(node, inside, item.children);
    take_own_words(item);
    if (!ordered) take_nested_number(item);
    if (ordered && !item.number.present()) {
      put_before(item.prose, std::string(marker) + ' ', item.span.begin);
      item.number_span = {};
      report_number_like(item);
    }
    if (!item.children.empty()) {
      item.span.end = std::max(item.span.end, item.children.back().span.end);
    }
    return item;
  }

  // The item's first paragraph is its own.
  static void take_own_words(Block& item) {
    if (item.children.empty() || item.children[0].kind != BlockKind::paragraph) return;
    Block first = std::move(item.children[0]);
    item.children.erase(item.children.begin());
    item.prose = std::move(first.prose);
    item.span.end = first.span.end;
    if (!first.number.present()) return;
    item.number = std::move(first.number);
    item.number_span = first.number_span;
  }

  // "- 1. text" is a list in a list to Markdown, and a bullet with a number to us.
  void take_nested_number(Block& item) const {
    if (item.children.empty() || item.children[0].kind != BlockKind::list) return;
    if (!item.prose.empty() || item.number.present()) return;
    Block& list = item.children[0];
    const Number& number = list.children[0].number;
    const bool alone = list.children.size() == 1 && number.style == NumberStyle::decimal &&
                       list.children[0].number_span.begin == list.span.begin;
    const std::string_view between =
        source_.substr(item.span.begin, list.span.begin - item.span.begin);
    if (!alone || between.find_first_of("\r\n") != std::string_view::npos) return;
    Block inner = std::move(list.children[0]);
    item.children.erase(item.children.begin());
    std::move(item.children.begin(), item.children.end(), std::back_inserter(inner.children));
    inner.span.begin = item.span.begin;
    item = std::move(inner);
  }

  void read_quote(cmark_node* node, const Context& context, std::vector<Block>& into) {
    Block block;
    block.kind = BlockKind::quote;
    block.span = span_of(node);
    Context inside = context;
    ++inside.depth;
    inside.in_quote = true;
    inside.first.reset();
    read_children(node, inside, block.children);
    if (!block.children.empty()) into.push_back(std::move(block));
  }

  Block read_footnote(cmark_node* node, const Context& context) {
    const Label label = label_before(begin_of(node));
    Block block;
    block.kind = BlockKind::footnote;
    block.span = prepared_.span(label.begin, end_of(node));
    block.number.label = label.text;
    block.number_span = prepared_.span(label.begin, label.end);
    Context inside = context;
    ++inside.depth;
    inside.in_footnote = true;
    read_children(node, inside, block.children);
    if (!block.children.empty()) block.span.end = block.children.back().span.end;
    if (!block.children.empty() && block.children[0].kind == BlockKind::paragraph) {
      block.prose = std::move(block.children[0].prose);
      block.children.erase(block.children.begin());
    }
    return block;
  }

  // HTML, and code, which a protocol has no use for: indented text is most often a slip, and read
  // as a paragraph.
  void read_verbatim(cmark_node* node, const Context& context, std::vector<Block>& into) {
    const bool html = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    const bool fenced = !html && cmark_node_get_fence_info(node) != nullptr && is_fenced(node);
    Block block;
    block.kind = BlockKind::paragraph;
    block.span = span_of(node);
    ProseBuilder builder(prepared_, begin_of(node), end_of(node));
    if (fenced) builder.open(MarkKind::code);
    builder.words(literal_of(node), true);
    if (fenced) builder.close();
    block.prose = builder.finish();
    if (html) report_html(block.span);
    if (block.prose.empty()) return;
    const bool own_words = context.in_footnote || (context.in_quote && !context.first);
    if (!html && !own_words) take_number(block, context);
    into.push_back(std::move(block));
  }

  static bool is_fenced(cmark_node* node) {
    int length = 0;
    int offset = 0;
    char character = '\0';
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0;
  }

  Block read_table(cmark_node* node) {
    Block block;
    block.kind = BlockKind::table;
    const std::uint32_t begin = begin_of_table(node);
    block.span = prepared_.span(begin, end_of(node));
    Table table;
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr;
         row = cmark_node_next(row)) {
      const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
      std::vector<Cell> cells = read_row(row, header ? begin : begin_of(row));
      if (header) {
        table.header = std::move(cells);
      } else {
        table.rows.push_back(std::move(cells));
      }
    }
    block.table = std::move(table);
    return block;
  }

  std::uint32_t begin_of_table(cmark_node* table) const {
    if (!is_taken_from_a_paragraph(table)) return begin_of(table);
    const std::size_t words =
        prepared_.text().find_first_not_of(" \t>", prepared_.offset(header_line(table), 1));
    return static_cast<std::uint32_t>(std::min(words, prepared_.text().size()));
  }

  // `begin`: of the row's words. cmark counts the columns of a row that is indented from its words,
  // and those of a header from the paragraph that it was taken out of, so that only the signs
  // between cells tell where they stand.
  std::vector<Cell> read_row(cmark_node* row, std::uint32_t begin) {
    const std::uint32_t end = prepared_.line_end(prepared_.line(begin));
    const source::Span whole = prepared_.span(begin, end);
    const std::vector<Range> places = cell_places(begin, end);
    std::vector<Cell> cells;
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
         cell = cmark_node_next(cell)) {
      // A cell that the row does not have stands nowhere.
      const Range place = cells.size() < places.size() ? places[cells.size()] : Range{end, end};
      Cell read{read_inlines(cell, place.begin, place.end, false)};
      report_missing_footnotes(read.prose, whole);
      cells.push_back(std::move(read));
    }
    return cells;
  }

  // What stands before, between and after the row's "|"; one that opens the row stands before its
  // first cell. Even in code, a "|" without a backslash ends a cell.
  std::vector<Range> cell_places(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view text = prepared_.text();
    std::vector<Range> places;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    if (begin < end && text[begin] == '|') ++begin;
    for (std::uint32_t at = begin; at < end; ++at) {
      if (text[at] == '\\') {
        ++at;
      } else if (text[at] == '|') {
        places.push_back({begin, at});
        begin = at + 1;
      }
    }
    if (begin < end) places.push_back({begin, end});
    return places;
  }

  Prose read_inlines(cmark_node* block, std::uint32_t begin, std::uint32_t end, bool may_break) {
    ProseBuilder builder(prepared_, begin, end);
    const source::Span whole = prepared_.span(begin, end);
    Notices notices;
    const Walk walk(cmark_iter_new(block));
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
      cmark_node* node = cmark_iter_get_node(walk.get());
      if (node == block) continue;
      read_inline(node, event == CMARK_EVENT_ENTER, may_break, builder, notices);
    }
    Prose prose = builder.finish();
    for (Notice& notice : notices) {
      const auto text_end = static_cast<std::uint32_t>(prose.text.size());
      Range range{std::min(notice.range.begin, text_end), std::min(notice.range.end, text_end)};
      // A space that came before the words was waiting to be written when they were noticed.
      if (range.begin < range.end && prose.text[range.begin] == ' ') ++range.begin;
      reporter_.report({notice.code, prose.span(range, whole), std::move(notice.message)});
    }
    return prose;
  }

  // What is to be said of a range of words, once it is known where they stand.
  struct Notice {
    Code code;
    Range range;
    std::string message;
  };
  using Notices = std::vector<Notice>;

  void read_inline(cmark_node* node, bool enter, bool may_break, ProseBuilder& builder,
                   Notices& notices) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        builder.words(literal_of(node));
        break;
      case CMARK_NODE_SOFTBREAK:
        builder.space();
        break;
      case CMARK_NODE_LINEBREAK:
        may_break ? builder.line_break() : builder.space();
        break;
      case CMARK_NODE_CODE:
        builder.open(MarkKind::code);
        builder.words(literal_of(node), true);
        builder.close();
        break;
      case CMARK_NODE_HTML_INLINE:
        read_inline_html(node, builder, notices);
        break;
      case CMARK_NODE_EMPH:
        enter ? builder.open(MarkKind::emphasis) : builder.close();
        break;
      case CMARK_NODE_STRONG:
        enter ? builder.open(MarkKind::strong) : builder.close();
        break;
      case CMARK_NODE_LINK:
        read_link(node, enter, builder, notices);
        break;
      case CMARK_NODE_IMAGE:
        read_image(enter, builder, notices);
        break;
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        // cmark's walk comes by twice, as if something could stand inside it.
        if (enter) read_footnote_mark(node, builder);
        break;
      default:
        if (!is_extension_node(node, "strikethrough")) break;
        enter ? builder.open(MarkKind::strikethrough) : builder.close();
    }
  }

  void read_inline_html(cmark_node* node, ProseBuilder& builder, Notices& notices) {
    const std::uint32_t begin = builder.size();
    builder.words(literal_of(node), true);
    notices.push_back({Code::SYN005, {begin, builder.size()}, html_message()});
  }

  void report_html(source::Span span) { reporter_.report({Code::SYN005, span, html_message()}); }

  static std::string html_message() {
    return "HTML is not read as markup; it is shown as it stands";
  }

  void read_link(cmark_node* node, bool enter, ProseBuilder& builder, Notices& notices) {
    const char* url = cmark_node_get_url(node);
    const std::string address = url == nullptr ? "" : url;
    const bool safe = is_safe_address(address);
    if (enter) {
      safe ? builder.open(MarkKind::link, address) : builder.open_plain_link();
      link_begin_ = builder.size();
      return;
    }
    if (safe) {
      builder.close();
      return;
    }
    builder.close_plain_link();
    notices.push_back({Code::SYN006,
                       {link_begin_, builder.size()},
                       fmt::format("address \"{}\" is not http, https, mailto, law or a place in "
                                   "this document; the words are kept without it",
                                   address)});
  }

  static void read_image(bool enter, ProseBuilder& builder, Notices& notices) {
    if (enter) {
      notices.push_back({Code::SYN008,
                         {builder.size(), builder.size()},
                         "images are not read; the words that stand for it are kept"});
      builder.open_plain_link();
    } else {
      builder.close_plain_link();
    }
  }

  void read_footnote_mark(cmark_node* node, ProseBuilder& builder) {
    std::size_t number = 0;
    for (const char digit : literal_of(node)) {
      if (digit >= '0' && digit <= '9')
        number = number * 10 + static_cast<std::size_t>(digit - '0');
    }
    if (number >= 1 && number <= footnotes_.size()) builder.footnote(footnotes_[number - 1].text);
  }

  const Prepared& prepared_;
  std::string_view source_;
  Reporter& reporter_;
  std::vector<Label> footnotes_;  // by cmark's own number, less one
  std::uint32_t link_begin_ = 0;
};

bool starts_with_scheme(std::string_view address, std::string_view scheme) {
  return address.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), address.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

}  // namespace

bool is_safe_address(std::string_view address) {
  const bool clean = std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
  });
  if (!clean) return false;
  for (const std::string_view scheme : {"http://", "https://", "mailto:", "law:", "#"}) {
    if (starts_with_scheme(address, scheme)) return true;
  }
  return false;
}

std::vector<Block> read_blocks(const Prepared& prepared, std::string_view source,
                               Reporter& reporter) {
  const Tree tree = parse_markdown(prepared);
  return Adapter(prepared, source, reporter).read(tree.get());
}

}  // namespace concord::syntax
