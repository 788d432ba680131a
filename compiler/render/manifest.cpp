#include "render/manifest.h"

#include <nlohmann/json.hpp>

#include "source/sha256.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json of_source(const ManifestSource& from) {
  const syntax::Metadata& metadata = *from.metadata;
  return {{"role", from.role},
          {"file", from.name},
          {"sha256", from.sha256},
          {"id", metadata.id},
          {"status", syntax::name_of(metadata.status)},
          {"adopted", text_or_null(metadata.adopted.date.iso)}};
}

}  // namespace

std::string manifest_json(const Manifest& manifest, const Files& files) {
  ordered_json sources = ordered_json::array();
  for (const ManifestSource& each : manifest.sources) sources.push_back(of_source(each));
  ordered_json list = ordered_json::array();
  for (const auto& [path, bytes] : files)
    list.push_back({{"path", path}, {"sha256", source::sha256(bytes)}, {"bytes", bytes.size()}});
  ordered_json gaps = ordered_json::array();
  for (const view::PaperGap& each : manifest.gaps)
    gaps.push_back({{"paper", each.paper}, {"what", each.what}, {"places", each.places}});
  const ordered_json all = {{"schema", "concord/1"},
                            {"program", {{"name", "concord"}, {"version", manifest.program}}},
                            {"sources", std::move(sources)},
                            {"errors", manifest.errors},
                            {"to_write", std::move(gaps)},
                            {"files", std::move(list)}};
  return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace concord::render
