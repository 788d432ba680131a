#include "syntax/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

#include "diag/messages.h"
#include "source/characters.h"
#include "syntax/cmark_nodes.h"
#include "syntax/inlines.h"
#include "syntax/leading_numbers.h"
#include "syntax/number.h"
#include "syntax/prose_builder.h"
#include "syntax/tables.h"

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

bool is_ordered(cmark_node* list) {
  return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
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
  Adapter(const Prepared& prepared, std::string_view source, cmark_node* root, Reporter& reporter)
      : prepared_(prepared),
        source_(source),
        root_(root),
        reporter_(reporter),
        numbers_(source, reporter),
        inlines_(prepared, source, footnote_labels(), reporter),
        tables_(prepared, inlines_) {}

  std::vector<Block> read() {
    std::vector<Block> blocks;
    read_children(root_, {}, blocks);
    // cmark has the footnotes last, where they mostly stand.
    const auto earlier = [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; };
    if (!std::is_sorted(blocks.begin(), blocks.end(), earlier))
      std::stable_sort(blocks.begin(), blocks.end(), earlier);
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
  std::vector<std::string> footnote_labels() const {
    std::vector<std::string> labels;
    for (cmark_node* node = cmark_node_first_child(root_); node != nullptr;
         node = cmark_node_next(node)) {
      if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
      labels.push_back(label_before(begin_of(node)).text);
    }
    return labels;
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
        add_words(read_words(node, context), into);
        return true;
      case CMARK_NODE_CODE_BLOCK:
      case CMARK_NODE_HTML_BLOCK:
        read_verbatim(node, context, into);
        return true;
      default:
        if (!is_extension_node(node, "table")) return false;  // a thematic break says nothing
        into.push_back(tables_.read(node));
        return true;
    }
  }

  // A heading of nothing would be announced to those who listen, and lead nowhere.
  void add_words(Block block, std::vector<Block>& into) {
    if (block.kind == BlockKind::heading && block.prose.empty() && !block.number.present()) {
      reporter_.report({Code::SYN013, block.span, diag::SYN013::empty_heading});
    } else {
      into.push_back(std::move(block));
    }
  }

  // Deeper than anything after us is built for: the words are kept, side by side.
  void flatten(cmark_node* top, const Context& context, std::vector<Block>& into) {
    reporter_.report({Code::SRC004, span_of(top), fmt::format(diag::SRC004::too_deep, deepest)});
    walk(top, [&](cmark_node* node, bool enter) {
      return enter && read_leaf(node, context, into) ? Inside::skip : Inside::look;
    });
  }

  Block read_words(cmark_node* node, const Context& context) {
    Block block;
    const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
    block.kind = heading ? BlockKind::heading : BlockKind::paragraph;
    block.heading_level = heading ? cmark_node_get_heading_level(node) : 0;
    block.span = span_of(node);
    const std::uint32_t begin = heading ? after_hashes(node) : begin_of(node);
    block.prose =
        inlines_.read(node, {begin, end_of(node)}, heading ? HardBreaks::spaces : HardBreaks::kept);
    // An item of a quoted list has its number for others to find it by; quoted paragraphs and
    // headings are numbered for another text.
    const bool own_words = context.in_footnote || (context.in_quote && !context.first);
    if (!own_words) {
      take_number(block, context);
      numbers_.report_run_together(block);
    }
    return block;
  }

  void take_number(Block& block, const Context& context) {
    numbers_.take(block, context.first.value_or(block.kind), context.numbered);
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
    reporter_.report(
        {Code::SYN002, item.number_span,
         fmt::format(diag::SYN002::renumbered, number.label, shown, number.label.back())});
  }

  // The digits and the stop or bracket that a native list item opens with.
  std::string_view marker_at(std::uint32_t begin) const {
    const std::string_view text = std::string_view(prepared_.text()).substr(begin);
    std::size_t length = 0;
    while (length < text.size() && source::is_digit(text[length])) {
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
      numbers_.report_number_like(item);
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
    builder.raw_words(literal_of(node));
    if (fenced) builder.close();
    block.prose = builder.finish();
    if (html) reporter_.report({Code::SYN005, block.span, diag::SYN005::html});
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

  const Prepared& prepared_;
  std::string_view source_;
  cmark_node* root_;
  Reporter& reporter_;
  LeadingNumbers numbers_;
  InlineReader inlines_;
  TableReader tables_;
};

}  // namespace

std::vector<Block> read_blocks(const Prepared& prepared, std::string_view source,
                               Reporter& reporter) {
  const Tree tree = parse_markdown(prepared);
  return Adapter(prepared, source, tree.get(), reporter).read();
}

}  // namespace concord::syntax
