#include "render/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/akn_places.h"
#include "render/xml_meta.h"
#include "render/xml_tree.h"
#include "view/addresses.h"

namespace concord::render {
namespace {

using graph::Kind;
using view::Clause;
using view::LinkKind;
using view::Run;
using view::Runs;

constexpr const char* akn_namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

// A stretch of a clause's text in which a role is named.
struct RoleUse {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view role;
  std::string_view title;
};

class TextWriter {
 public:
  TextWriter(const view::Page& protocol, AknReferences& references)
      : protocol_(protocol), references_(references), places_(akn_places(protocol)) {
    for (const view::Footnote& note : protocol.footnotes) footnotes_[note.clause.id] = &note.clause;
    for (const view::Role& role : protocol.roles) {
      for (const view::RoleUse& use : role.uses)
        roles_[use.clause].push_back({use.begin, use.end, role.id, role.title});
    }
    for (const view::Definition& definition : protocol.definitions)
      terms_[definition.clause.id].push_back(definition.term);
    for (auto& [clause, uses] : roles_) {
      std::sort(uses.begin(), uses.end(),
                [](const RoleUse& a, const RoleUse& b) { return a.begin < b.begin; });
    }
  }

  void write_preface(const XmlElement& preface) {
    preface.add("p").text("").add("docProponent").text(protocol_.council);
    const XmlElement line = preface.add("p").text("");
    if (const auto& heading = protocol_.heading) {
      write_words_of(*heading, open(line, *heading));
    } else {
      line.add("docTitle").text(protocol_.title);
    }
  }

  void write_body(const XmlElement& body) {
    for (const Clause& clause : protocol_.clauses) write_clause(body, clause);
    for (const view::Footnote& note : protocol_.footnotes) {
      if (!written_.contains(note.clause.id)) write_unused_note(body, note.clause);
    }
    if (protocol_.clauses.empty()) body.add("p");
  }

 private:
  // The element at the clause's place, with what we know of it beyond Akoma Ntoso.
  XmlElement open(const XmlElement& parent, const Clause& clause) {
    const AknPlace& place = places_.at(clause.id);
    const XmlElement element = parent.add(place.element.c_str());
    element.set("eId", place.eid);
    element.set_own("id", clause.id);
    element.set_own("topic", clause.topic);
    element.set_own("sic", clause.sic);
    element.set_own("from", clause.from);
    element.set_own("formerly", fmt::format("{}", fmt::join(clause.former, " ")));
    return element;
  }

  void write_clause(const XmlElement& parent, const Clause& clause) {
    const XmlElement element = open(parent, clause);
    if (!clause.number.empty()) element.add("num").text(clause.number);
    if (clause.kind == Kind::section) {
      write_words_of(clause, element.add("heading"));
      write_children(element, clause.children);
    } else if (clause.children.empty()) {
      write_block(element.add("content"), clause);
    } else {
      if (!clause.runs.empty() || clause.table) write_block(element.add("intro"), clause);
      write_children(element, clause.children);
    }
  }

  void write_children(const XmlElement& element, const std::vector<Clause>& children) {
    const std::size_t tail = akn_tail_begin(children);
    for (std::size_t i = 0; i < tail; ++i) write_clause(element, children[i]);
    if (tail == children.size()) return;
    const XmlElement wrap_up = element.add("wrapUp");
    for (std::size_t i = tail; i < children.size(); ++i)
      write_words_of(children[i], open(wrap_up, children[i]));
  }

  // The clause's own text, without its number and its children.
  void write_block(const XmlElement& parent, const Clause& clause) {
    if (clause.table) return write_table(parent, *clause.table);
    XmlElement text = parent.add("p").text("");
    if (clause.kind == Kind::quote) text = text.add("embeddedText");
    write_words_of(clause, text);
  }

  void write_table(const XmlElement& parent, const view::Table& table) {
    const XmlElement element = parent.add("table");
    if (!table.header.empty()) write_row(element, table.header, "th");
    for (const std::vector<Runs>& row : table.rows) write_row(element, row, "td");
  }

  void write_row(const XmlElement& table, const std::vector<Runs>& cells, const char* name) {
    const XmlElement row = table.add("tr");
    for (const Runs& cell : cells) write_runs(row.add(name).add("p").text(""), cell, nullptr);
  }

  void write_words_of(const Clause& clause, const XmlElement& parent) {
    write_runs(parent.text(""), clause.runs, &clause);
  }

  // Runs of one link, one after another, are one link. `clause` is what the runs are the words of,
  // for the roles in them; null for a cell.
  void write_runs(const XmlElement& parent, const Runs& runs, const Clause* clause) {
    const std::span<const RoleUse> roles = roles_in(clause);
    std::size_t offset = 0;
    for (std::size_t i = 0; i < runs.size();) {
      const std::optional<view::Link>& link = runs[i].link;
      const XmlElement target = link ? open_link(parent, *link, runs[i].text) : parent;
      for (; i < runs.size() && runs[i].link == link; ++i) {
        const bool own = !roles.empty() && stands_at(runs[i], *clause, offset);
        write_run(target, runs[i], own ? roles : std::span<const RoleUse>(), offset);
        if (own) offset += runs[i].text.size();
      }
    }
  }

  // False for a number that an empty link prints: it is none of the clause's own words.
  static bool stands_at(const Run& run, const Clause& clause, std::size_t offset) {
    return std::string_view(clause.text).substr(offset).starts_with(run.text);
  }

  std::span<const RoleUse> roles_in(const Clause* clause) const {
    if (clause == nullptr) return {};
    const auto uses = roles_.find(clause->id);
    if (uses == roles_.end()) return {};
    return uses->second;
  }

  // The element that says what the words lead to; the parent itself where that is nowhere.
  XmlElement open_link(const XmlElement& parent, const view::Link& link, const std::string& words) {
    if (link.kind == LinkKind::term)
      return parent.add("term").set("refersTo", term_named(link, words)).text("");
    if (link.kind == LinkKind::internal) {
      const auto place = places_.find(link.to);
      if (place == places_.end()) return parent;
      return parent.add("ref").set("href", "#" + place->second.eid).text("");
    }
    const std::string address = xml_address(link.href);
    if (address.empty()) {
      const std::string name = std::string(view::name_of(link.kind)) + "Reference";
      return parent.add("inline").set("name", name).text("");
    }
    return parent.add(link.kind == LinkKind::web ? "a" : "ref").set("href", address).text("");
  }

  // Which of the terms that the clause defines is used here: the one that the words begin with.
  std::string term_named(const view::Link& link, const std::string& words) {
    const std::string used = akn_slug(words);
    const auto defined = terms_.find(link.to);
    std::string best;
    for (const std::string& term : defined == terms_.end() ? std::vector{words} : defined->second) {
      const bool fits = used.starts_with(akn_slug(term));
      if (best.empty() || (fits && term.size() > best.size())) best = term;
    }
    return references_.name("Term", best, best);
  }

  // `offset` is the place of the run's text in the words that the roles stand in.
  void write_run(const XmlElement& parent, const Run& run, std::span<const RoleUse> roles,
                 std::size_t offset) {
    if (run.note) return write_note_mark(parent, *run.note);
    XmlElement element = parent;
    if (run.strong) element = element.add("b").text("");
    if (run.emphasis) element = element.add("i").text("");
    if (run.strike) element = element.add("inline").set("name", "strike").text("");
    if (run.code) element = element.add("inline").set("name", "code").text("");
    write_words(element, run.text, roles, offset);
    if (run.line_break) parent.add("eol");
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
  void write_note_mark(const XmlElement& parent, const view::NoteMark& mark) {
    const auto note = footnotes_.find(mark.id);
    if (note == footnotes_.end()) return;
    if (written_.insert(mark.id).second) return write_note(parent, *note->second);
    parent.add("noteRef").set("href", "#" + places_.at(mark.id).eid).set("marker", mark.label);
  }

  void write_note(const XmlElement& parent, const Clause& note) {
    const XmlElement element = open(parent, note);
    element.set("marker", note.number).set("placement", "bottom");
    write_words_of(note, element.add("p"));
    for (const Clause& child : note.children) write_clause(element, child);
  }

  // Nothing refers to the note, so that it stands at the end of the text.
  void write_unused_note(const XmlElement& body, const Clause& note) {
    written_.insert(note.id);
    write_note(body.add("p").text(""), note);
  }

  const view::Page& protocol_;
  AknReferences& references_;
  AknPlaces places_;
  std::map<std::string_view, const Clause*> footnotes_;
  std::unordered_map<std::string_view, std::vector<RoleUse>> roles_;  // by clause, in text order
  std::map<std::string_view, std::vector<std::string>> terms_;  // by the clause that defines them
  std::set<std::string_view> written_;                          // footnotes
};

}  // namespace

std::string akoma_ntoso(const view::Page& protocol) {
  const XmlTree tree("akomaNtoso", akn_namespace, "concord", "urn:concord:1");
  const XmlElement document = tree.root().add("doc").set("name", "protocol");
  AknReferences references = write_akn_meta(protocol, document);
  TextWriter writer(protocol, references);
  writer.write_preface(document.add("preface"));
  const XmlElement body = document.add("mainBody").set("xml:lang", protocol.language);
  writer.write_body(body);
  return tree.bytes();
}

Files xml(const view::Page& protocol) {
  Files files;
  files.emplace(view::address(protocol.folder, view::Format::xml), akoma_ntoso(protocol));
  return files;
}

}  // namespace concord::render
