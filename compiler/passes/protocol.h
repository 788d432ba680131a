// The room passes/ checks what a clause graph means and is the sole maker of a Protocol: a text
// whose numbers have been looked at, whose references lead somewhere or are known not to, whose
// terms, titles and instruments are known. Everything after this room borrows Protocols.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"
#include "syntax/registers.h"

namespace concord::passes {

using graph::ClauseId;

class Vocabulary;

enum class ReferenceKind : std::uint8_t {
  internal,    // to a clause of this protocol
  external,    // to the rest of the constitution or another document; no clause here
  instrument,  // to an Act, statutory instrument, code or guidance
};

// A number that a reference prints, and the clause that it means, absent where it leads nowhere: of
// "sub-paragraph (b) of paragraph 6.1" there are two.
struct PrintedNumber {
  syntax::Range range;  // the number alone, in words() of the citing clause
  std::optional<ClauseId> clause;
};

// One reference in the words of one clause. "paragraphs 5.3 and 5.7" is two references with ranges
// of their own; "sections 4 to 6" is one for each section, all with the range of the whole.
struct Reference {
  ClauseId from{};
  syntax::Range range;  // in words() of `from`
  std::string text;     // as printed: "paragraph 3.1(e) above"
  ReferenceKind kind = ReferenceKind::external;
  std::optional<ClauseId> to;  // for internal; absent where it does not resolve
  // What it prints of the numbers of this protocol, its own first: none for a footnote and for the
  // members of a range between its ends.
  std::vector<PrintedNumber> numbers;
  bool ambiguous = false;  // `to` is the first of several clauses that it could mean
  std::string
      uri;  // address for an instrument that has one, with its section; or of an external link
  std::string
      target;  // instrument id, or the external thing's words: "Appendix 14 of this Constitution"
  source::Span span;
};

// Where a defined term is used, or a role is named.
struct Mention {
  ClauseId clause{};
  syntax::Range range;  // in words() of `clause`
};

struct Definition {
  std::string term;   // as first written
  ClauseId clause{};  // where it is defined
  syntax::Range range;
  std::vector<Mention> uses;  // in document order, the defining mention not among them
};

struct RoleUse {
  std::string role;   // id in the register
  std::string title;  // as printed here, singular
  Mention mention;
};

class Protocol {
 public:
  const syntax::Metadata& metadata() const { return graph_.metadata; }
  const graph::ClauseGraph& graph() const { return graph_; }
  std::span<const graph::Clause> clauses() const { return graph_.clauses; }
  const graph::Clause& operator[](ClauseId id) const { return graph_[id]; }

  // Sorted by clause, then place.
  std::span<const Reference> references() const { return references_; }
  std::span<const Definition> definitions() const { return definitions_; }
  std::span<const RoleUse> roles() const { return roles_; }

  // The id of the topic of the clause, its own or its section's; empty where none fits.
  const std::string& topic(ClauseId id) const { return topics_[graph::index(id)]; }

  // Who keeps the text up to date, as pages name them: where the front matter has the id of a role,
  // what the council calls it, else its title in the register; otherwise the front matter's words.
  const std::string& review_owner() const { return review_owner_; }

  // The clauses whose references lead to this one, in order, each once.
  std::vector<ClauseId> referred_by(ClauseId id) const;

  // "york#5.4.ii": the clause's name in the whole corpus.
  std::string global_id(ClauseId id) const;

  // Vertices and edges of every kind but counterpart.
  const graph::Network& network() const { return graph_.network; }

 private:
  friend class Checker;
  Protocol() = default;

  graph::ClauseGraph graph_;
  std::vector<Reference> references_;
  std::vector<Definition> definitions_;
  std::vector<RoleUse> roles_;
  std::vector<std::string> topics_;
  std::string review_owner_;
};

struct CheckOptions {
  // "Today" for review dates (YYYY-MM-DD); empty: overdue reviews are not looked for.
  std::string as_of;
};

// Runs every pass and makes the Protocol; nothing only where there is no clause at all, which
// parsing has reported (SRC003). The vocabulary is borrowed for the call: texts may be checked with
// one at the same time.
std::optional<Protocol> check(graph::ClauseGraph graph, const Vocabulary& vocabulary,
                              const CheckOptions& options, diag::Sink& sink);

// One reference, definition or role a line: `concord dump --stage protocol`.
std::string dump(const Protocol& protocol);

}  // namespace concord::passes
