#include "graph/clause_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "graph/naming.h"
#include "graph/nesting.h"

namespace concord::graph {
namespace {

std::string label_of(const Clause& clause) {
  if (clause.kind == Kind::footnote) return "footnote " + clause.number.label;
  if (!clause.full_number.empty()) return clause.full_number;
  return clause.kind == Kind::section ? clause.heading.text : clause.key;
}

// What contains what, and what is read after what, as edges of the network.
void connect(ClauseGraph& graph) {
  for (const Clause& clause : graph.clauses) {
    const bool note = clause.kind == Kind::footnote;
    graph.network.add({graph.metadata.id + "#" + clause.key,
                       note ? VertexKind::footnote : VertexKind::clause, label_of(clause)});
  }
  bool in_footnotes = false;  // which have no place in the order of reading
  for (const Clause& clause : graph.clauses) {
    const auto vertex = static_cast<std::uint32_t>(clause.id);
    in_footnotes = in_footnotes || clause.kind == Kind::footnote;
    if (clause.parent)
      graph.network.connect(static_cast<std::uint32_t>(*clause.parent), vertex, EdgeKind::contains);
    if (vertex > 0 && !in_footnotes) graph.network.connect(vertex - 1, vertex, EdgeKind::next);
  }
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::section:
      return "section";
    case Kind::clause:
      return "clause";
    case Kind::item:
      return "item";
    case Kind::paragraph:
      return "paragraph";
    case Kind::quote:
      return "quote";
    case Kind::table:
      return "table";
    case Kind::footnote:
      return "footnote";
  }
  return "";
}

std::string_view name_of(Place place) {
  switch (place) {
    case Place::body:
      return "body";
    case Place::list:
      return "list";
    case Place::tail:
      return "tail";
  }
  return "";
}

std::optional<ClauseId> ClauseGraph::find(std::string_view key) const {
  const auto found = std::ranges::find(clauses, key, &Clause::key);
  if (found == clauses.end()) return std::nullopt;
  return found->id;
}

std::optional<ClauseId> division_of(const ClauseGraph& graph, const Clause& clause) {
  auto around = clause.parent;
  while (around && !graph[*around].is_division) around = graph[*around].parent;
  return around;
}

ClauseGraph build(syntax::Document document, diag::Sink& sink) {
  ClauseGraph graph;
  graph.file = document.file;
  graph.metadata = std::move(document.metadata);
  const auto title = nest(std::move(document.blocks), graph, sink);
  name_clauses(graph, title, sink);
  connect(graph);
  return graph;
}

std::string dump(const ClauseGraph& graph) {
  std::string text;
  for (const Clause& clause : graph.clauses) {
    text += fmt::format("{:{}}{} {}", "", 2 * clause.level, clause.key, name_of(clause.kind));
    if (clause.place != Place::body) text += fmt::format(" {}", name_of(clause.place));
    if (clause.number.present() || clause.kind == Kind::footnote)
      text += fmt::format(" [{}]", clause.number.label);
    if (!clause.full_number.empty()) text += fmt::format(" = {}", clause.full_number);
    text += fmt::format(" | {}\n", clause.words().text);
  }
  return text;
}

}  // namespace concord::graph
