#include "render/xml.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/akn_places.h"
#include "render/xml_meta.h"
#include "render/xml_tree.h"

namespace concord::render {
namespace {

using nlohmann::json;
using namespace std::string_view_literals;  // a name as a view is looked up as it stands

constexpr const char* akn_namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

// The member's text; empty where it is null.
const std::string& words(const json& object, std::string_view key) {
  static const std::string none;
  const json& value = object[key];
  return value.is_string() ? value.get_ref<const std::string&>() : none;
}

// A stretch of a clause's text in which a role is named.
struct RoleUse {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view role;
  std::string_view title;
};

class TextWriter {
 public:
  TextWriter(const json& protocol, AknReferences& references)
      : protocol_(protocol), references_(references), places_(akn_places(protocol)) {
    for (const json& note : protocol["footnotes"sv]) footnotes_[words(note, "id")] = &note;
    for (const json& role : protocol["roles"sv]) {
      for (const json& use : role["uses"sv]) {
        roles_[words(use, "clause")].push_back(
            {use["begin"sv], use["end"sv], words(role, "id"), words(role, "title")});
      }
    }
    for (const json& definition : protocol["definitions"sv]) {
      terms_[words(definition, "clause")].push_back(words(definition, "term"));
    }
    for (auto& [clause, uses] : roles_) {
      std::sort(uses.begin(), uses.end(),
                [](const RoleUse& a, const RoleUse& b) { return a.begin < b.begin; });
    }
  }

  void write_preface(const XmlElement& preface) {
    preface.add("p").text("").add("docProponent").text(words(protocol_, "council"));
    const XmlElement line = preface.add("p").text("");
    const json& heading = protocol_["heading"sv];
    if (heading.is_null()) {
      line.add("docTitle").text(words(protocol_, "title"));
    } else {
      write_runs(open(line, heading).text(""), heading["runs"sv], heading);
    }
  }

  void write_body(const XmlElement& body) {
    const json& clauses = protocol_["clauses"sv];
    for (const json& clause : clauses) write_clause(body, clause);
    for (const json& note : protocol_["footnotes"sv]) {
      if (!written_.contains(words(note, "id"))) write_unused_note(body, note);
    }
    if (clauses.empty()) body.add("p");
  }

 private:
  // The element at the clause's place, with what we know of it beyond Akoma Ntoso.
  XmlElement open(const XmlElement& parent, const json& clause) {
    const AknPlace& place = places_.at(words(clause, "id"));
    const XmlElement element = parent.add(place.element.c_str());
    element.set("eId", place.eid);
    for (const char* key : {"id", "topic", "sic", "from"}) element.set_own(key, words(clause, key));
    return element;
  }

  void write_clause(const XmlElement& parent, const json& clause) {
    const XmlElement element = open(parent, clause);
    if (const std::string& number = words(clause, "number"); !number.empty()) {
      element.add("num").text(number);
    }
    if (words(clause, "kind") == "section") {
      write_runs(element.add("heading").text(""), clause["runs"sv], clause);
      write_children(element, clause["children"sv]);
    } else if (clause["children"sv].empty()) {
      write_block(element.add("content"), clause);
    } else {
      if (!clause["runs"sv].empty() || !clause["table"sv].is_null()) {
        write_block(element.add("intro"), clause);
      }
      write_children(element, clause["children"sv]);
    }
  }

  void write_children(const XmlElement& element, const json& children) {
    const std::size_t tail = akn_tail_begin(children);
    for (std::size_t i = 0; i < tail; ++i) write_clause(element, children[i]);
    if (tail == children.size()) return;
    const XmlElement wrap_up = element.add("wrapUp");
    for (std::size_t i = tail; i < children.size(); ++i) {
      write_runs(open(wrap_up, children[i]).text(""), children[i]["runs"sv], children[i]);
    }
  }

  // The clause's own text, without its number and its children.
  void write_block(const XmlElement& parent, const json& clause) {
    if (!clause["table"sv].is_null()) return write_table(parent, clause["table"sv]);
    XmlElement text = parent.add("p").text("");
    if (words(clause, "kind") == "quote") text = text.add("embeddedText").text("");
    write_runs(text, clause["runs"sv], clause);
  }

  void write_table(const XmlElement& parent, const json& table) {
    const XmlElement element = parent.add("table");
    if (!table["header"sv].empty()) write_row(element, table["header"sv], "th");
    for (const json& row : table["rows"sv]) write_row(element, row, "td");
  }

  void write_row(const XmlElement& table, const json& cells, const char* name) {
    const XmlElement row = table.add("tr");
    for (const json& cell : cells) write_runs(row.add(name).add("p").text(""), cell, nullptr);
  }

  // Runs of one link, one after another, are one link. `clause` is what the runs are the words of,
  // for the roles in them; null for a cell.
  void write_runs(const XmlElement& parent, const json& runs, const json& clause) {
    const std::span<const RoleUse> roles = roles_in(clause);
    std::size_t offset = 0;
    for (std::size_t i = 0; i < runs.size();) {
      const json& link = runs[i]["link"sv];
      const XmlElement target = link.is_null() ? parent : open_link(parent, runs[i]);
      for (; i < runs.size() && runs[i]["link"sv] == link; ++i) {
        const bool own = !roles.empty() && stands_at(runs[i], clause, offset);
        write_run(target, runs[i], own ? roles : std::span<const RoleUse>(), offset);
        if (own) offset += runs[i]["text"sv].get_ref<const std::string&>().size();
      }
    }
  }

  // False for a number that an empty link prints: it is none of the clause's own words.
  static bool stands_at(const json& run, const json& clause, std::size_t offset) {
    const std::string_view text = clause["text"sv].get_ref<const std::string&>();
    return text.substr(offset).starts_with(run["text"sv].get_ref<const std::string&>());
  }

  std::span<const RoleUse> roles_in(const json& clause) const {
    if (clause.is_null()) return {};
    const auto uses = roles_.find(words(clause, "id"));
    if (uses == roles_.end()) return {};
    return uses->second;
  }

  // The element that says what the run leads to; the parent itself where that is nowhere.
  XmlElement open_link(const XmlElement& parent, const json& run) {
    const json& link = run["link"sv];
    const std::string& kind = words(link, "kind");
    if (kind == "term") return parent.add("term").set("refersTo", term_named(run)).text("");
    if (kind == "internal") {
      const auto place = places_.find(words(link, "to"));
      if (place == places_.end()) return parent;
      return parent.add("ref").set("href", "#" + place->second.eid).text("");
    }
    const std::string address = xml_address(words(link, "href"));
    if (address.empty()) return parent.add("inline").set("name", kind + "Reference").text("");
    return parent.add(kind == "web" ? "a" : "ref").set("href", address).text("");
  }

  // Which of the terms that the clause defines is used here: the one that the words begin with.
  std::string term_named(const json& run) {
    const std::string used = akn_slug(words(run, "text"));
    const auto defined = terms_.find(words(run["link"sv], "to"));
    std::string best;
    for (const std::string& term :
         defined == terms_.end() ? std::vector{words(run, "text")} : defined->second) {
      const bool fits = used.starts_with(akn_slug(term));
      if (best.empty() || (fits && term.size() > best.size())) best = term;
    }
    return references_.name("Term", best, best);
  }

  // `offset` is the place of the run's text in the words that the roles stand in.
  void write_run(const XmlElement& parent, const json& run, std::span<const RoleUse> roles,
                 std::size_t offset) {
    if (!run["note"sv].is_null()) return write_note_mark(parent, run["note"sv]);
    XmlElement element = parent;
    if (run["strong"sv]) element = element.add("b").text("");
    if (run["emphasis"sv]) element = element.add("i").text("");
    if (run["strike"sv]) element = element.add("inline").set("name", "strike").text("");
    if (run["code"sv]) element = element.add("inline").set("name", "code").text("");
    write_words(element, run["text"sv].get_ref<const std::string&>(), roles, offset);
    if (run["break"sv]) parent.add("eol");
  }

  // The words, with the roles that stand whole within them.
  void write_words(const XmlElement& parent, std::string_view text, std::span<const RoleUse> roles,
                   std::size_t offset) {
    std::size_t done = 0;
    for (const RoleUse& use : roles) {
      if (use.begin < offset + done || use.end > offset + text.size()) continue;
      const std::size_t begin = use.begin - offset;
      parent.text(text.substr(done, begin - done));
      parent.add("role")
          .set("refersTo", references_.name("Role", use.role, use.title))
          .text(text.substr(begin, use.end - use.begin));
      done = use.end - offset;
    }
    parent.text(text.substr(done));
  }

  // The note itself stands where it is first referred to.
  void write_note_mark(const XmlElement& parent, const json& mark) {
    const std::string& id = words(mark, "id");
    const auto note = footnotes_.find(id);
    if (note == footnotes_.end()) return;
    if (written_.insert(id).second) return write_note(parent, *note->second);
    parent.add("noteRef").set("href", "#" + places_.at(id).eid).set("marker", words(mark, "label"));
  }

  void write_note(const XmlElement& parent, const json& note) {
    const XmlElement element = open(parent, note);
    element.set("marker", words(note, "number")).set("placement", "bottom");
    write_runs(element.add("p").text(""), note["runs"sv], note);
    for (const json& child : note["children"sv]) write_clause(element, child);
  }

  // Nothing refers to the note, so that it stands at the end of the text.
  void write_unused_note(const XmlElement& body, const json& note) {
    written_.insert(words(note, "id"));
    write_note(body.add("p").text(""), note);
  }

  const json& protocol_;
  AknReferences& references_;
  AknPlaces places_;
  std::map<std::string_view, const json*> footnotes_;
  std::unordered_map<std::string_view, std::vector<RoleUse>> roles_;  // by clause, in text order
  std::map<std::string_view, std::vector<std::string>> terms_;  // by the clause that defines them
  std::set<std::string_view> written_;                          // footnotes
};

}  // namespace

std::string akoma_ntoso(const json& protocol) {
  const XmlTree tree("akomaNtoso", akn_namespace, "concord", "urn:concord:1");
  const XmlElement document = tree.root().add("doc").set("name", "protocol");
  AknReferences references = write_akn_meta(protocol, document);
  TextWriter writer(protocol, references);
  writer.write_preface(document.add("preface"));
  const XmlElement body = document.add("mainBody").set("xml:lang", words(protocol, "language"));
  writer.write_body(body);
  return tree.bytes();
}

Files xml(std::span<const json> protocols) {
  Files files;
  for (const json& protocol : protocols) {
    files[words(protocol, "id") + "/protocol.xml"] = akoma_ntoso(protocol);
  }
  return files;
}

}  // namespace concord::render
