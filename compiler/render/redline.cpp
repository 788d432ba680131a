#include "render/redline.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "render/data_file.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;

ordered_json words_json(std::string_view words) {
  return words.empty() ? ordered_json() : ordered_json(words);
}

ordered_json version(const passes::Protocol& protocol) {
  const syntax::Metadata& metadata = protocol.metadata();
  const std::string last = metadata.versions.empty() ? "" : metadata.versions.back().version;
  return {{"id", metadata.id},
          {"status", syntax::name_of(metadata.status)},
          {"adopted", words_json(metadata.adopted.date.iso)},
          {"version", words_json(last)}};
}

ordered_json record(const draft::Summary& summary) {
  return {{"unchanged", summary.unchanged},
          {"new", summary.added},
          {"deleted", summary.deleted},
          {"reworded", summary.reworded},
          {"punctuation", summary.punctuation},
          {"moved", summary.moved},
          {"split", summary.split},
          {"merged", summary.merged},
          {"renumbered", summary.renumbered}};
}

ordered_json ids(const std::vector<graph::ClauseId>& clauses, const passes::Protocol& protocol) {
  ordered_json all = ordered_json::array();
  for (const graph::ClauseId clause : clauses) all.push_back(protocol.global_id(clause));
  return all;
}

// The layer is that of what is not kept.
ordered_json pieces(const std::vector<draft::Piece>& from) {
  ordered_json all = ordered_json::array();
  for (const draft::Piece& piece : from) {
    ordered_json one = {{"kind", draft::name_of(piece.kind)}, {"text", piece.text}};
    if (piece.kind != draft::Piece::Kind::kept) one["layer"] = draft::name_of(piece.layer);
    all.push_back(std::move(one));
  }
  return all;
}

ordered_json effects(const std::vector<draft::Effect>& from) {
  ordered_json all = ordered_json::array();
  for (const draft::Effect& effect : from)
    all.push_back(
        {{"kind", draft::name_of(effect.kind)},
         {"before", words_json(effect.before)},
         {"after", words_json(effect.after)},
         {"clauses", is_definition(effect) ? ordered_json(effect.clauses) : ordered_json()},
         {"bearer", words_json(effect.bearer)}});
  return all;
}

ordered_json redirections(const draft::Change& change, const passes::Protocol& before,
                          const passes::Protocol& after) {
  ordered_json all = ordered_json::array();
  for (const draft::Redirection& each : change.redirections)
    all.push_back(
        {{"words", each.words},
         {"before", before.global_id(each.before)},
         {"after", each.after ? ordered_json(after.global_id(*each.after)) : ordered_json()}});
  return all;
}

ordered_json row(const draft::RowChange& from) {
  ordered_json cells = ordered_json::array();
  for (const auto& cell : from.cells) cells.push_back(pieces(cell));
  return {{"fate", draft::name_of(from.fate)}, {"cells", std::move(cells)}};
}

ordered_json table(const std::optional<draft::TableChange>& from) {
  if (!from) return {};
  ordered_json rows = ordered_json::array();
  for (const draft::RowChange& each : from->rows) rows.push_back(row(each));
  return {{"header", row(from->header)}, {"rows", std::move(rows)}};
}

ordered_json titles(std::span<const draft::TitleChange> from) {
  ordered_json all = ordered_json::array();
  for (const draft::TitleChange& title : from)
    all.push_back({{"before", title.before}, {"after", title.after}, {"places", title.places}});
  return all;
}

ordered_json change_json(const draft::Change& change, const passes::Protocol& before,
                         const passes::Protocol& after) {
  const draft::Descent& descent = change.descent;
  return {{"fate", draft::fate(change)},
          {"class", draft::name_of(change.kind)},
          {"before", ids(descent.before, before)},
          {"after", ids(descent.after, after)},
          {"wording", draft::name_of(descent.wording)},
          {"moved", descent.moved},
          {"renumbered", descent.renumbered},
          {"ambiguous", descent.ambiguous},
          {"redirected", change.redirected},
          {"redirections", redirections(change, before, after)},
          {"from", change.from},
          {"notes_added", ids(change.notes_added, after)},
          {"notes_removed", ids(change.notes_removed, before)},
          {"evidence", draft::name_of(descent.evidence)},
          {"likeness", std::round(descent.likeness * 10'000) / 10'000},
          {"effects", effects(change.effects)},
          {"pieces", pieces(change.pieces)},
          {"table", table(change.table)}};
}

}  // namespace

std::string redline_data(const draft::Revision& revision, const passes::Protocol& before,
                         const passes::Protocol& after) {
  DataFile file;
  file.short_member("before", version(before));
  file.short_member("after", version(after));
  file.short_member("summary", record(revision.summary()));
  file.short_member("titles", titles(revision.titles()));
  file.list("changes", revision.changes(),
            [&](const draft::Change& change) { return change_json(change, before, after); });
  return file.take();
}

}  // namespace concord::render
