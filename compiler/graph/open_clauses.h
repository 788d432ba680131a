// What is open at a place of the text: the sections and numbered clauses in which the next number
// may find its parent.
//
// Two stacks, popped by number rather than by depth: a decimal number stays below the number that
// it begins with (4.5.1 below 4.5), a letter goes on from an open sibling, and what has neither
// leaves the stacks as they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/clause_graph.h"

namespace concord::graph {

// A place where a number may find its parent.
struct Open {
  ClauseId id{};
  syntax::Number number;
  // Of a decimal number, a heading's letter or numeral, or a designation: what numbers below begin
  // with. Empty for all else.
  std::vector<std::string> parts;
  int heading_level = 0;
  std::string noun = {};  // of a designation
};
Open opened(const Clause& clause);

// What the blocks of one region (the text, an item, a footnote) have opened so far.
struct Flow {
  std::optional<ClauseId> home;  // the item or footnote that holds the region
  std::vector<Open> sections;
  std::vector<Open> clauses;          // numbered, within the innermost section
  std::vector<Open> capital;          // the last with a capital letter ("A."), or none
  std::optional<ClauseId> paragraph;  // the block just before, where it is a paragraph
  bool after_list = false;            // some list stands since the last number or heading
  bool after_list_directly = false;   // the block just before is a list
  std::optional<ClauseId> lead_in;    // of that list
  syntax::Number last_label;          // of that list
  bool automatic = false;             // its labels are the compiler's
  std::size_t rejoined_before = 0;    // blocks before this index belong to `lead_in`

  void forget_list();
  // What an unnumbered block belongs to.
  std::optional<ClauseId> container() const;
  std::optional<ClauseId> section() const;
};

// "(a)", "iv.": neither a decimal number nor the compiler's own.
bool is_lettered(const syntax::Number& number);
// "(1)" stands below a clause as "(a)" does.
bool is_bracketed(const syntax::Number& number);
// "A.": numbers the paragraphs of a text, across its headings too.
bool is_capital(const syntax::Number& number);

// Closes the sections that the heading does not stand in. `noun`: of its designation.
void leave_sections(const syntax::Block& heading, const std::string& noun, Flow& flow);
// "1. Definitions" as a heading, "1.1", "1.2", and then "2. Members should …" as a paragraph: it
// goes on from the section, and does not stand in it.
void leave_section(const syntax::Number& number, Flow& flow);
// Closes the clauses that a paragraph with this number does not stand in.
void leave_clauses(const syntax::Number& number, Flow& flow);

// Reads the label so that it goes on from an open one, the innermost first; false where it goes on
// from none.
bool settle_by(syntax::Number& number, const std::vector<Open>& open);

// True where the list goes on from a numbered paragraph around: "1." "1.1" "1.2" "2.".
bool goes_on_from_clause(const syntax::Block& list, const Flow& flow);

// The index of a list that goes on from the list before, with only unnumbered blocks between; else
// 0. Automatic labels go on where nothing leads into them anew.
std::size_t rejoining(const std::vector<syntax::Block>& blocks, std::size_t from, const Flow& flow);

// Ends with a colon.
bool leads_in(const syntax::Prose& prose);
// Ends with a dash: "In particular it aims to –".
bool opens_a_list(const syntax::Prose& prose);

// How many blocks may stand between two halves of one list, and between a heading and the number
// that shows what it is designated by.
constexpr std::size_t longest_interposition = 8;

}  // namespace concord::graph
