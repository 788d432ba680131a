#include "render/data.h"

#include <nlohmann/json.hpp>

#include "render/data_file.h"

namespace concord::render {
namespace {

using graph::Clause;
using nlohmann::ordered_json;
using passes::Protocol;
using passes::Reference;
using passes::ReferenceKind;
using source::SourceMap;
using source::Span;
using syntax::Metadata;

// Null where there are no words.
ordered_json words_json(std::string_view words) {
  return words.empty() ? ordered_json() : ordered_json(words);
}

ordered_json record(const syntax::Adoption& adopted) {
  return {{"date", words_json(adopted.date.iso)},
          {"body", words_json(adopted.body)},
          {"minute", words_json(adopted.minute)}};
}

ordered_json record(const syntax::Review& review) {
  return {{"date", words_json(review.date.iso)},
          {"due", words_json(review.due.iso)},
          {"owner", words_json(review.owner)},
          {"note", words_json(review.note)}};
}

ordered_json record(const syntax::Contact& contact) {
  return {{"email", words_json(contact.email)}, {"phone", words_json(contact.phone)}};
}

ordered_json record(const syntax::Version& version) {
  return {{"version", words_json(version.version)},
          {"date", words_json(version.date.iso)},
          {"authority", words_json(version.authority)},
          {"minute", words_json(version.minute)},
          {"note", words_json(version.note)}};
}

ordered_json record(const syntax::Signature& signature) {
  return {{"role", words_json(signature.role)},
          {"name", words_json(signature.name)},
          {"date", words_json(signature.date.iso)}};
}

ordered_json record(const syntax::Origin& source) {
  return {{"url", words_json(source.url)},
          {"retrieved", words_json(source.retrieved.iso)},
          {"sha256", words_json(source.sha256)}};
}

ordered_json record(const syntax::Repair& repair) {
  return {{"at", repair.at},
          {"from", repair.from},
          {"to", repair.to},
          {"note", words_json(repair.note)}};
}

// Null where the front matter says nothing of it.
template <typename T>
ordered_json record_or_null(const T& value) {
  return value == T{} ? ordered_json() : record(value);
}

template <typename List, typename AsRecord>
ordered_json records(const List& list, const AsRecord& as_record) {
  ordered_json array = ordered_json::array();
  for (const auto& each : list) array.push_back(as_record(each));
  return array;
}

template <typename List>
ordered_json records(const List& list) {
  return records(list, [](const auto& each) { return record(each); });
}

// Object and not list, also where no role has words of its own.
ordered_json roles_json(const Metadata& metadata) {
  ordered_json roles = ordered_json::object();
  for (const auto& [role, words] : metadata.roles) roles[role] = words;
  return roles;
}

ordered_json metadata_json(const Metadata& m) {
  return {{"id", m.id},
          {"name", m.name},
          {"council", m.council},
          {"title", m.title},
          {"part", words_json(m.part)},
          {"status", syntax::name_of(m.status)},
          {"numbering", m.numbering == syntax::Numbering::automatic ? "auto" : "explicit"},
          {"language", m.language},
          {"governance", words_json(m.governance)},
          {"purpose", words_json(m.purpose)},
          {"profile", words_json(m.profile)},
          {"excerpt", m.excerpt},
          {"peers", m.peers},
          {"adopted", record_or_null(m.adopted)},
          {"review", record_or_null(m.review)},
          {"contact", record_or_null(m.contact)},
          {"versions", records(m.versions)},
          {"signoff", records(m.signoff)},
          {"roles", roles_json(m)},
          {"source", record_or_null(m.source)},
          {"repairs", records(m.repairs)}};
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

ordered_json clause_json(const Protocol& protocol, const Clause& clause, const SourceMap& sources) {
  const bool section = clause.kind == graph::Kind::section;
  const auto attribute = [&](std::string_view name) {
    const std::string* words = clause.attributes.find(name);
    return words == nullptr ? ordered_json() : words_json(*words);
  };
  return {
      {"id", protocol.global_id(clause.id)},
      {"number", words_json(clause.number.label)},
      {"full_number", words_json(clause.full_number)},
      {"kind", graph::name_of(clause.kind)},
      {"heading", section ? ordered_json(clause.heading.text) : ordered_json()},
      {"text", section ? std::string_view() : clause.text.text},
      {"parent", clause.parent ? ordered_json(protocol.global_id(*clause.parent)) : ordered_json()},
      {"order", graph::index(clause.id)},
      {"topic", words_json(protocol.topic(clause.id))},
      {"span", span_json(sources, clause.span)},
      {"sic", attribute("sic")},
      {"from", attribute("from")},
      {"formerly", attribute("formerly")}};
}

ordered_json reference_json(const Protocol& protocol, const Reference& reference,
                            const SourceMap& sources) {
  return {{"from", protocol.global_id(reference.from)},
          {"text", reference.text},
          {"to", reference.to ? ordered_json(protocol.global_id(*reference.to)) : ordered_json()},
          {"kind", name_of(reference.kind)},
          {"uri", words_json(reference.uri)},
          {"target", words_json(reference.target)},
          {"span", span_json(sources, reference.span)}};
}

ordered_json protocol_json(const Protocol& protocol, const SourceMap& sources) {
  ordered_json json = metadata_json(protocol.metadata());
  json["clauses"] = records(protocol.clauses(), [&](const Clause& clause) {
    return clause_json(protocol, clause, sources);
  });
  json["references"] = records(protocol.references(), [&](const Reference& reference) {
    return reference_json(protocol, reference, sources);
  });
  return json;
}

void add_corpus(std::span<const Protocol> protocols, const SourceMap& sources, DataFile& file) {
  file.begin_list("protocols");
  for (const Protocol& protocol : protocols) file.add_long(protocol_json(protocol, sources));
  file.end_list();
}

void add_graph(const graph::Network& network, DataFile& file) {
  file.list("vertices", network.vertices(), [](const graph::Vertex& vertex) -> ordered_json {
    return {{"id", vertex.id}, {"kind", graph::name_of(vertex.kind)}, {"label", vertex.label}};
  });
  file.list("edges", network.edges(), [&](const graph::Edge& edge) -> ordered_json {
    return {{"from", network.vertices()[edge.from].id},
            {"to", network.vertices()[edge.to].id},
            {"kind", graph::name_of(edge.kind)}};
  });
}

}  // namespace

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

std::string protocol_data(const Protocol& protocol, const SourceMap& sources) {
  const ordered_json members = protocol_json(protocol, sources);
  DataFile file;
  for (const auto& [name, value] : members.items()) file.member(name, value);
  return file.take();
}

std::string corpus_data(std::span<const Protocol> protocols, const SourceMap& sources) {
  DataFile file;
  add_corpus(protocols, sources, file);
  return file.take();
}

void write_corpus_data(std::span<const Protocol> protocols, const SourceMap& sources,
                       const view::Stamp& stamp, const source::Write& write) {
  DataFile file(stamp, write);
  add_corpus(protocols, sources, file);
  file.take();
}

std::string graph_data(const graph::Network& network) {
  DataFile file;
  add_graph(network, file);
  return file.take();
}

void write_graph_data(const graph::Network& network, const view::Stamp& stamp,
                      const source::Write& write) {
  DataFile file(stamp, write);
  add_graph(network, file);
  file.take();
}

}  // namespace concord::render
