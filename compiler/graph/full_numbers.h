// The numbers that clauses come to have: those that the compiler gives, and each clause's in full.
//
// A number is read below the nearest clause around that has one: "(a)" below "3.1" is "3.1(a)", and
// "2." in a division of its own is "B.2". One that says itself what it stands below ("3.1", "A1")
// is whole as it is printed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "graph/clause_graph.h"

namespace concord::graph {

// Of a graph that grows: clauses are counted in the order in which they are added to it.
class FullNumbers {
 public:
  // The graph must outlive it.
  explicit FullNumbers(const ClauseGraph& graph) : graph_(graph) {}

  // With `numbering: auto` headings, and paragraphs that stand in a section or clause of the text
  // itself, have a number without asking.
  void automate_heading(syntax::Block& block) const { automate(block); }
  void automate_paragraph(syntax::Block& block, std::optional<ClauseId> parent) const;

  // The compiler's own number, where it is to give one: the next after its last sibling, be that
  // printed or given.
  void give(syntax::Number& number, Kind kind, std::optional<ClauseId> parent) const;

  // "3.1(e)"; empty for a clause without a number, and for a footnote.
  std::string of(const Clause& clause) const;

  // The next sibling's number goes on from this clause's.
  void count(const Clause& clause);

 private:
  void automate(syntax::Block& block) const;
  std::uint32_t next_after(std::optional<ClauseId> parent, syntax::NumberStyle style) const;
  void give_letter(syntax::Number& number, std::optional<ClauseId> parent) const;
  void give_decimal(syntax::Number& number, std::optional<ClauseId> parent) const;
  // The clause, or the nearest clause around it, that has a number.
  const Clause* numbered(std::optional<ClauseId> id) const;

  const ClauseGraph& graph_;
  std::map<std::pair<std::optional<ClauseId>, syntax::NumberStyle>, std::uint32_t> last_values_;
};

}  // namespace concord::graph
