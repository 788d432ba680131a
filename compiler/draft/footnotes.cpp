#include "draft/footnotes.h"

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

}  // namespace concord::draft
