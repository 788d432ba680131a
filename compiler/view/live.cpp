#include "view/live.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "syntax/document.h"
#include "view/labels.h"

namespace concord::view {
namespace {

using source::SourceMap;
using source::Span;

RemarkKind kind_of(diag::Severity severity) {
  switch (severity) {
    case diag::Severity::error:
      return RemarkKind::error;
    case diag::Severity::warning:
      return RemarkKind::warning;
    case diag::Severity::note:
    case diag::Severity::off:
      return RemarkKind::note;
  }
  return RemarkKind::note;
}

std::string place_of(Span span, const SourceMap& sources) {
  const source::Position at = sources.position(span.file, span.begin);
  return fmt::format("{}:{}:{}", sources.name(span.file), at.line, at.column);
}

// Finds the clause in whose lines, or after them, a byte of the source stands.
class ClauseFinder {
 public:
  explicit ClauseFinder(const passes::Protocol& protocol) {
    for (const graph::Clause& clause : protocol.clauses())
      by_place_.emplace_back(clause.span.begin, &clause);
    std::ranges::stable_sort(by_place_, {}, &Place::first);
  }

  // Empty before the first.
  std::string at(std::uint32_t byte) const {
    const auto after = std::ranges::upper_bound(by_place_, byte, {}, &Place::first);
    return after == by_place_.begin() ? "" : std::prev(after)->second->key;
  }

 private:
  using Place = std::pair<std::uint32_t, const graph::Clause*>;
  std::vector<Place> by_place_;
};

using Placed = std::vector<std::pair<std::uint32_t, Remark>>;  // by byte of the source

void add_notes(const std::vector<syntax::Block>& blocks, const ClauseFinder& clauses,
               const SourceMap& sources, Placed& into) {
  for (const syntax::Block& block : blocks) {
    for (const syntax::DraftingNote& note : block.notes)
      into.emplace_back(note.span.begin, Remark{.kind = RemarkKind::drafting,
                                                .code = {},
                                                .text = note.text,
                                                .clause = clauses.at(block.span.begin),
                                                .place = place_of(note.span, sources),
                                                .hints = {}});
    add_notes(block.children, clauses, sources, into);
  }
}

bool only_tells_of_a_note(const diag::Finding& finding) {
  return finding.diagnostic.code == diag::Code::SYN009 && finding.severity <= diag::Severity::note;
}

}  // namespace

std::string_view name_of(RemarkKind kind) {
  switch (kind) {
    case RemarkKind::error:
      return "error";
    case RemarkKind::warning:
      return "warning";
    case RemarkKind::note:
      return "note";
    case RemarkKind::drafting:
      return "drafting";
  }
  return "";
}

Remark remark(const diag::Finding& finding, const SourceMap& sources) {
  const diag::Diagnostic& found = finding.diagnostic;
  Remark remark{.kind = kind_of(finding.severity),
                .code = std::string(diag::info(found.code).name),
                .text = found.message,
                .clause = {},
                .place = place_of(found.span, sources),
                .hints = {}};
  for (const diag::Note& note : found.notes)
    remark.hints.push_back(
        note.span ? fmt::format("{}: {}", place_of(*note.span, sources), note.text) : note.text);
  for (const diag::Fix& fix : found.fixes) remark.hints.push_back(fix.title);
  return remark;
}

NotesByClause drafting_notes(const passes::Protocol& protocol, const syntax::Document& document,
                             const SourceMap& sources) {
  const auto clauses = protocol.clauses();
  const auto first = std::ranges::find_if_not(clauses, is_title);
  NotesByClause notes;
  for (Remark& each : remarks(protocol, document, {}, sources)) {
    const auto own = protocol.graph().find(each.clause);
    const bool shown = own && !is_title(protocol[*own]);
    if (shown || first != clauses.end())
      notes[shown ? each.clause : first->key].push_back(std::move(each.text));
  }
  return notes;
}

std::vector<Remark> remarks(const passes::Protocol& protocol, const syntax::Document& document,
                            std::span<const diag::Finding> findings, const SourceMap& sources) {
  const ClauseFinder clauses(protocol);
  Placed placed;
  add_notes(document.blocks, clauses, sources, placed);
  for (const diag::Finding& finding : findings) {
    const Span span = finding.diagnostic.span;
    if (span.file != protocol.graph().file || only_tells_of_a_note(finding)) continue;
    placed.emplace_back(span.begin, remark(finding, sources)).second.clause =
        clauses.at(span.begin);
  }
  std::ranges::stable_sort(placed, {}, &Placed::value_type::first);
  std::vector<Remark> list;
  list.reserve(placed.size());
  for (auto& [at, each] : placed) list.push_back(std::move(each));
  return list;
}

}  // namespace concord::view
