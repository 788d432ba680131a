#include "render/import_report.h"

#include <nlohmann/json.hpp>

#include "render/data_file.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(const intake::Place& place) {
  ordered_json json = ordered_json::object();
  if (place.page > 0) json["page"] = place.page;
  if (place.paragraph > 0) json["paragraph"] = place.paragraph;
  if (place.line > 0) json["line"] = place.line;
  return json;
}

ordered_json json_of(const intake::Counts& counts) {
  return {{"headings", counts.headings}, {"clauses", counts.clauses},
          {"items", counts.items},       {"quotations", counts.quotations},
          {"tables", counts.tables},     {"footnotes", counts.footnotes}};
}

ordered_json json_of(const intake::Removed& removed) {
  return {{"code", diag::info(diag::Code::IMP015).name},
          {"place", json_of(removed.place)},
          {"words", removed.words},
          {"reason", removed.reason}};
}

ordered_json json_of(const intake::PlacedRepair& repaired) {
  return {{"code", diag::info(diag::Code::IMP016).name},
          {"place", json_of(repaired.place)},
          {"at", repaired.repair.at},
          {"from", repaired.repair.from},
          {"to", repaired.repair.to}};
}

ordered_json json_of(const intake::Doubt& doubt) {
  return {{"code", diag::info(doubt.code).name},
          {"place", json_of(doubt.place)},
          {"words", doubt.words},
          {"reason", doubt.reason}};
}

template <typename Element>
ordered_json list_of(const std::vector<Element>& elements) {
  ordered_json list = ordered_json::array();
  for (const Element& element : elements) list.push_back(json_of(element));
  return list;
}

ordered_json json_of(const ImportedFile& file) {
  ordered_json json{{"file", file.file}, {"kind", file.kind}};
  if (file.refusal) {
    json["refused"] = {{"code", diag::info(file.refusal->code).name},
                       {"reason", file.refusal->reason}};
    return json;
  }
  const syntax::Metadata& metadata = file.import.document.metadata;
  json["written"] = file.written;
  if (!file.errors.empty()) json["errors"] = file.errors;
  json["council"] = metadata.council;
  json["title"] = metadata.title;
  json["words"] = file.import.words_read;
  json["recognised"] = json_of(file.import.recognised);
  json["removed"] = list_of(file.import.removed);
  json["repaired"] = list_of(file.import.repaired);
  json["doubtful"] = list_of(file.import.doubts);
  return json;
}

}  // namespace

std::string import_json(const std::vector<ImportedFile>& files) {
  DataFile data;
  data.list("files", files, [](const ImportedFile& file) { return json_of(file); });
  return data.take();
}

}  // namespace concord::render
