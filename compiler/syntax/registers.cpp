#include "syntax/registers.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/letter_case.h"
#include "syntax/deciding.h"
#include "syntax/import_lists.h"
#include "syntax/provisions_reader.h"
#include "syntax/register_file.h"
#include "syntax/word_lists_reader.h"

namespace concord::syntax {
namespace {

void lower_all(std::vector<std::string>& words) {
  std::ranges::transform(words, words.begin(), source::folded);
}

template <typename T>
const T* find(const std::vector<T>& entries, std::string_view id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const T& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

class RegisterReader {
 public:
  RegisterReader(FieldReader& fields, Register& into) : fields_(fields), into_(into) {}

  void read(const YamlNode& root) {
    FieldReader::Fields fields = {
        {"roles", entries(into_.roles, &RegisterReader::role)},
        {"not_roles", phrases()},
        {"topics", entries(into_.topics, &RegisterReader::topic)},
        {"instruments", entries(into_.instruments, &RegisterReader::instrument)},
        {"synonyms", synonyms()},
        {"provisions", provisions_field(fields_, into_.provisions)},
        {"extends", yes_or_no(into_.extends_provisions)},
        {"links", decisions_field(fields_, into_.decisions)},
        {"authority", entries(into_.authority, &RegisterReader::authority)}};
    std::ranges::move(word_list_fields(fields_, into_.lists, SecondList::reported),
                      std::back_inserter(fields));
    std::ranges::move(import_list_fields(fields_, of_import_), std::back_inserter(fields));
    fields_.mapping(root, {}, fields);
  }

  void read_missing(const YamlNode& root) {
    const Read left_alone = [](const YamlNode&, const Path&) {};
    std::vector<Provision> own;
    FieldReader::Fields fields = word_list_fields(fields_, into_.lists, SecondList::skipped);
    std::ranges::move(import_list_fields(fields_, of_import_), std::back_inserter(fields));
    for (const std::string_view key : {"roles", "not_roles", "topics", "instruments", "synonyms",
                                       "extends", "links", "authority"})
      fields.push_back({key, left_alone});
    fields.push_back(
        {"provisions", into_.extends_provisions ? provisions_field(fields_, own) : left_alone});
    fields_.mapping(root, {}, fields);
    if (!own.empty()) into_.provisions = extend(std::move(own), std::move(into_.provisions));
  }

 private:
  using Read = FieldReader::Read;

  // A list of entries with ids of their own; one with any fault is left out.
  template <typename T>
  Read entries(std::vector<T>& into,
               void (RegisterReader::*read_one)(const YamlNode&, const Path&, T&)) {
    return [this, &into, read_one](const YamlNode& node, const Path& path) {
      fields_.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
        const std::uint32_t faults = fields_.faults();
        T entry;
        (this->*read_one)(item, inside, entry);
        if (fields_.faults() > faults) return;
        if (entry.id.empty() || entry.title.empty()) {
          fields_.wrong_form(item, inside, "an id and a title");
        } else if (find(into, entry.id) != nullptr) {
          fields_.wrong_form(item, inside, fmt::format("\"{}\" once", entry.id));
        } else {
          into.push_back(std::move(entry));
        }
      });
    };
  }

  Read id(std::string& into) { return fields_.checked(into, is_id, id_form); }

  void role(const YamlNode& node, const Path& path, Role& role) {
    std::string side;
    fields_.mapping(node, path,
                    {{"id", id(role.id)},
                     {"title", fields_.text(role.title)},
                     {"words", fields_.texts(role.words)},
                     {"side", fields_.choice(side, {"member", "officer", "body", "other"})},
                     {"governance", fields_.texts(role.governance)}});
    lower_all(role.words);
    if (side == "member") role.side = Side::member;
    if (side == "officer") role.side = Side::officer;
    if (side == "body") role.side = Side::body;
    for (const std::string& model : role.governance) {
      if (model == "executive" || model == "committee" || model == "parish") continue;
      fields_.wrong_form(node, {&path, "governance"}, "executive, committee or parish");
    }
  }

  void topic(const YamlNode& node, const Path& path, Topic& topic) {
    fields_.mapping(node, path,
                    {{"id", id(topic.id)},
                     {"title", fields_.text(topic.title)},
                     {"cues", fields_.texts(topic.cues)}});
    lower_all(topic.cues);
  }

  void instrument(const YamlNode& node, const Path& path, Instrument& instrument) {
    std::string kind;
    fields_.mapping(
        node, path,
        {{"id", id(instrument.id)},
         {"title", fields_.text(instrument.title)},
         {"kind", fields_.choice(kind, {"act", "si", "code", "guidance"})},
         {"year", fields_.checked(instrument.year, is_year, "a year")},
         {"uri", fields_.checked(instrument.uri, is_web_address, "an http or https address")},
         {"aliases", fields_.texts(instrument.aliases)},
         {"status", fields_.choice(instrument.status, {"in-force", "repealed", "superseded"})},
         {"by", fields_.text(instrument.by)}});
    if (kind == "si") instrument.kind = InstrumentKind::statutory_instrument;
    if (kind == "code") instrument.kind = InstrumentKind::code;
    if (kind == "guidance") instrument.kind = InstrumentKind::guidance;
  }

  void authority(const YamlNode& node, const Path& path, Authority& authority) {
    const std::uint32_t faults = fields_.faults();
    std::string decides;
    fields_.mapping(node, path,
                    {{"id", fields_.choice(authority.id, change_class_names())},
                     {"title", fields_.text(authority.title)},
                     {"decides", fields_.choice(decides, decides_names())},
                     {"body", fields_.text(authority.body.name)}});
    authority.body.decides = decides_named(decides);
    if (decides.empty() && fields_.faults() == faults)
      fields_.wrong_form(node, path, "decides: council, committee or delegated");
  }

  Read yes_or_no(bool& into) {
    return [this, &into](const YamlNode& node, const Path& path) {
      into = node.scalar == "yes";
      if (!into && node.scalar != "no") fields_.wrong_form(node, path, "yes or no");
    };
  }

  Read phrases() {
    return [this](const YamlNode& node, const Path& path) {
      std::vector<std::string> words;
      fields_.texts(words)(node, path);
      lower_all(words);
      std::move(words.begin(), words.end(), std::back_inserter(into_.not_roles));
    };
  }

  Read synonyms() {
    return [this](const YamlNode& node, const Path& path) {
      fields_.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
        std::vector<std::string> group;
        const std::uint32_t faults = fields_.faults();
        fields_.texts(group)(item, inside);
        lower_all(group);
        if (fields_.faults() > faults) return;
        if (group.size() < 2) {
          fields_.wrong_form(item, inside, "two words or more that mean the same");
        } else {
          into_.synonyms.push_back(std::move(group));
        }
      });
    };
  }

  FieldReader& fields_;
  Register& into_;
  ImportLists of_import_;  // checked with the others, and kept by nobody but `concord import`
};

}  // namespace

const Role* Register::role(std::string_view id) const {
  return find(roles, id);
}
const Topic* Register::topic(std::string_view id) const {
  return find(topics, id);
}
const Instrument* Register::instrument(std::string_view id) const {
  return find(instruments, id);
}
const Provision* Register::provision(std::string_view id) const {
  return find(provisions, id);
}

void read_register(const source::SourceMap& sources, source::FileId file, Register& into,
                   diag::Sink& sink) {
  read_register_file(sources, file, sink, [&](FieldReader& fields, const YamlNode& root) {
    RegisterReader(fields, into).read(root);
  });
}

void read_missing(const source::SourceMap& sources, source::FileId file, Register& into,
                  diag::Sink& sink) {
  read_register_file(sources, file, sink, [&](FieldReader& fields, const YamlNode& root) {
    RegisterReader(fields, into).read_missing(root);
  });
}

}  // namespace concord::syntax
