// The room intake/ takes a council's document as it finds it (Word, PDF, a saved page, plain text)
// and makes a syntax::Document of it.
//
// There is a reader a kind, and one recognition for all of them. A reader says what stands in the
// file and how it looks, block after block in the order of reading, and decides nothing of what it
// means: what the format knows (a style, a computed number, a footnote) it passes on, what it does
// not know it leaves at its default. Recognition (recognise.h) finds numbers, headings, items,
// quotations, footnotes, furniture and metadata in that.
//
// No word is dropped in silence. What a reader itself leaves out (a picture's caption that was not
// shown, the rejected side of a tracked change) it lists in `Reading::removed`; what it is unsure
// of in `Reading::doubts`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/import_lists.h"

namespace concord::intake {

using syntax::ImportLists;

enum class Format : std::uint8_t { text, html, pdf, word };

// Where something stands in the file, for people who have it open: each counts from 1, 0 where the
// format has no such thing.
struct Place {
  std::uint32_t page = 0;
  std::uint32_t paragraph = 0;  // Word, HTML: paragraphs of the body, cells' included
  std::uint32_t line = 0;       // text

  friend auto operator<=>(const Place&, const Place&) = default;
};

// Words that look alike. UTF-8; tabs kept as '\t', a line break within a paragraph as '\n', a soft
// hyphen left out, a hard hyphen as '-', a no-break space as U+00A0.
struct Run {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool underlined = false;
  bool struck = false;
  bool coloured = false;     // in another colour than most of the text
  bool hidden = false;       // not shown or printed; recognition leaves it out and lists it
  bool superscript = false;  // smaller and raised
  std::string link = {};     // the address, or empty
  std::string note = {};  // the printed mark of a footnote that stands here; the text is empty then

  friend bool operator==(const Run&, const Run&) = default;
};

using Runs = std::vector<Run>;

// The words of the runs, one after the other.
std::string text_of(const Runs& runs);

// What the format says of a block that may not be the council's text.
enum class Furniture : std::uint8_t {
  none,
  header,       // of a page
  footer,       // of a page
  contents,     // a line of the table of contents
  page_number,  // nothing but
  text_box,     // floats beside the text; kept where it is anchored
};

enum class Alignment : std::uint8_t { left, centre, right };

// Paragraphs, each of its own runs.
struct Cell {
  std::vector<Runs> paragraphs;
  // Continues the cell above or to the left that it is merged with; empty then.
  bool merged = false;
};

struct Row {
  std::vector<Cell> cells;
  bool header = false;  // the format says so
};

enum class BlockKind : std::uint8_t {
  paragraph,  // a whole one: the format knows where it ends
  line,       // as printed: the paragraph may go on in the next block
  table,
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Place place;
  Runs runs;              // without the label
  std::vector<Row> rows;  // of a table

  // The number or bullet that the format shows before the words and that is not among them:
  // "2.3.1", "(a)", "•". A number that somebody
  // typed is in the runs, unless a tab sets it apart from them.
  std::string label = {};
  bool bullet = false;     // the label is a bullet, of whatever letter of whatever font
  int list_level = -1;     // from 0, where the format has lists; else -1
  int heading_level = 0;   // 1 to 9 where the format says that it is a heading; else 0
  std::string style = {};  // its name there: "Heading 2", "List Paragraph", "h2"
  bool quoted = false;     // the format says that it is a quotation
  Furniture furniture = Furniture::none;

  // How it looks; what the format does not say is at its default.
  double indent = 0;  // of its words, in points from the left edge of the text; in columns for text
  double first_indent = 0;  // of its first line, likewise
  double size = 0;          // of its letters, in points
  Alignment alignment = Alignment::left;
  std::uint32_t blank_before = 0;  // line: how many blank lines, or as much space, stand above it
  bool page_before = false;        // a new page begins with it
  // line: it ends near the right edge of the text, so that it may go on in the next
  bool full = false;

  std::vector<std::string> bookmarks = {};  // Word: the names of those that begin in it
};

// A footnote or endnote: its mark as printed, and its paragraphs.
struct Note {
  std::string mark;
  std::vector<Runs> paragraphs;
  Place place;
  std::vector<std::string> bookmarks = {};  // as of a Block
};

// What somebody wrote in the margin; no part of the text.
struct Comment {
  Place place;
  std::string author;
  std::string words;
  std::uint32_t at = 0;  // the byte of the paragraph's words that it stands behind
};

// What the file says of itself beside its text. Hints: recognition believes the text first.
struct Properties {
  std::string title;
  std::string subject;
  std::string author;
  std::string company;
  std::string language;  // BCP 47
};

// Words that are in the file and not in the blocks, and why.
struct Removed {
  Place place;
  std::string words;
  std::string reason;  // "page number", "header of the pages": lower case, no full stop
};

// Something to look at: what was found, and what was made of it.
struct Doubt {
  diag::Code code;
  Place place;
  std::string words;  // an extract of at most some 60 bytes
  std::string reason;
};

struct Reading {
  Format format = Format::text;
  std::vector<Block> blocks;
  std::vector<Note> notes;
  std::vector<Comment> comments;
  Properties properties;
  std::vector<Removed> removed;
  std::vector<Doubt> doubts;
  std::uint32_t pages = 0;

  // Word: Concord made the file, so that its styles and bookmarks say what is what (own_file.h).
  bool own = false;
  std::string own_protocol;  // the id of the protocol that it was made of, where it still says so
  std::string own_digest;    // of the text that it was made of, likewise
  std::string own_title;     // as its cover shows it
  std::string own_heading;   // the title as the text itself prints it, where it has one
  std::string own_status;    // "draft", "adopted", "superseded"
};

// Why a file was not read at all, as a diagnostic about the whole of it.
struct Refusal {
  diag::Code code;
  std::string reason;
};

using Outcome = std::variant<Reading, Refusal>;

// What becomes of a Word file's tracked changes; `ask` refuses a file that has some.
enum class Changes : std::uint8_t { ask, accept, reject };

// The readers. `bytes` is the whole file; none reads disk or network, and each is bounded in time
// and memory by the limits of its own file.
Outcome read_text(const std::string& bytes, const ImportLists& lists);
Outcome read_html(const std::string& bytes, const ImportLists& lists);
Outcome read_pdf(const std::string& bytes, const ImportLists& lists);
Outcome read_word(const std::string& bytes, Changes changes, const ImportLists& lists);

}  // namespace concord::intake
