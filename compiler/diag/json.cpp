#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "diag/print.h"

namespace concord::diag {
namespace {

using nlohmann::ordered_json;
using source::SourceMap;
using source::Span;

// A source may hold bytes that are no text; they become the replacement character.
std::string as_text(const ordered_json& document) {
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

// The last line and column are those of the character after the span, as editors count.
ordered_json span_json(const SourceMap& sources, Span span) {
  const auto begin = sources.position(span.file, span.begin);
  const auto end = sources.position(span.file, span.end);
  return {{"file", sources.name(span.file)},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

ordered_json note_json(const SourceMap& sources, const Note& note) {
  return {{"text", note.text},
          {"span", note.span ? span_json(sources, *note.span) : ordered_json()}};
}

ordered_json fix_json(const SourceMap& sources, const Fix& fix) {
  return {{"title", fix.title},
          {"safe", fix.safe},
          {"span", span_json(sources, fix.span)},
          {"replacement", fix.replacement}};
}

ordered_json finding_json(const SourceMap& sources, const Finding& finding) {
  const Diagnostic& d = finding.diagnostic;
  ordered_json notes = ordered_json::array();
  for (const Note& note : d.notes) notes.push_back(note_json(sources, note));
  ordered_json fixes = ordered_json::array();
  for (const Fix& fix : d.fixes) fixes.push_back(fix_json(sources, fix));
  return {{"code", info(d.code).name}, {"severity", name_of(finding.severity)},
          {"message", d.message},      {"span", span_json(sources, d.span)},
          {"notes", std::move(notes)}, {"fixes", std::move(fixes)}};
}

ordered_json region(const SourceMap& sources, Span span) {
  const auto begin = sources.position(span.file, span.begin);
  const auto end = sources.position(span.file, span.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

// A file name as a relative URI reference (RFC 3986): every byte that is not unreserved or '/'
// encoded.
std::string as_uri(std::string_view name) {
  static constexpr std::string_view plain = "-._~/";
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool alphanumeric =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (alphanumeric || plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += '%';
      uri += digits[byte >> 4u];
      uri += digits[byte & 15u];
    }
  }
  return uri;
}

ordered_json location(const SourceMap& sources, Span span) {
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", as_uri(sources.name(span.file))}}},
            {"region", region(sources, span)}}}};
}

ordered_json sarif_fix(const SourceMap& sources, const Fix& fix) {
  const ordered_json replacement = {{"deletedRegion", region(sources, fix.span)},
                                    {"insertedContent", {{"text", fix.replacement}}}};
  return {{"description", {{"text", fix.title}}},
          {"artifactChanges",
           {{{"artifactLocation", {{"uri", as_uri(sources.name(fix.span.file))}}},
             {"replacements", ordered_json::array({replacement})}}}}};
}

ordered_json sarif_result(const SourceMap& sources, const Finding& finding, std::size_t rule) {
  const Diagnostic& d = finding.diagnostic;
  ordered_json result = {{"ruleId", info(d.code).name},
                         {"ruleIndex", rule},
                         {"level", name_of(finding.severity)},
                         {"message", {{"text", d.message}}},
                         {"locations", ordered_json::array({location(sources, d.span)})}};
  for (const Note& note : d.notes) {
    if (!note.span) continue;
    ordered_json related = location(sources, *note.span);
    related["message"] = {{"text", note.text}};
    result["relatedLocations"].push_back(related);
  }
  for (const Fix& fix : d.fixes) result["fixes"].push_back(sarif_fix(sources, fix));
  return result;
}

ordered_json lifted_json(const Lifted& lifted) {
  return {{"codes", lifted.codes}, {"findings", lifted.findings}};
}

}  // namespace

std::string as_json(std::span<const Finding> findings, const SourceMap& sources,
                    const Lifted& lifted) {
  ordered_json diagnostics = ordered_json::array();
  for (const Finding& finding : findings) diagnostics.push_back(finding_json(sources, finding));
  ordered_json document = {{"schema", "concord/1"},
                           {"made_of", {{"program", "Concord"}, {"version", CONCORD_VERSION}}},
                           {"diagnostics", std::move(diagnostics)}};
  if (!lifted.codes.empty()) document["off"] = lifted_json(lifted);
  return as_text(document);
}

std::string as_sarif(std::span<const Finding> findings, const SourceMap& sources,
                     const Lifted& lifted) {
  std::map<Code, std::size_t> rule_of;
  for (const Finding& finding : findings) rule_of.emplace(finding.diagnostic.code, 0);
  ordered_json rules = ordered_json::array();
  for (auto& [code, index] : rule_of) {
    index = rules.size();
    rules.push_back({{"id", info(code).name},
                     {"shortDescription", {{"text", info(code).title}}},
                     {"help", {{"text", explanation(code)}}}});
  }
  ordered_json results = ordered_json::array();
  for (const Finding& finding : findings) {
    results.push_back(sarif_result(sources, finding, rule_of.at(finding.diagnostic.code)));
  }
  const ordered_json driver = {{"name", "concord"}, {"version", CONCORD_VERSION}, {"rules", rules}};
  ordered_json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  if (!lifted.codes.empty()) run["properties"] = {{"off", lifted_json(lifted)}};
  return as_text({{"$schema",
                   "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                   "sarif-schema-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", ordered_json::array({run})}});
}

}  // namespace concord::diag
