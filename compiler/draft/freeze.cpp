#include "draft/renumber.h"

namespace concord::draft {
namespace {

using graph::Clause;

bool is_blank_or_hash(char c) {
  return c == ' ' || c == '\t' || c == '#';
}

// Where the number of a heading or paragraph goes that has none in the source.
std::uint32_t before_words(std::string_view text, const Clause& clause) {
  std::uint32_t at = clause.span.begin;
  if (clause.kind != graph::Kind::section) return at;
  while (at < clause.span.end && is_blank_or_hash(text[at])) ++at;
  return at;
}

std::vector<Edit> literal_numbers(const source::SourceMap& sources,
                                  const graph::ClauseGraph& graph) {
  const std::string_view text = sources.text(graph.file);
  std::vector<Edit> edits;
  for (const Clause& clause : graph.clauses) {
    if (!clause.number.present() || clause.kind == graph::Kind::footnote) continue;
    const std::string_view printed = sources.text(clause.number_span);
    if (printed.empty()) {
      const std::uint32_t at = before_words(text, clause);
      edits.push_back(
          {Edit::Kind::number, clause.id, {graph.file, at, at}, clause.number.label + " "});
    } else if (printed.starts_with("#") || printed.starts_with("(#")) {
      edits.push_back({Edit::Kind::number, clause.id, clause.number_span, clause.number.label});
    }
  }
  return edits;
}

// "numbering: auto" in the front matter.
std::optional<Edit> explicit_numbering(std::string_view text, const graph::ClauseGraph& graph) {
  if (graph.metadata.numbering != syntax::Numbering::automatic) return std::nullopt;
  const source::Span key = graph.metadata.span("numbering", graph.file);
  constexpr std::string_view word = "auto";
  const std::size_t at = text.find(word, key.begin);
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(at);
  return Edit{Edit::Kind::metadata,
              {},
              {graph.file, begin, begin + static_cast<std::uint32_t>(word.size())},
              "explicit"};
}

}  // namespace

Rewriting freeze(const Reader& reader, const passes::Protocol& protocol) {
  const graph::ClauseGraph& graph = protocol.graph();
  const std::string_view text = reader.sources.text(graph.file);
  Rewriting result;
  result.edits = literal_numbers(reader.sources, graph);
  if (auto edit = explicit_numbering(text, graph))
    result.edits.insert(result.edits.begin(), std::move(*edit));
  result.text = applied(text, result.edits);
  if (!same_clauses(graph, Reread(reader.sources.name(graph.file), result.text).graph))
    result.obstacles.push_back(
        {graph.clauses.front().span, "with literal numbers the text would be read differently"});
  return result;
}

}  // namespace concord::draft
