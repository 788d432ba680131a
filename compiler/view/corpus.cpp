#include "view/corpus.h"

#include <nlohmann/json.hpp>

#include "view/data_text.h"

namespace concord::view {
namespace {

using graph::Clause;
using nlohmann::ordered_json;
using passes::Protocol;
using passes::Reference;
using passes::ReferenceKind;
using source::SourceMap;
using source::Span;
using syntax::Date;
using syntax::Metadata;

constexpr const char* schema = "concord/1";

ordered_json or_null(const std::string& value) {
  return value.empty() ? ordered_json() : ordered_json(value);
}

ordered_json or_null(const std::string* value) {
  return value ? or_null(*value) : ordered_json();
}

ordered_json or_null(const Date& date) {
  return or_null(date.iso);
}

// Null where the front matter says nothing of it.
template <typename T>
ordered_json or_null(const T& value, const ordered_json& members) {
  return value == T{} ? ordered_json() : members;
}

std::string_view name_of(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::internal:
      return "internal";
    case ReferenceKind::external:
      return "external";
    case ReferenceKind::instrument:
      return "instrument";
  }
  return "";
}

// The end line is that of the last byte: a block's span may end with its line break.
ordered_json span_json(const SourceMap& sources, Span span) {
  const auto begin = sources.position(span.file, span.begin);
  const auto last = sources.position(span.file, span.end > span.begin ? span.end - 1 : span.end);
  return {{"file", sources.name(span.file)},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", last.line}};
}

ordered_json versions_json(const Metadata& metadata) {
  ordered_json list = ordered_json::array();
  for (const syntax::Version& v : metadata.versions) {
    list.push_back({{"version", or_null(v.version)},
                    {"date", or_null(v.date)},
                    {"authority", or_null(v.authority)},
                    {"minute", or_null(v.minute)},
                    {"note", or_null(v.note)}});
  }
  return list;
}

ordered_json signoff_json(const Metadata& metadata) {
  ordered_json list = ordered_json::array();
  for (const syntax::Signature& s : metadata.signoff) {
    list.push_back(
        {{"role", or_null(s.role)}, {"name", or_null(s.name)}, {"date", or_null(s.date)}});
  }
  return list;
}

ordered_json repairs_json(const Metadata& metadata) {
  ordered_json list = ordered_json::array();
  for (const syntax::Repair& r : metadata.repairs) {
    list.push_back({{"at", r.at}, {"from", r.from}, {"to", r.to}, {"note", or_null(r.note)}});
  }
  return list;
}

ordered_json metadata_json(const Metadata& m) {
  return {
      {"id", m.id},
      {"name", m.name},
      {"council", m.council},
      {"title", m.title},
      {"part", or_null(m.part)},
      {"status", syntax::name_of(m.status)},
      {"numbering", m.numbering == syntax::Numbering::automatic ? "auto" : "explicit"},
      {"language", m.language},
      {"governance", or_null(m.governance)},
      {"purpose", or_null(m.purpose)},
      {"profile", or_null(m.profile)},
      {"adopted", or_null(m.adopted, {{"date", or_null(m.adopted.date)},
                                      {"body", or_null(m.adopted.body)},
                                      {"minute", or_null(m.adopted.minute)}})},
      {"review", or_null(m.review, {{"date", or_null(m.review.date)},
                                    {"due", or_null(m.review.due)},
                                    {"owner", or_null(m.review.owner)},
                                    {"note", or_null(m.review.note)}})},
      {"contact", or_null(m.contact, {{"email", or_null(m.contact.email)},
                                      {"phone", or_null(m.contact.phone)}})},
      {"versions", versions_json(m)},
      {"signoff", signoff_json(m)},
      {"roles", ordered_json(m.roles)},
      {"source", or_null(m.source, {{"url", or_null(m.source.url)},
                                    {"retrieved", or_null(m.source.retrieved)},
                                    {"sha256", or_null(m.source.sha256)}})},
      {"repairs", repairs_json(m)},
  };
}

ordered_json clause_json(const Protocol& protocol, const Clause& clause, const SourceMap& sources) {
  const bool section = clause.kind == graph::Kind::section;
  return {
      {"id", protocol.global_id(clause.id)},
      {"number", or_null(clause.number.label)},
      {"full_number", or_null(clause.full_number)},
      {"kind", graph::name_of(clause.kind)},
      {"heading", section ? ordered_json(clause.heading.text) : ordered_json()},
      {"text", section ? std::string() : clause.text.text},
      {"parent", clause.parent ? ordered_json(protocol.global_id(*clause.parent)) : ordered_json()},
      {"order", graph::index(clause.id)},
      {"topic", or_null(protocol.topic(clause.id))},
      {"span", span_json(sources, clause.span)},
      {"sic", or_null(clause.attributes.find("sic"))},
      {"from", or_null(clause.attributes.find("from"))},
      {"formerly", or_null(clause.attributes.find("formerly"))},
  };
}

ordered_json reference_json(const Protocol& protocol, const Reference& reference,
                            const SourceMap& sources) {
  return {
      {"from", protocol.global_id(reference.from)},
      {"text", reference.text},
      {"to", reference.to ? ordered_json(protocol.global_id(*reference.to)) : ordered_json()},
      {"kind", name_of(reference.kind)},
      {"uri", or_null(reference.uri)},
      {"target", or_null(reference.target)},
      {"span", span_json(sources, reference.span)},
  };
}

// Adds the protocol's members to an object.
void add_protocol(const Protocol& protocol, const SourceMap& sources, ordered_json& object) {
  object.update(metadata_json(protocol.metadata()));
  ordered_json& clauses = object["clauses"] = ordered_json::array();
  for (const Clause& clause : protocol.clauses()) {
    clauses.push_back(clause_json(protocol, clause, sources));
  }
  ordered_json& references = object["references"] = ordered_json::array();
  for (const Reference& reference : protocol.references()) {
    references.push_back(reference_json(protocol, reference, sources));
  }
}

}  // namespace

// One protocol at a time: a corpus of thousands would not fit in memory as one JSON value.
std::string corpus(std::span<const Protocol> protocols, const SourceMap& sources) {
  std::string out = "{\n \"schema\": " + ordered_json(schema).dump() + ",\n \"protocols\": [";
  for (std::size_t i = 0; i < protocols.size(); ++i) {
    ordered_json object = ordered_json::object();
    add_protocol(protocols[i], sources, object);
    out += (i == 0 ? "\n  " : ",\n  ") + data_text(object, 4, 2);
  }
  return out + (protocols.empty() ? "]\n}\n" : "\n ]\n}\n");
}

std::string protocol_data(const Protocol& protocol, const SourceMap& sources) {
  ordered_json object = {{"schema", schema}};
  add_protocol(protocol, sources, object);
  return data_text(object, 2) + "\n";
}

std::string graph_data(const graph::Network& network) {
  ordered_json vertices = ordered_json::array();
  for (const graph::Vertex& vertex : network.vertices()) {
    vertices.push_back(
        {{"id", vertex.id}, {"kind", graph::name_of(vertex.kind)}, {"label", vertex.label}});
  }
  ordered_json edges = ordered_json::array();
  for (const graph::Edge& edge : network.edges()) {
    edges.push_back({{"from", network.vertices()[edge.from].id},
                     {"to", network.vertices()[edge.to].id},
                     {"kind", graph::name_of(edge.kind)}});
  }
  const ordered_json document = {{"schema", schema}, {"vertices", vertices}, {"edges", edges}};
  return data_text(document, 2) + "\n";
}

}  // namespace concord::view
