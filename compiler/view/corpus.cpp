#include "view/corpus.h"

#include "diag/json_writer.h"

namespace concord::view {
namespace {

using diag::JsonWriter;
using graph::Clause;
using passes::Protocol;
using passes::Reference;
using passes::ReferenceKind;
using source::SourceMap;
using source::Span;
using syntax::Metadata;

constexpr const char* schema = "concord/1";

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

// Null where the front matter says nothing of it; else an object with what `write` adds.
template <typename T, typename Write>
void write_object_or_null(JsonWriter& json, std::string_view name, const T& value, Write write) {
  json.key(name);
  if (value == T{}) {
    json.null();
    return;
  }
  json.begin_object();
  write(value);
  json.end();
}

template <typename T, typename Write>
void write_objects(JsonWriter& json, std::string_view name, const T& list, Write write) {
  json.key(name);
  json.begin_array();
  for (const auto& each : list) {
    json.begin_object();
    write(each);
    json.end();
  }
  json.end();
}

// The end line is that of the last byte: a block's span may end with its line break.
void write_span(JsonWriter& json, const SourceMap& sources, Span span) {
  const auto begin = sources.position(span.file, span.begin);
  const auto last = sources.position(span.file, span.end > span.begin ? span.end - 1 : span.end);
  json.key("span");
  json.begin_object();
  json.member("file", sources.name(span.file));
  json.member("line", begin.line);
  json.member("column", begin.column);
  json.member("end_line", last.line);
  json.end();
}

void write_roles(JsonWriter& json, const Metadata& metadata) {
  json.key("roles");
  json.begin_object();
  for (const auto& [role, words] : metadata.roles) {
    json.key(role);
    json.begin_array();
    for (const std::string& word : words) json.value(word);
    json.end();
  }
  json.end();
}

void write_metadata(JsonWriter& json, const Metadata& m) {
  json.member("id", m.id);
  json.member("name", m.name);
  json.member("council", m.council);
  json.member("title", m.title);
  json.member_or_null("part", m.part);
  json.member("status", syntax::name_of(m.status));
  json.member("numbering", m.numbering == syntax::Numbering::automatic ? "auto" : "explicit");
  json.member("language", m.language);
  json.member_or_null("governance", m.governance);
  json.member_or_null("purpose", m.purpose);
  json.member_or_null("profile", m.profile);
  write_object_or_null(json, "adopted", m.adopted, [&](const syntax::Adoption& adopted) {
    json.member_or_null("date", adopted.date.iso);
    json.member_or_null("body", adopted.body);
    json.member_or_null("minute", adopted.minute);
  });
  write_object_or_null(json, "review", m.review, [&](const syntax::Review& review) {
    json.member_or_null("date", review.date.iso);
    json.member_or_null("due", review.due.iso);
    json.member_or_null("owner", review.owner);
    json.member_or_null("note", review.note);
  });
  write_object_or_null(json, "contact", m.contact, [&](const syntax::Contact& contact) {
    json.member_or_null("email", contact.email);
    json.member_or_null("phone", contact.phone);
  });
  write_objects(json, "versions", m.versions, [&](const syntax::Version& version) {
    json.member_or_null("version", version.version);
    json.member_or_null("date", version.date.iso);
    json.member_or_null("authority", version.authority);
    json.member_or_null("minute", version.minute);
    json.member_or_null("note", version.note);
  });
  write_objects(json, "signoff", m.signoff, [&](const syntax::Signature& signature) {
    json.member_or_null("role", signature.role);
    json.member_or_null("name", signature.name);
    json.member_or_null("date", signature.date.iso);
  });
  write_roles(json, m);
  write_object_or_null(json, "source", m.source, [&](const auto& source) {
    json.member_or_null("url", source.url);
    json.member_or_null("retrieved", source.retrieved.iso);
    json.member_or_null("sha256", source.sha256);
  });
  write_objects(json, "repairs", m.repairs, [&](const syntax::Repair& repair) {
    json.member("at", repair.at);
    json.member("from", repair.from);
    json.member("to", repair.to);
    json.member_or_null("note", repair.note);
  });
}

void write_clause(JsonWriter& json, const Protocol& protocol, const Clause& clause,
                  const SourceMap& sources) {
  const bool section = clause.kind == graph::Kind::section;
  const auto attribute = [&](std::string_view name) {
    const std::string* words = clause.attributes.find(name);
    json.member_or_null(name, words == nullptr ? std::string_view() : *words);
  };
  json.member("id", protocol.global_id(clause.id));
  json.member_or_null("number", clause.number.label);
  json.member_or_null("full_number", clause.full_number);
  json.member("kind", graph::name_of(clause.kind));
  json.key("heading");
  section ? json.value(clause.heading.text) : json.null();
  json.member("text", section ? std::string_view() : clause.text.text);
  json.key("parent");
  clause.parent ? json.value(protocol.global_id(*clause.parent)) : json.null();
  json.member("order", graph::index(clause.id));
  json.member_or_null("topic", protocol.topic(clause.id));
  write_span(json, sources, clause.span);
  attribute("sic");
  attribute("from");
  attribute("formerly");
}

void write_reference(JsonWriter& json, const Protocol& protocol, const Reference& reference,
                     const SourceMap& sources) {
  json.member("from", protocol.global_id(reference.from));
  json.member("text", reference.text);
  json.key("to");
  reference.to ? json.value(protocol.global_id(*reference.to)) : json.null();
  json.member("kind", name_of(reference.kind));
  json.member_or_null("uri", reference.uri);
  json.member_or_null("target", reference.target);
  write_span(json, sources, reference.span);
}

// The protocol's members of an object.
void write_protocol(JsonWriter& json, const Protocol& protocol, const SourceMap& sources) {
  write_metadata(json, protocol.metadata());
  write_objects(json, "clauses", protocol.clauses(),
                [&](const Clause& clause) { write_clause(json, protocol, clause, sources); });
  write_objects(json, "references", protocol.references(), [&](const Reference& reference) {
    write_reference(json, protocol, reference, sources);
  });
}

// A protocol's data two levels deeper and without its schema, which is all that its second line
// has.
std::string element(std::string_view protocol) {
  std::string text = "{";
  std::size_t begin = protocol.find('\n', protocol.find('\n') + 1) + 1;
  while (begin < protocol.size()) {
    const std::size_t end = protocol.find('\n', begin);
    text += "\n  ";
    text += protocol.substr(begin, end - begin);
    begin = end + 1;
  }
  return text;
}

}  // namespace

std::string protocol_data(const Protocol& protocol, const SourceMap& sources) {
  JsonWriter json({2});
  json.begin_object();
  json.member("schema", schema);
  write_protocol(json, protocol, sources);
  json.end();
  return json.take();
}

std::string corpus(std::span<const std::string_view> protocols) {
  JsonWriter json({2});
  json.begin_object();
  json.member("schema", schema);
  json.key("protocols");
  json.begin_array();
  for (const std::string_view protocol : protocols) json.value_as_written(element(protocol));
  json.end();
  json.end();
  return json.take();
}

std::string graph_data(const graph::Network& network) {
  JsonWriter json({2});
  json.begin_object();
  json.member("schema", schema);
  write_objects(json, "vertices", network.vertices(), [&](const graph::Vertex& vertex) {
    json.member("id", vertex.id);
    json.member("kind", graph::name_of(vertex.kind));
    json.member("label", vertex.label);
  });
  write_objects(json, "edges", network.edges(), [&](const graph::Edge& edge) {
    json.member("from", network.vertices()[edge.from].id);
    json.member("to", network.vertices()[edge.to].id);
    json.member("kind", graph::name_of(edge.kind));
  });
  json.end();
  return json.take();
}

}  // namespace concord::view
