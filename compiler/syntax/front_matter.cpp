#include "syntax/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "diag/messages.h"
#include "source/characters.h"
#include "syntax/attributes.h"
#include "syntax/deciding.h"
#include "syntax/lines.h"
#include "syntax/source_edits.h"
#include "syntax/yaml_fields.h"
#include "syntax/yaml_tree.h"

namespace concord::syntax {
namespace {

using diag::Code;

constexpr YamlLimits limits{64u << 10u, 8};

struct Slice {
  bool present = false;
  bool closed = false;
  std::uint32_t yaml_begin = 0;
  std::uint32_t yaml_end = 0;
  std::uint32_t body_begin = 0;
};

std::size_t after_line(std::string_view text, std::size_t at) {
  const std::size_t line_break = text.find('\n', at);
  return line_break == std::string_view::npos ? text.size() : line_break + 1;
}

Slice slice(std::string_view text) {
  Slice out;
  const std::size_t first = after_line(text, 0);
  if (trimmed(text.substr(0, first)) != "---") return out;
  out.present = true;
  out.yaml_begin = static_cast<std::uint32_t>(first);
  out.body_begin = out.yaml_begin;
  for (std::size_t at = first; at < text.size();) {
    const std::size_t next = after_line(text, at);
    const std::string_view line = trimmed(text.substr(at, next - at));
    if (line == "---" || line == "...") {
      out.closed = true;
      out.yaml_end = static_cast<std::uint32_t>(at);
      out.body_begin = static_cast<std::uint32_t>(next);
      return out;
    }
    at = next;
  }
  return out;
}

Code code_of(YamlError::Kind kind) {
  switch (kind) {
    case YamlError::Kind::too_large:
      return Code::FMT004;
    case YamlError::Kind::anchor:
      return Code::FMT005;
    case YamlError::Kind::syntax:
      break;
  }
  return Code::FMT002;
}

bool is_language(std::string_view tag) {
  const std::size_t first = std::min(tag.find('-'), tag.size());
  return first >= 2 && first <= 3 && std::all_of(tag.begin(), tag.end(), [](char c) {
           return source::is_alnum(c) || c == '-';
         });
}

// Narrower than the mail standards: a "?" or "%" would let an address write the letter's head.
bool is_email(std::string_view address) {
  const std::size_t at = address.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
         address.find('@', at + 1) == std::string_view::npos &&
         std::all_of(address.begin(), address.end(), [](char c) {
           return source::is_alnum(c) ||
                  std::string_view("@._+-'").find(c) != std::string_view::npos;
         });
}

bool is_sha256(std::string_view hash) {
  return hash.size() == 64 && std::all_of(hash.begin(), hash.end(), [](char c) {
           return std::isxdigit(static_cast<unsigned char>(c)) != 0;
         });
}

// An address carries these as they are.
bool is_identifier(std::string_view id) {
  return !id.empty() && source::is_alnum(id[0]) && std::all_of(id.begin(), id.end(), [](char c) {
    return source::is_alnum(c) || std::string_view(".-_").find(c) != std::string_view::npos;
  });
}

// A protocol's identifier is the name of its folder in the output, beside folders that the output
// has of its own, in file systems that hold names of at most 255 bytes.
bool is_protocol_id(std::string_view id) {
  return is_identifier(id) && id.size() <= 80 && id != "assets" && id != "compare" &&
         id != "data" && id != "index.html";
}

// "protocols/North Herts.md" -> "north-herts"; "york.draft.md", a version of york.md, -> "york".
std::string id_of_file(std::string_view name) {
  name = name.substr(name.find_last_of("/\\") + 1);
  for (const std::string_view ending : {".md", ".draft"})
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  std::string id = as_identifier(name);
  id.resize(std::min<std::size_t>(id.size(), 70));
  while (id.ends_with('-')) id.pop_back();
  if (is_protocol_id(id)) return id;
  return id.empty() ? "protocol" : id + "-protocol";
}

class MetadataReader {
 public:
  MetadataReader(FieldReader& fields, Metadata& metadata) : fields_(fields), to_(metadata) {}

  void read(const YamlNode& root) {
    std::string status;
    std::string numbering;
    std::string excerpt;
    fields_.mapping(
        root, {},
        {{"id", fields_.checked(to_.id, is_protocol_id,
                                "up to 80 letters, digits, \".\", \"-\" and \"_\", and not assets, "
                                "compare, data or index.html, which the output has for itself")},
         {"name", fields_.text(to_.name)},
         {"council", fields_.text(to_.council)},
         {"title", fields_.text(to_.title)},
         {"part", fields_.text(to_.part)},
         {"status", fields_.choice(status, {"draft", "adopted", "superseded"})},
         {"numbering", fields_.choice(numbering, {"explicit", "auto"})},
         {"language", fields_.checked(to_.language, is_language, "a language (en-GB, cy)")},
         {"governance", fields_.choice(to_.governance, {"executive", "committee", "parish"})},
         {"purpose", fields_.text(to_.purpose)},
         {"profile", fields_.choice(to_.profile, {"transcription", "draft", "adopt"})},
         {"excerpt", fields_.choice(excerpt, {"true", "yes", "false", "no"})},
         {"peers", fields_.names(to_.peers), "[{}]"},
         {"adopted", adoption(), ""},
         {"review", review(), ""},
         {"contact", contact(), ""},
         {"versions", list(to_.versions, &MetadataReader::version), "[{{version: {}}}]"},
         {"signoff", list(to_.signoff, &MetadataReader::signature), ""},
         {"roles", roles(), ""},
         {"source", origin(), ""},
         {"repairs", list(to_.repairs, &MetadataReader::repair), ""},
         {"deleted", list(to_.deleted, &MetadataReader::deletion), "[{{clause: \"{}\"}}]"},
         {"authority", authority(), ""}});
    if (status == "adopted") to_.status = Status::adopted;
    if (status == "superseded") to_.status = Status::superseded;
    if (numbering == "auto") to_.numbering = Numbering::automatic;
    to_.excerpt = excerpt == "true" || excerpt == "yes";
  }

 private:
  using Read = FieldReader::Read;

  Read adoption() {
    return [this](const YamlNode& node, const Path& path) {
      Adoption& adopted = to_.adopted;
      fields_.mapping(node, path,
                      {{"date", fields_.date(adopted.date)},
                       {"body", fields_.text(adopted.body)},
                       {"minute", fields_.text(adopted.minute)}});
    };
  }

  Read review() {
    return [this](const YamlNode& node, const Path& path) {
      Review& review = to_.review;
      fields_.mapping(node, path,
                      {{"date", fields_.date(review.date)},
                       {"due", fields_.date(review.due)},
                       {"owner", fields_.text(review.owner)},
                       {"note", fields_.text(review.note)}});
    };
  }

  Read contact() {
    return [this](const YamlNode& node, const Path& path) {
      Contact& contact = to_.contact;
      fields_.mapping(node, path,
                      {{"email", fields_.checked(contact.email, is_email, "an address (a@b.uk)")},
                       {"phone", fields_.text(contact.phone)}});
    };
  }

  Read origin() {
    return [this](const YamlNode& node, const Path& path) {
      Origin& origin = to_.source;
      fields_.mapping(
          node, path,
          {{"url", fields_.checked(origin.url, is_web_address, "an http or https address")},
           {"retrieved", fields_.date(origin.retrieved)},
           {"sha256", fields_.checked(origin.sha256, is_sha256, "64 hexadecimal digits")}});
    };
  }

  // A list of mappings, each read by the member.
  template <typename T>
  Read list(std::vector<T>& into,
            void (MetadataReader::*read_one)(const YamlNode&, const Path&, T&)) {
    return [this, &into, read_one](const YamlNode& node, const Path& path) {
      fields_.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
        T one;
        (this->*read_one)(item, inside, one);
        into.push_back(std::move(one));
      });
    };
  }

  void version(const YamlNode& node, const Path& path, Version& version) {
    fields_.mapping(node, path,
                    {{"version", fields_.text(version.version)},
                     {"date", fields_.date(version.date)},
                     {"authority", fields_.text(version.authority)},
                     {"minute", fields_.text(version.minute)},
                     {"note", fields_.text(version.note)}});
  }

  void signature(const YamlNode& node, const Path& path, Signature& signature) {
    fields_.mapping(node, path,
                    {{"role", fields_.text(signature.role)},
                     {"name", fields_.text(signature.name)},
                     {"date", fields_.date(signature.date)}});
  }

  void repair(const YamlNode& node, const Path& path, Repair& repair) {
    fields_.mapping(node, path,
                    {{"at", fields_.text(repair.at)},
                     {"from", fields_.text(repair.from)},
                     {"to", fields_.text(repair.to)},
                     {"note", fields_.text(repair.note)}});
  }

  void deletion(const YamlNode& node, const Path& path, Deletion& deletion) {
    fields_.mapping(
        node, path,
        {{"clause", fields_.text(deletion.clause)}, {"reason", fields_.text(deletion.reason)}});
  }

  // By class of change one of three words, or {decides: committee, body: Standards Committee}.
  Read authority() {
    return [this](const YamlNode& node, const Path& path) {
      FieldReader::Fields classes;
      for (const std::string_view each : change_classes)
        classes.push_back({each, deciding_body(std::string(each))});
      fields_.mapping(node, path, classes);
    };
  }

  Read deciding_body(const std::string& of) {
    return [this, of](const YamlNode& node, const Path& path) {
      DecidingBody& body = to_.authority[of];
      std::string decides;
      const Read choice = fields_.choice(decides, decides_names());
      if (node.kind == YamlNode::Kind::scalar) {
        choice(node, path);
      } else {
        fields_.mapping(node, path, {{"decides", choice}, {"body", fields_.text(body.name)}});
      }
      body.decides = decides_named(decides);
    };
  }

  // The keys are the register's, which is not known here.
  Read roles() {
    return [this](const YamlNode& node, const Path& path) {
      if (node.kind != YamlNode::Kind::mapping) {
        fields_.wrong_form(node, path, "keys and values",
                           "{monitoring-officer: [Monitoring Officer]}");
        return;
      }
      for (const auto& [role, words] : node.entries) {
        if (to_.roles.contains(role.scalar)) {
          fields_.given_twice(role, {&path, role.scalar});
          continue;
        }
        fields_.mapping(single(role, words), path,
                        {{role.scalar, fields_.texts(to_.roles[role.scalar])}});
      }
    };
  }

  static YamlNode single(const YamlNode& key, const YamlNode& value) {
    YamlNode node;
    node.kind = YamlNode::Kind::mapping;
    node.entries.push_back({key, value});
    return node;
  }

  FieldReader& fields_;
  Metadata& to_;
};

void read_yaml_part(const MappedText& text, const Slice& part, source::FileId file,
                    FrontMatter& front, Reporter& reporter) {
  const std::string_view yaml =
      std::string_view(text.text()).substr(part.yaml_begin, part.yaml_end - part.yaml_begin);
  const YamlTree tree = read_yaml(yaml, limits);
  FieldReader fields(text, part.yaml_begin, file, {Code::FMT006, Code::FMT007}, reporter,
                     &front.metadata.spans);
  if (tree.error) {
    reporter.report({code_of(tree.error->kind), fields.span(tree.error->at, tree.error->at + 1),
                     tree.error->message});
    front.readable = false;
    return;
  }
  if (tree.root.kind == YamlNode::Kind::null) return;
  if (tree.root.kind != YamlNode::Kind::mapping) {
    reporter.report({Code::FMT003, fields.span(tree.root.begin, tree.root.begin + 1),
                     diag::FMT003::not_a_mapping});
    front.readable = false;
    return;
  }
  MetadataReader(fields, front.metadata).read(tree.root);
}

// Writes mappings in flow style, a line each: {date: 2024-05-20, body: Council}.
class FlowMapping {
 public:
  FlowMapping& add(std::string_view key, std::string_view value) {
    if (value.empty()) return *this;
    if (!inside_.empty()) inside_ += ", ";
    inside_ += fmt::format("{}: {}", key, yaml_scalar(value));
    return *this;
  }
  std::string text() const { return "{" + inside_ + "}"; }
  bool empty() const { return inside_.empty(); }

 private:
  std::string inside_;
};

FlowMapping flow(const Adoption& a) {
  return FlowMapping().add("date", a.date.iso).add("body", a.body).add("minute", a.minute);
}

FlowMapping flow(const Review& r) {
  return FlowMapping()
      .add("date", r.date.iso)
      .add("due", r.due.iso)
      .add("owner", r.owner)
      .add("note", r.note);
}

FlowMapping flow(const Contact& c) {
  return FlowMapping().add("email", c.email).add("phone", c.phone);
}

FlowMapping flow(const Version& v) {
  return FlowMapping()
      .add("version", v.version)
      .add("date", v.date.iso)
      .add("authority", v.authority)
      .add("minute", v.minute)
      .add("note", v.note);
}

FlowMapping flow(const Signature& s) {
  return FlowMapping().add("role", s.role).add("name", s.name).add("date", s.date.iso);
}

FlowMapping flow(const Origin& o) {
  return FlowMapping().add("url", o.url).add("retrieved", o.retrieved.iso).add("sha256", o.sha256);
}

FlowMapping flow(const Repair& r) {
  return FlowMapping().add("at", r.at).add("from", r.from).add("to", r.to).add("note", r.note);
}

FlowMapping flow(const DecidingBody& d) {
  return FlowMapping().add("decides", name_of(d.decides)).add("body", d.name);
}

FlowMapping flow(const Deletion& d) {
  return FlowMapping().add("clause", d.clause).add("reason", d.reason);
}

template <typename T>
std::string listed(std::string_view key, const std::vector<T>& entries) {
  if (entries.empty()) return {};
  std::string out = fmt::format("{}:\n", key);
  for (const T& entry : entries) out += fmt::format("  - {}\n", flow(entry).text());
  return out;
}

std::string line(std::string_view key, std::string_view value) {
  return value.empty() ? std::string() : fmt::format("{}: {}\n", key, yaml_scalar(value));
}

std::string line(std::string_view key, const FlowMapping& value) {
  return value.empty() ? std::string() : fmt::format("{}: {}\n", key, value.text());
}

// [Member, Councillor]
std::string flow(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + yaml_scalar(word);
  return fmt::format("[{}]", list);
}

std::string peers_of(const Metadata& metadata) {
  if (metadata.peers.empty()) return {};
  return fmt::format("peers: {}\n", flow(metadata.peers));
}

std::string roles_of(const Metadata& metadata) {
  if (metadata.roles.empty()) return {};
  std::string out = "roles:\n";
  for (const auto& [role, words] : metadata.roles)
    out += fmt::format("  {}: {}\n", yaml_scalar(role), flow(words));
  return out;
}

std::string authority_of(const Metadata& metadata) {
  if (metadata.authority.empty()) return {};
  std::string out = "authority:\n";
  for (const auto& [of, body] : metadata.authority)
    out += fmt::format("  {}: {}\n", of, flow(body).text());
  return out;
}

// Of a text as it was printed it is often not known whether it is in force: then nothing is said.
std::string status_of(const Metadata& m) {
  const bool unknown = m.status == Status::draft && m.profile == "transcription";
  return unknown ? "" : line("status", name_of(m.status));
}

}  // namespace

std::string as_identifier(std::string_view words) {
  std::string id;
  for (const char c : words) {
    if (source::is_alnum(c)) {
      id += source::lower(c);
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

FrontMatterPlace front_matter_place(std::string_view source) {
  const Slice part = slice(source);
  if (!part.present || !part.closed) return {};
  return {true, part.yaml_begin, part.yaml_end, part.body_begin};
}

FrontMatter read_front_matter(const MappedText& text, source::FileId file,
                              std::string_view file_name, Reporter& reporter) {
  FrontMatter front;
  const Slice part = slice(text.text());
  front.present = part.present;
  front.body_begin = part.body_begin;
  if (part.present && !part.closed) {
    const std::uint32_t begin = text.origin(0);
    reporter.report({Code::FMT001, {file, begin, begin + 3}, diag::FMT001::not_closed});
    front.readable = false;
  } else if (part.present) {
    read_yaml_part(text, part, file, front, reporter);
  }
  Metadata& metadata = front.metadata;
  if (metadata.id.empty()) metadata.id = id_of_file(file_name);
  if (metadata.language.empty()) metadata.language = "en-GB";
  if (metadata.name.empty()) metadata.name = metadata.council;
  return front;
}

std::string status_lines(Status status) {
  return line("status", name_of(status));
}

std::string adoption_lines(const Adoption& adopted) {
  return line("adopted", flow(adopted));
}

std::string version_lines(const std::vector<Version>& versions) {
  return listed("versions", versions);
}

std::string to_markdown(const Metadata& m) {
  std::string out = "---\n";
  out += line("id", m.id) + line("name", m.name) + line("council", m.council);
  out += line("title", m.title) + line("part", m.part) + status_of(m);
  out += line("numbering", m.numbering == Numbering::automatic ? "auto" : "explicit");
  out += line("language", m.language) + line("governance", m.governance);
  out += line("profile", m.profile) + peers_of(m) + line("purpose", m.purpose);
  out += line("excerpt", m.excerpt ? "true" : "");
  out += line("adopted", flow(m.adopted)) + line("review", flow(m.review));
  out += line("contact", flow(m.contact)) + listed("versions", m.versions);
  out += listed("signoff", m.signoff) + roles_of(m) + line("source", flow(m.source));
  return out + listed("repairs", m.repairs) + listed("deleted", m.deleted) + authority_of(m) +
         "---\n";
}

}  // namespace concord::syntax
