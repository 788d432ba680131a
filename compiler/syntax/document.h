// The room syntax/ reads one source text, front matter and Markdown, into a Document, and writes a
// Document back. It knows how the format is spelt and nothing of what the clauses mean: nesting by
// number, identifiers and references belong to the rooms after it.
//
// Prose is plain text with marks that stand off from it: what is emphasised, linked or noted is
// said by ranges over the text. So every later stage can add its own ranges (references, terms,
// titles) over one and the same text, and no stage ever has to look through markup.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "syntax/metadata.h"

namespace concord::syntax {

// A half-open range of bytes in a Prose's text, always on character boundaries.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const Range&, const Range&) = default;
};

enum class MarkKind : std::uint8_t {
  emphasis,
  strong,
  strikethrough,
  code,
  link,  // target: the address as written; "#id" within the document; empty text prints the number
  footnote,    // an empty range where the mark stood; target: the footnote's label
  line_break,  // an empty range: a hard line break; the text has a space there
};

struct Mark {
  Range range;
  MarkKind kind;
  std::string target = {};

  friend bool operator==(const Mark&, const Mark&) = default;
};

// Ties a byte of the text to a byte of the source; holds until the next anchor.
struct Anchor {
  std::uint32_t text = 0;
  std::uint32_t source = 0;
};

// One block's words: UTF-8 (NFC as written, never normalised), on one line, white space collapsed.
struct Prose {
  std::string text;
  std::vector<Mark> marks;      // by begin, then the longer first
  std::vector<Anchor> anchors;  // by text offset; empty for text that no source holds

  bool empty() const { return text.empty() && marks.empty(); }
  // The source range of a range of the text; `whole` where there are no anchors.
  source::Span span(Range range, source::Span whole) const;
};

// Equal words and marks; where they stood in a source does not count.
bool same_words(const Prose& a, const Prose& b);

enum class NumberStyle : std::uint8_t {
  none,
  decimal,      // 1  1.0  2.3.5
  lower_alpha,  // a
  upper_alpha,  // A
  lower_roman,  // iv
  upper_roman,  // IV
  automatic,    // #: the compiler numbers it
};

// A number as printed at the head of a block: `label` verbatim ("(ii)", "4.5.1.", "3.1."), `path`
// its decimal parts or the value of its letter or numeral ("4.5.1." -> 4 5 1; "(ii)" -> 2; "B.1" ->
// 2 1; "A1.2" -> 1 2, which A1.1 precedes and no 1.1).
struct Number {
  std::string label;
  NumberStyle style = NumberStyle::none;
  std::vector<std::uint32_t> path;
  // The letter put in after the last part, A being 1, or 0: "2.3A" stands between 2.3 and 2.4.
  std::uint32_t inserted = 0;

  bool present() const { return style != NumberStyle::none; }
  // The label without brackets, section sign and trailing full stops: "ii", "4.5.1", "1.0".
  std::string_view bare() const;
  friend bool operator==(const Number&, const Number&) = default;
};

// The number token at the head of a text ("3.1(e) text" has "3.1"), or none. The caller decides
// whether a block that starts so is numbered. A year, a date, a sum of money, "24 hours" is not
// one.
Number number_at_start(std::string_view text);

// The trailing {#id .class key=value} of a block.
struct Attributes {
  std::string id;  // without '#'; empty where absent
  std::vector<std::string> classes;
  std::map<std::string, std::string> values;  // topic, sic, from, formerly
  source::Span span;

  // The value of the key, or nothing.
  const std::string* find(std::string_view key) const;
  bool empty() const { return id.empty() && classes.empty() && values.empty(); }
};

// An HTML comment: a note among those who draft the text, kept out of every output.
struct DraftingNote {
  std::string text;      // on one line
  std::uint32_t at = 0;  // the byte of the block's prose that it stands before
  source::Span span;
};

enum class BlockKind : std::uint8_t { heading, paragraph, list, item, quote, table, footnote };

struct Cell {
  Prose prose;
};

struct Table {
  std::vector<Cell> header;  // empty cells where the table has no header text
  std::vector<std::vector<Cell>> rows;
};

// A block as Markdown nests it: headings are flat among their followers, an item holds the blocks
// that stand inside it, a quote its paragraphs, a footnote its paragraphs.
//
// An item's first paragraph is the item's own prose; `children` are the blocks after it. A
// footnote's label is in `number.label` ("53"), style none, and its paragraphs are `children` after
// the first.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int heading_level = 0;  // 1 to 6 for a heading
  Number number;
  Prose prose;
  Attributes attributes;
  std::optional<Table> table;
  source::Span span;                // the block's lines
  source::Span number_span;         // the printed number, where there is one
  std::vector<DraftingNote> notes;  // in the block, its cells or right after it; by place
  std::vector<Block> children;
};

struct Document {
  source::FileId file{};
  Metadata metadata;
  std::vector<Block> blocks;  // the title heading is blocks[0] where the text has one
};

// Reads a whole text. Never fails: what it cannot understand is reported and kept as text.
Document parse(const source::SourceMap& sources, source::FileId file, diag::Sink& sink);

enum class Notes : std::uint8_t { kept, left_out };

// The Document as source Markdown. With its notes kept it parses again to the same Document (spans
// aside); what is published has them left out.
std::string to_markdown(const Document& document, Notes notes);

// Equal metadata, blocks, words, numbers, attributes and notes; spans aside.
bool same(const Document& a, const Document& b);

// The stage as JSON-like text for `concord dump --stage syntax`, one block a line, indented.
std::string dump(const Document& document);

}  // namespace concord::syntax
