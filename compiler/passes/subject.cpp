#include "passes/subject.h"

#include <fmt/format.h>

#include <utility>

#include "passes/vocabulary.h"

namespace concord::passes {

using graph::Clause;

Subject::Subject(const graph::ClauseGraph& clause_graph, const Vocabulary& shared,
                 const CheckOptions& check_options, diag::Sink& into)
    : graph(clause_graph),
      vocabulary(shared),
      registers(shared.registers()),
      options(check_options),
      sink(into) {
  words.reserve(graph.clauses.size());
  closed.resize(graph.clauses.size());
  for (const Clause& clause : graph.clauses) {
    words.emplace_back(clause.words().text);
    for (const syntax::Mark& mark : clause.words().marks)
      if (mark.kind == syntax::MarkKind::link || mark.kind == syntax::MarkKind::code)
        closed[graph::index(clause.id)].add(mark.range);
  }
}

source::Span Subject::number_span(const Clause& clause) const {
  return clause.number_span.end > clause.number_span.begin ? clause.number_span : clause.span;
}

void Subject::report(diag::Code code, const Clause& clause, Range range, std::string message,
                     std::vector<diag::Note> notes, std::vector<diag::Fix> fixes) const {
  const std::string_view name = diag::info(code).name;
  if ((name.starts_with("REF") || name.starts_with("EXT")) && clause.attributes.find("sic")) {
    lifted.insert(clause.id);
    return;
  }
  sink.report({code, span(clause, range), std::move(message), std::move(notes), std::move(fixes)});
}

bool accepted(const Clause& clause) {
  const std::string* sic = clause.attributes.find("sic");
  return sic != nullptr && (sic->starts_with("as adopted") || sic->starts_with("as printed"));
}

std::string shown(const Clause& clause) {
  if (clause.kind == graph::Kind::footnote) return fmt::format("footnote {}", clause.number.label);
  return fmt::format("\"{}\"", clause.full_number.empty() ? clause.key : clause.full_number);
}

std::vector<diag::Note> suggestions(std::string_view word, std::span<const std::string> names,
                                    std::string_view before) {
  std::vector<diag::Note> notes;
  for (const std::string& near : diag::nearest(word, names))
    notes.push_back({fmt::format("did you mean \"{}{}\"?", before, near), std::nullopt});
  return notes;
}

std::vector<Range> passages_of(const Clause& clause) {
  std::vector<Range> passages;
  if (!clause.table) {
    passages.push_back({0, static_cast<std::uint32_t>(clause.words().text.size())});
    return passages;
  }
  std::uint32_t at = 0;
  const auto add = [&](const syntax::Cell& cell) {
    if (at > 0) ++at;  // the space between two cells
    const auto end = at + static_cast<std::uint32_t>(cell.prose.text.size());
    passages.push_back({at, end});
    at = end;
  };
  for (const syntax::Cell& cell : clause.table->header) add(cell);
  for (const auto& row : clause.table->rows)
    for (const syntax::Cell& cell : row) add(cell);
  return passages;
}

bool is_quoted(const graph::ClauseGraph& graph, const Clause& clause) {
  const Clause* at = &clause;
  while (at->kind != graph::Kind::quote && at->parent) at = &graph[*at->parent];
  return at->kind == graph::Kind::quote;
}

Reference& Found::add(const Clause& clause, Range range, ReferenceKind kind) {
  taken_[graph::index(clause.id)].add(range);
  Reference reference;
  reference.from = clause.id;
  reference.range = range;
  reference.text = slice(clause.words().text, range);
  reference.kind = kind;
  reference.span = subject_.span(clause, range);
  return references_.emplace_back(std::move(reference));
}

}  // namespace concord::passes
