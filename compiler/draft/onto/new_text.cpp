#include "draft/onto/new_text.h"

#include <algorithm>

namespace concord::draft {
namespace {

using graph::Clause;

std::size_t clauses_meant(const CollectedEdits& edits) {
  return static_cast<std::size_t>(std::ranges::count_if(
      edits.entries, [](const Entry& entry) { return entry.after.has_value(); }));
}

}  // namespace

NewText::NewText(const std::string& text) : reread("edited", text) {
  for (const Segment& segment : segments_of(text, reread.graph)) order.push_back(segment.clause);
}

bool has_clauses_meant(const NewText& now, const CollectedEdits& edits) {
  return now.order.size() == clauses_meant(edits);
}

bool mark_misread(const MatchedFiles& files, const NewText& now, CollectedEdits& edits) {
  bool wrong = false;
  std::size_t at = 0;
  for (const Entry& entry : edits.entries) {
    if (!entry.after) continue;
    const bool last = at >= now.order.size();
    const Clause* is = last ? nullptr : &now.reread.graph[now.order[at]];
    ++at;
    if (!entry.segment) continue;
    const graph::ClauseId id = files.segments[*entry.segment].clause;
    const auto rewording = edits.reworded.find(id);
    if (rewording == edits.reworded.end() || edits.anew.contains(id)) continue;
    if (is != nullptr && syntax::same_words(is->words(), rewording->second.after)) continue;
    edits.anew.insert(id);
    wrong = true;
  }
  return wrong;
}

}  // namespace concord::draft
