#include "draft/rewriting.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diag/fixes.h"

namespace concord::draft {

std::string_view name_of(Edit::Kind kind) {
  switch (kind) {
    case Edit::Kind::number:
      return "number";
    case Edit::Kind::reference:
      return "reference";
    case Edit::Kind::link:
      return "link";
    case Edit::Kind::identifier:
      return "identifier";
    case Edit::Kind::metadata:
      return "metadata";
    case Edit::Kind::clause:
      break;
  }
  return "clause";
}

std::string applied(std::string_view text, const std::vector<Edit>& edits) {
  std::vector<diag::Fix> fixes;
  fixes.reserve(edits.size());
  for (const Edit& edit : edits) fixes.push_back({"", edit.span, edit.text, true});
  return diag::apply(text, std::move(fixes)).text;
}

std::optional<ClauseId> repaired_clause(const graph::ClauseGraph& graph, const std::string& at) {
  if (at.empty()) return std::nullopt;
  const auto numbered = std::ranges::find(graph.clauses, at, &graph::Clause::full_number);
  return numbered == graph.clauses.end() ? graph.find(at) : std::optional(numbered->id);
}

bool takes_attributes(const graph::Clause& clause) {
  return clause.kind != graph::Kind::table && clause.kind != graph::Kind::quote &&
         clause.kind != graph::Kind::footnote;
}

namespace {

// Of the `formerly=…` in the braces of a clause's attributes; none where there is no such thing.
std::optional<source::Span> former_span(std::string_view text, const source::Span& braces) {
  const std::string_view inside = text.substr(braces.begin, braces.end - braces.begin);
  constexpr std::string_view name = "formerly=";
  const std::size_t at = inside.find(name);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t value = at + name.size();
  const bool quoted = inside.substr(value).starts_with('"');
  const std::size_t end =
      quoted ? inside.find('"', value + 1) + 1 : inside.find_first_of(" \t}", value);
  return source::Span{braces.file, braces.begin + static_cast<std::uint32_t>(at),
                      braces.begin + static_cast<std::uint32_t>(end)};
}

}  // namespace

Edit former_edit(std::string_view text, const graph::ClauseGraph& graph,
                 const graph::Clause& clause, std::string_view keys) {
  const bool several = keys.find(' ') != std::string_view::npos;
  const std::string written =
      several ? fmt::format("formerly=\"{}\"", keys) : fmt::format("formerly={}", keys);
  if (!clause.attributes.empty()) {
    if (const auto there = former_span(text, clause.attributes.span))
      return {Edit::Kind::identifier, clause.id, *there, written};
    const std::uint32_t brace = clause.attributes.span.end - 1;
    return {Edit::Kind::identifier, clause.id, {graph.file, brace, brace}, " " + written};
  }
  const syntax::Prose& words = clause.words();
  const auto length = static_cast<std::uint32_t>(words.text.size());
  const std::uint32_t last =
      length == 0 ? clause.number_span.end : words.span({0, length}, clause.span).end;
  std::size_t end = std::min(text.find('\n', last), text.size());
  while (end > last && (text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
  const auto at = static_cast<std::uint32_t>(end);
  return {Edit::Kind::identifier, clause.id, {graph.file, at, at}, fmt::format(" {{{}}}", written)};
}

Reread::Reread(std::string_view name, std::string text) {
  const source::FileId file = sources.add(std::string(name), std::move(text));
  document = syntax::parse(sources, file, sink);
  graph = graph::build(document, sink);
}

bool same_clauses(const graph::ClauseGraph& a, const graph::ClauseGraph& b) {
  return std::ranges::equal(
      a.clauses, b.clauses, [](const graph::Clause& one, const graph::Clause& other) {
        return one.key == other.key && one.kind == other.kind && one.parent == other.parent &&
               one.full_number == other.full_number &&
               syntax::same_words(one.words(), other.words());
      });
}

}  // namespace concord::draft
