#include "draft/onto.h"

#include <algorithm>
#include <optional>

#include "diag/messages.h"
#include "draft/onto/composition.h"
#include "draft/onto/matched_files.h"
#include "draft/onto/new_text.h"
#include "draft/onto/references.h"
#include "draft/onto/takers.h"
#include "draft/word_units.h"
#include "intake/draft.h"
#include "intake/wording.h"

namespace concord::draft {
namespace {

using graph::ClauseGraph;
using intake::Reading;

double recognised(const MatchedFiles& files) {
  std::size_t clauses = 0;
  std::size_t found = 0;
  for (std::size_t b = 0; b < files.before_units.units.size(); ++b) {
    if (!files.before(b).clause) continue;
    ++clauses;
    found += files.pairs.of_before[b] ? 1 : 0;
  }
  return clauses == 0 ? 0 : static_cast<double>(found) / static_cast<double>(clauses);
}

// Composes the text and reads it again; where words are not read as they were meant, all words of
// those clauses are written anew. Nothing where it does not have the clauses that were meant.
std::optional<NewText> settled_text(const MatchedFiles& files, CollectedEdits& edits) {
  for (const bool last : {false, true}) {
    edits.result.text = composed(files, edits);
    NewText now(edits.result.text);
    const bool readable = has_clauses_meant(now, edits);
    const bool misread = mark_misread(files, now, edits);
    if (readable && (!misread || last)) return now;
  }
  return std::nullopt;
}

}  // namespace

TakenEdits take_edits(const Reader& reader, const passes::Protocol& protocol, const Reading& made,
                      const Reading& edited) {
  const MatchedFiles files(reader, protocol, made, edited);
  CollectedEdits edits;
  edits.result.recognised = recognised(files);
  take_units(files, edits);
  take_notes(files, edits);
  take_comments(files, edits);
  if (const auto now = settled_text(files, edits)) {
    follow_references(files, *now, edits);
  } else {
    edits.leave({}, "", diag::IMP028::read_otherwise);
    edits.result.text = files.text;
  }
  return std::move(edits.result);
}

std::vector<Unplaced> differences(const Reading& made, const Reading& edited,
                                  const ClauseGraph& graph) {
  const Units one = units_of(made, graph, nullptr);
  const Units other = units_of(edited, graph, &one);
  std::vector<Unplaced> found;
  const auto words = [&](const Units& units) {
    std::vector<const Unit*> all;
    for (const Unit& unit : units.units)
      if (!unit.around) all.push_back(&unit);
    // What came before the title stands behind it in the source.
    const auto title = std::ranges::find_if(
        all, [&](const Unit* unit) { return unit->clause && graph[*unit->clause].key == "title"; });
    if (title != all.end()) std::rotate(all.begin(), title, title + 1);
    return all;
  };
  const auto have = words(one);
  const auto want = words(other);
  for (std::size_t i = 0; i < std::max(have.size(), want.size()); ++i) {
    const std::string is = i < have.size() ? have[i]->prose.text : "";
    const std::string meant = i < want.size() ? want[i]->prose.text : "";
    if (is == meant || intake::without_digits(is) == intake::without_digits(meant)) continue;
    const intake::Place place = i < want.size() ? want[i]->block->place : intake::Place{};
    found.push_back({place, intake::extract(meant.empty() ? is : meant),
                     meant.empty() ? diag::IMP028::only_in_source : diag::IMP028::otherwise});
    if (have.size() != want.size()) break;
  }
  return found;
}

}  // namespace concord::draft
