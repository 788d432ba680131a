#include "render/redline.h"

#include <cmath>
#include <nlohmann/json.hpp>

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

ordered_json pieces(const std::vector<draft::Piece>& from) {
  ordered_json all = ordered_json::array();
  for (const draft::Piece& piece : from)
    all.push_back({{"kind", draft::name_of(piece.kind)}, {"text", piece.text}});
  return all;
}

}  // namespace

std::string redline_data(const draft::Revision& revision, const passes::Protocol& before,
                         const passes::Protocol& after) {
  DataFile file;
  file.short_member("before", version(before));
  file.short_member("after", version(after));
  file.short_member("summary", record(revision.summary()));
  file.list("changes", revision.changes(), [&](const draft::Change& change) {
    const draft::Descent& descent = change.descent;
    return ordered_json{{"fate", draft::fate(descent)},
                        {"before", ids(descent.before, before)},
                        {"after", ids(descent.after, after)},
                        {"wording", draft::name_of(descent.wording)},
                        {"moved", descent.moved},
                        {"renumbered", descent.renumbered},
                        {"evidence", draft::name_of(descent.evidence)},
                        {"likeness", std::round(descent.likeness * 10'000) / 10'000},
                        {"pieces", pieces(change.pieces)}};
  });
  return file.take();
}

}  // namespace concord::render
