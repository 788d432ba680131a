#include "draft/footnotes.h"

#include <algorithm>

namespace concord::draft {

using graph::ClauseId;

Footnotes::Footnotes(const passes::Protocol& protocol) : protocol_(protocol) {
  for (const graph::Clause& clause : protocol.clauses())
    if (clause.kind == graph::Kind::footnote) by_label_.emplace(clause.number.label, clause.id);
}

std::vector<ClauseId> Footnotes::of(ClauseId clause) const {
  std::vector<ClauseId> all;
  for (const syntax::Mark& mark : protocol_[clause].words().marks) {
    if (mark.kind != syntax::MarkKind::footnote) continue;
    const auto note = by_label_.find(mark.target);
    if (note != by_label_.end()) all.push_back(note->second);
  }
  return all;
}

std::vector<ClauseId> Footnotes::of(const std::vector<ClauseId>& clauses) const {
  std::vector<ClauseId> all;
  for (const ClauseId clause : clauses)
    for (const ClauseId note : of(clause)) all.push_back(note);
  return all;
}

std::optional<ClauseId> Footnotes::marked_in(ClauseId note) const {
  if (protocol_[note].kind != graph::Kind::footnote) return {};
  const std::string& label = protocol_[note].number.label;
  const auto marks_it = [&](const graph::Clause& clause) {
    return std::ranges::any_of(clause.words().marks, [&](const syntax::Mark& mark) {
      return mark.kind == syntax::MarkKind::footnote && mark.target == label;
    });
  };
  const auto found = std::ranges::find_if(protocol_.clauses(), marks_it);
  if (found == protocol_.clauses().end()) return {};
  return found->id;
}

}  // namespace concord::draft
