// What every pass works on, and the passes themselves: one file each.
//
// A pass reads the clause graph and the registers and returns what it found; none changes a clause.
// passes::check runs them in the order below, because a later one looks at what an earlier one
// found: a document's name inside an Act's title is no reference of its own, a term inside a longer
// title is no use of the term.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"
#include "passes/language.h"
#include "passes/protocol.h"
#include "passes/ranges.h"
#include "syntax/registers.h"

namespace concord::passes {

struct Subject {
  Subject(const graph::ClauseGraph& clause_graph, const Vocabulary& shared,
          const CheckOptions& check_options, diag::Sink& into);

  const graph::ClauseGraph& graph;
  const Vocabulary& vocabulary;
  const syntax::Register& registers;  // of the vocabulary
  const CheckOptions& options;
  diag::Sink& sink;
  // By clause: the words of words().text.
  std::vector<Words> words;
  // By clause: links, code and bare addresses, in which prose is not looked for.
  std::vector<Ranges> closed;

  const Words& words_of(const graph::Clause& clause) const {
    return words[graph::index(clause.id)];
  }
  // True where the range overlaps a closed part of the clause.
  bool is_closed(const graph::Clause& clause, Range range) const {
    return closed[graph::index(clause.id)].overlaps(range);
  }

  // The clauses with a `sic` that accepted a finding about a reference (report).
  mutable std::set<ClauseId> lifted;

  // Where a range of the clause's words stands in the source.
  source::Span span(const graph::Clause& clause, Range range) const {
    return clause.words().span(range, clause.span);
  }
  // The clause's printed number, or the clause where it has none.
  source::Span number_span(const graph::Clause& clause) const;
  // Not where the clause has a `sic` and the finding is about a reference or an instrument: the
  // author has accepted it.
  void report(diag::Code code, const graph::Clause& clause, Range range, std::string message,
              std::vector<diag::Note> notes = {}, std::vector<diag::Fix> fixes = {}) const;
};

// "{sic="as adopted"}": the council adopted it so, and nothing about its number is reported. A sic
// that speaks of a word ("“with” for “between”") accepts nothing.
bool accepted(const graph::Clause& clause);

// "3.1(e)" for a reader, in quotes; the key for a clause without a number.
std::string shown(const graph::Clause& clause);

// "did you mean …?" of the names that are nearest to a word that was not found; `before` stands in
// front of each ("#", "law:").
std::vector<diag::Note> suggestions(std::string_view word, std::span<const std::string> names,
                                    std::string_view before = {});

// The parts of the clause's words that are read apart: the cells of a table, else the whole.
std::vector<Range> passages_of(const graph::Clause& clause);

// The quotation around the clause, or the clause being one: words of somebody else.
bool is_quoted(const graph::ClauseGraph& graph, const graph::Clause& clause);

// The references found so far. A pass adds to them, and finds nothing where something is already.
class Found {
 public:
  explicit Found(const Subject& subject) : subject_(subject), taken_(subject.closed) {}

  const std::vector<Reference>& all() const { return references_; }
  std::vector<Reference> take() && { return std::move(references_); }
  // No link, no code, no reference.
  bool is_free(const graph::Clause& clause, Range range) const {
    return !taken_[graph::index(clause.id)].overlaps(range);
  }
  // A reference of these words. The caller fills in what it leads to.
  Reference& add(const graph::Clause& clause, Range range, ReferenceKind kind);

 private:
  const Subject& subject_;
  std::vector<Ranges> taken_;
  std::vector<Reference> references_;
};

// ---- the passes, in their order

// The links that authors wrote: [paragraph 2.3](#id), [](#id), [words](https://…), [words](law:id).
void find_links(const Subject& subject, Found& found);

// Acts, statutory instruments, codes and guidance, with the section where one is given.
void find_instruments(const Subject& subject, Found& found);

// Numbered places in prose, of this text and of the rest of the constitution.
void find_numbered(const Subject& subject, Found& found);

// Other documents by their names: "Employee Code of Conduct", "Media Relations protocol".
void find_documents(const Subject& subject, Found& found);

// After the references, which a `sic` accepts as well.
void check_numbering(const Subject& subject);

// Circles of references, in the network that already has them.
void check_circles(const Subject& subject);

std::vector<RoleUse> find_roles(const Subject& subject, const Found& found);

std::vector<Definition> find_definitions(const Subject& subject, const std::vector<RoleUse>& roles);

// The topic's id for each clause, by index; empty where none fits.
std::vector<std::string> find_topics(const Subject& subject);

void check_footnotes(const Subject& subject);
void check_metadata(const Subject& subject);

// Slips that a reader of proofs looks for: days that the calendar does not have, a number that is
// one in words and another in figures, a word twice in a row.
void check_slips(const Subject& subject);

// What was begun and not written: headings and clauses without words, lead-ins to nothing.
void check_unfinished(const Subject& subject);

// Clauses with the same words.
void check_duplicates(const Subject& subject);
void check_style(const Subject& subject, const Found& found, const std::vector<RoleUse>& roles);
void check_accessibility(const Subject& subject);

}  // namespace concord::passes
