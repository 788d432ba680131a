// What recognition works on: the words of a file as a flat run of pieces, each stage finding more
// about them until every piece is a heading, a clause, an item, a quotation or a table.
//
// The stages, in order (recognise.cpp): take out furniture; join lines to paragraphs, which needs
// to know where a number may stand; take out footnotes; join paragraphs that a page end or a note
// cut in two; give numbers that stand alone to their words; find what the numbers number; headings,
// items, quotations, tables by look; metadata; repairs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "syntax/document.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// What a piece is, once that is known.
enum class Role : std::uint8_t { words, heading, clause, item, quotation, table, title };

struct Piece {
  BlockKind kind = BlockKind::paragraph;
  Role role = Role::words;
  Place place;
  syntax::Prose prose;    // without the label
  syntax::Number number;  // none: not numbered
  std::string bullet;     // as printed, or empty
  std::vector<Row> rows;
  int heading_level = 0;  // as the format says, or as it was found: 1 is the title
  int list_level = -1;
  int depth = 0;  // of an item: how many items it stands within
  std::string style;
  double indent = 0;
  double hang = 0;  // of its lines below the first, where it has some
  double size = 0;
  bool centred = false;
  bool bold = false;     // every word of it
  bool slanted = false;  // every word of it is italic or underlined
  bool quoted = false;
  bool page_before = false;
  bool full = false;
  bool furniture = false;  // the format says so
  bool labelled = false;   // the format itself gave the number or bullet
  std::uint32_t blank_before = 0;

  std::string_view text() const { return prose.text; }
  bool marked() const { return number.present() || !bullet.empty(); }
  bool wordless() const { return prose.text.empty() && rows.empty(); }
};

struct Footnote {
  std::string mark;
  std::vector<syntax::Prose> paragraphs;
  Place place;
  bool used = false;
};

// A repair and where it was made.
struct Mended {
  Place place;
  syntax::Repair repair;
};

struct Draft {
  explicit Draft(const ImportLists& of) : lists(of) {}

  const ImportLists& lists;  // borrowed
  std::vector<Piece> pieces;
  std::vector<Footnote> notes;
  Properties properties;
  std::vector<Removed> removed;
  std::vector<Mended> repairs;
  std::vector<Doubt> doubts;
  std::vector<std::string>
      furniture;  // what stood around the text, each once: a title may be there

  void remove(const Piece& piece, std::string reason);
  void remove(Place place, std::string_view words, std::string reason);
  void repair(Place place, std::string at, std::string from, std::string to, std::string note = {});
  void doubt(diag::Code code, Place place, std::string_view words, std::string reason);
};

// The words with what stands over them.
syntax::Prose prose_of(const Runs& runs);

// Puts the words of `next` behind those of `prose`, with that between them.
void append(syntax::Prose& prose, const syntax::Prose& next, std::string_view between);

// The bytes from `begin` to `end` taken out, with `with` in their place; marks move along.
void replace(syntax::Prose& prose, std::size_t begin, std::size_t end, std::string_view with);

// Cuts the prose in two before byte `at`; the second part is returned.
syntax::Prose cut(syntax::Prose& prose, std::size_t at);

// White space of every kind as single spaces, none at either end.
void squeeze(syntax::Prose& prose);

// The printed number and the words, as they are quoted in a report: at most some 60 bytes.
std::string extract(std::string_view words);

Draft draft_of(Reading reading, const ImportLists& lists);

}  // namespace concord::intake
