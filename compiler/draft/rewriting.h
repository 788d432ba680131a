// A source text rewritten at some places: what changes, and what stands in the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "graph/clause_graph.h"
#include "passes/protocol.h"
#include "passes/vocabulary.h"
#include "source/source_map.h"
#include "syntax/document.h"

namespace concord::draft {

using graph::ClauseId;

// One place of the source. All that is not named by an edit stays as it is, to the byte.
struct Edit {
  enum class Kind : std::uint8_t {
    number,      // the number of a clause
    reference,   // a number in words that cite
    link,        // the identifier that a link leads to
    identifier,  // `formerly=`
    metadata,    // a key of the front matter
    clause,      // a clause put in
  };

  Kind kind = Kind::number;
  ClauseId clause{};  // that it stands in; of no meaning for metadata
  source::Span span;
  std::string text;  // that comes there
};
std::string_view name_of(Edit::Kind kind);  // "number", …

// What keeps a text from being rewritten.
struct Obstacle {
  source::Span span;
  std::string message;
};

struct Rewriting {
  std::vector<Edit> edits;  // by place; of no meaning where there are obstacles
  std::vector<Obstacle> obstacles;
  std::string text;  // as it comes to stand
};

// The text with the edits made.
std::string applied(std::string_view text, const std::vector<Edit>& edits);

// The clause that an entry of `repairs:` names, by its number or else its identifier.
std::optional<ClauseId> repaired_clause(const graph::ClauseGraph& graph, const std::string& at);

// Whether attributes can be written on it: not on a quotation, table or footnote.
bool takes_attributes(const graph::Clause& clause);

// Where `formerly=` with those keys goes on a clause, instead of the one that it has if it has one,
// and what comes there.
Edit former_edit(std::string_view text, const graph::ClauseGraph& graph,
                 const graph::Clause& clause, std::string_view keys);

// A text that was rewritten, read again: its own source, and what is read in it.
struct Reread {
  Reread(std::string_view name, std::string text);

  source::SourceMap sources;
  diag::Sink sink;
  syntax::Document document;
  graph::ClauseGraph graph;
};

// Whether two readings have the same clauses: key, kind, place, number and words. Where they stand
// in the source does not count.
bool same_clauses(const graph::ClauseGraph& a, const graph::ClauseGraph& b);

// How a text that was rewritten is read again: with the registers it was checked with.
struct Reader {
  const source::SourceMap& sources;  // of the protocols that are rewritten
  const passes::Vocabulary& vocabulary;
  std::string as_of;
};

}  // namespace concord::draft
