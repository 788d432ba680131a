#include "draft/onto/matched_files.h"

#include "intake/draft.h"

namespace concord::draft {

MatchedFiles::MatchedFiles(const Reader& reader, const passes::Protocol& of,
                           const intake::Reading& made, const intake::Reading& came_back)
    : protocol(of),
      graph(of.graph()),
      text(reader.sources.text(graph.file)),
      edited(came_back),
      before_units(units_of(made, graph, nullptr)),
      after_units(units_of(edited, graph, &before_units)),
      pairs(pair_units(before_units.units, after_units.units)),
      moved(moved_units(pairs)),
      segments(segments_of(text, graph)) {
  for (std::size_t i = 0; i < segments.size(); ++i) by_clause[segments[i].clause] = i;
  if (text.find("\r\n") != std::string_view::npos) line_break = "\r\n";
}

Index MatchedFiles::segment_of_unit(std::size_t b) const {
  if (!before(b).clause) return std::nullopt;
  const auto found = by_clause.find(*before(b).clause);
  return found == by_clause.end() ? Index() : found->second;
}

void CollectedEdits::leave(const intake::Place& place, std::string_view words, std::string reason) {
  result.unplaced.push_back({place, intake::extract(words), std::move(reason)});
}

}  // namespace concord::draft
