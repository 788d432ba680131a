// The room graph/ turns a Document into clauses that know their place: nested by headings, dots and
// lead-ins, each with its number, its full number and an identifier that every output shares.
//
// Why nesting happens here and not in syntax/: Markdown's nesting is how the text is spelt; that
// "2.3.5" belongs to "2.3" and that a list belongs to the paragraph that leads into it is what it
// says. Why identifiers are made here and not in passes/: a vertex must have its name before
// anything can refer to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "graph/network.h"
#include "syntax/designation.h"
#include "syntax/document.h"

namespace concord::graph {

// Dense index of a clause in document order, within one protocol.
enum class ClauseId : std::uint32_t {};
constexpr std::size_t index(ClauseId id) {
  return static_cast<std::size_t>(id);
}

enum class Kind : std::uint8_t { section, clause, item, paragraph, quote, table, footnote };

// What a clause is to its parent's text.
enum class Place : std::uint8_t {
  body,  // stands on its own below its parent
  list,  // continues the sentence that its parent leads into
  tail,  // text of its parent after the parent's list
};

std::string_view name_of(Kind kind);    // "section", …
std::string_view name_of(Place place);  // "body", …

// The `# Title` is a section like any other (level 0, key "title"), with nothing below it: the text
// before the first numbered or second-level heading and all sections are its siblings, as printed.
//
// A section has its words in `heading` and no text; every other kind has text and no heading; a
// table's cells are in `table`, and `text` has them row by row, cells joined by spaces.
struct Clause {
  ClauseId id{};
  std::string key;  // fragment identifier: "5.4.ii", "introduction.p2", "fn53"
  Kind kind = Kind::clause;
  Place place = Place::body;
  syntax::Number number;    // label as printed; for an automatic one, as given by the compiler
  std::string full_number;  // "5.4(ii)"; empty for an unnumbered clause
  syntax::Prose heading;
  // "Article 13" of the heading "Article 13 – Review". Its words stay whole, and it has no number
  // of its own; but what stands below is numbered by it.
  std::optional<syntax::Designation> designation;
  bool is_division = false;  // a heading below which numbers may begin again: division_of
  syntax::Prose text;
  std::optional<syntax::Table> table;
  std::vector<syntax::Range> cells;  // where each cell of the table stands in `text`
  syntax::Attributes attributes;
  int heading_level = 0;  // 1 to 6 for a section, as written; 0 for all else
  int level = 0;          // nesting depth: 0 for a top section
  std::optional<ClauseId> parent;
  std::vector<ClauseId> children;  // in document order
  source::Span span;
  source::Span number_span;

  // The words of the clause: heading for a section, else text.
  const syntax::Prose& words() const { return kind == Kind::section ? heading : text; }
};

struct ClauseGraph {
  source::FileId file{};
  syntax::Metadata metadata;
  std::vector<Clause> clauses;  // in document order; footnotes last, by place of their definition
  std::vector<ClauseId> roots;  // clauses without a parent
  Network network;              // a vertex a clause (same index), edges contains and next

  const Clause& operator[](ClauseId id) const { return clauses[index(id)]; }
  // The clause with that key, or nothing.
  std::optional<ClauseId> find(std::string_view key) const;
};

// Nests, numbers and names. Reports identifiers used twice and labels whose reading is in doubt.
ClauseGraph build(syntax::Document document, diag::Sink& sink);

// The innermost heading around the clause below which numbers may begin again: one with a
// designation ("Part B", "Schedule 2"), or without a number above numbered headings.
std::optional<ClauseId> division_of(const ClauseGraph& graph, const Clause& clause);

// One clause a line, indented: `concord dump --stage graph`.
std::string dump(const ClauseGraph& graph);

}  // namespace concord::graph
