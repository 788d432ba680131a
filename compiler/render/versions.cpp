#include "render/versions.h"

#include <nlohmann/json.hpp>

#include "draft/versions.h"
#include "render/data_file.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;
using view::VersionText;

ordered_json words_json(std::string_view words) {
  return words.empty() ? ordered_json() : ordered_json(words);
}

ordered_json version_json(const VersionText& text, const source::SourceMap& sources) {
  const syntax::Metadata& metadata = text.protocol->metadata();
  return {{"name", text.name},
          {"status", syntax::name_of(metadata.status)},
          {"adopted", words_json(metadata.adopted.date.iso)},
          {"body", words_json(metadata.adopted.body)},
          {"minute", words_json(metadata.adopted.minute)},
          {"version", words_json(draft::version_label(metadata))},
          {"folder", text.folder},
          {"file", sources.name(text.protocol->graph().file)}};
}

ordered_json keys(const std::vector<graph::ClauseId>& clauses, const passes::Protocol& protocol) {
  ordered_json all = ordered_json::array();
  for (const graph::ClauseId clause : clauses) all.push_back(protocol[clause].key);
  return all;
}

ordered_json fates_json(const VersionText& from, const VersionText& to) {
  ordered_json all = ordered_json::array();
  for (const draft::Change& change : to.revision->changes())
    all.push_back({{"before", keys(change.descent.before, *from.protocol)},
                   {"after", keys(change.descent.after, *to.protocol)},
                   {"fate", draft::fate(change)},
                   {"class", draft::name_of(change.kind)}});
  return all;
}

ordered_json steps_json(const std::vector<VersionText>& texts) {
  ordered_json all = ordered_json::array();
  for (const VersionText& to : texts) {
    if (!to.before) continue;
    const VersionText& from = texts[*to.before];
    all.push_back({{"from", from.name}, {"to", to.name}, {"fates", fates_json(from, to)}});
  }
  return all;
}

ordered_json anchors_json(const VersionsRecord& record) {
  ordered_json all = ordered_json::array();
  for (std::size_t i = 0; i < record.texts.size(); ++i)
    for (const graph::FormerKey& each : record.former[i])
      all.push_back({{"version", record.texts[i].name},
                     {"former", each.key},
                     {"clause", (*record.texts[i].protocol)[each.clause].key}});
  return all;
}

ordered_json record_json(const VersionsRecord& record, const source::SourceMap& sources) {
  ordered_json versions = ordered_json::array();
  for (const VersionText& each : record.texts) versions.push_back(version_json(each, sources));
  return {{"id", record.texts.front().protocol->metadata().id},
          {"versions", std::move(versions)},
          {"steps", steps_json(record.texts)},
          {"anchors", anchors_json(record)}};
}

}  // namespace

std::string versions_data(std::span<const VersionsRecord> protocols,
                          const source::SourceMap& sources) {
  DataFile file;
  file.begin_list("protocols");
  for (const VersionsRecord& each : protocols) file.add_long(record_json(each, sources));
  file.end_list();
  return file.take();
}

}  // namespace concord::render
