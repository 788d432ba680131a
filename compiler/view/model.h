// What there is to show of one protocol, as plain structs: every renderer (HTML, PDF, XML) takes
// them and sees nothing else. An empty text, list or optional says that the source has none of it.
// Words are for people, in the protocol's language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph/clause_graph.h"
#include "syntax/metadata.h"
#include "view/decision_note.h"

namespace concord::view {

struct Date {
  std::string iso;    // as exact as the source: "2023-05-15", "2023-05"
  std::string words;  // "15 May 2023"; in a Welsh protocol "15 Mai 2023"
};

// A clause of the same text that a page leads to.
struct Target {
  std::string id;     // its fragment identifier, the same in HTML, PDF, JSON and XML: "5.4.ii"
  std::string label;  // what a reader calls it: view/labels.h
};

// ---- the words of a clause

enum class LinkKind : std::uint8_t {
  internal,
  instrument,
  web,
  term,      // a defined term, at its first use in a section's text
  external,  // known to lead out of the text
};
std::string_view name_of(LinkKind kind);  // "internal", …

struct Link {
  LinkKind kind = LinkKind::external;
  std::string href;   // "#5.4.ii", "https://…", "mailto:…"; empty where no address is known
  std::string to;     // the clause, for internal and term
  std::string label;  // and its label

  friend bool operator==(const Link&, const Link&) = default;
};

struct NoteMark {
  std::string id;      // the footnote's: "fn53"
  std::string ref_id;  // this mark's own: "_fnref-53"
  std::string label;   // as printed: "53"
  std::string text;    // the beginning of the note, up to 300 characters
  // What keeps it apart from a mark or a figure before it: empty, a comma, or a narrow space.
  std::string apart = {};
};

// A stretch of words that look the same and lead to the same.
struct Run {
  std::string text;  // empty where a note mark stands
  bool strong = false;
  bool emphasis = false;
  bool strike = false;
  bool code = false;
  bool line_break = false;  // after the text
  std::optional<NoteMark> note = {};
  std::optional<Link> link = {};
};
using Runs = std::vector<Run>;

struct Table {
  std::vector<Runs> header;
  std::vector<std::vector<Runs>> rows;
};

// ---- the clauses

struct Clause {
  std::string id;
  graph::Kind kind = graph::Kind::clause;
  graph::Place place = graph::Place::body;
  std::string number = {};    // as printed: "(ii)"
  std::string label = {};     // "5.4(ii)", or words that name its place: view/labels.h
  std::string citation = {};  // "York, Protocol for Officer / Member Relations, 5.4(ii)"
  std::optional<int> heading_level = {};  // 2 to 6, for a section
  std::string topic = {};                 // id in the register
  std::string sic = {};                   // why what looks like a mistake is none of ours
  std::string from = {};                  // the clause of another protocol that it was taken from
  std::vector<std::string> former = {};   // identifiers of earlier versions that lead here
  Runs runs = {};         // the heading of a section, the text of any other; none for a table
  std::string text = {};  // the same as plain text
  std::optional<Table> table = {};
  std::vector<Target> referred_by = {};
  std::vector<Clause> children = {};
};

struct Footnote {
  Clause clause;
  std::vector<Target> marks;  // in the order of the text: each mark's own id, its clause's label
};

// ---- what the front matter says

struct Adoption {
  std::optional<Date> date;
  std::string body;
  std::string minute;
};

struct Review {
  std::optional<Date> date;  // last reviewed
  std::optional<Date> due;
  bool overdue = false;
  std::string owner;
  std::string note;
};

struct Contact {
  std::string email;
  std::string phone;
};

struct Version {
  std::string version;
  std::optional<Date> date;
  std::string authority;
  std::string minute;
  std::string note;
};

// Another version of the same protocol, which has a page of its own.
struct OtherVersion {
  std::string name;  // "draft", "in-force", "2017-04-11": draft::Versions
  syntax::Status status = syntax::Status::draft;
  std::optional<Date> date;  // of adoption
  std::string version;       // its label
  std::string folder;        // of the output: "york/draft"
};

// Something that happened to the text up to this version, as all its versions tell it.
struct Milestone {
  std::string date;  // ISO
  std::string kind;  // "adopted", "amended"
  std::string body;  // who decided, or empty

  friend bool operator==(const Milestone&, const Milestone&) = default;
};

struct Signature {
  std::string role;
  std::string name;
  std::optional<Date> date;
};

struct Source {
  std::string url;  // a web address
  std::optional<Date> retrieved;
  std::string sha256;
};

struct Repair {
  std::string at;     // as the front matter names the clause
  std::string to_id;  // the clause, where there is one
  std::string from;
  std::string to;
  std::string note;
};

// ---- lists about the text

struct Sic {
  Target clause;
  std::string reason;
};

struct ContentsEntry {
  std::string id;
  std::string number;
  std::string heading;
  std::vector<ContentsEntry> children;
};

struct Definition {
  std::string term;
  Target clause;
  std::vector<Target> uses;  // each clause once
};

struct RoleUse {
  std::string clause;     // id
  std::size_t begin = 0;  // bytes in the clause's text
  std::size_t end = 0;
};

struct Role {
  std::string id;  // "monitoring-officer"
  std::string title;
  std::vector<RoleUse> uses;  // in document order
};

struct ExternalReference {
  Target from;
  std::string text;  // "Appendix 14 of this Constitution"
};

// ---- the protocol

struct Page {
  std::string id;      // "york"
  std::string folder;  // of its files in the output: "york", "york/versions/2017-04-11"
  std::string name;    // "York"
  std::string council;
  std::string title;
  std::string part;
  syntax::Status status = syntax::Status::draft;
  std::string language = "en-GB";
  std::string governance;
  std::string purpose;
  std::optional<Adoption> adopted;
  std::optional<Review> review;
  std::optional<Contact> contact;
  std::vector<Version> versions;
  std::vector<OtherVersion> others;   // from the earliest to the drafts
  std::vector<Milestone> milestones;  // by date; none where there is no other version
  std::optional<Date> superseded_on;  // the adoption of the version that followed
  std::vector<Signature> signoff;
  std::optional<Source> source;
  std::vector<Repair> repairs;
  std::vector<Sic> sics;
  std::vector<ContentsEntry> contents;
  std::optional<Clause> heading;  // the title as the text itself prints it
  std::vector<Clause> clauses;    // top clauses in order, without the title and the footnotes
  std::vector<Footnote> footnotes;
  std::vector<Definition> definitions;
  std::vector<Role> roles;  // by id
  std::vector<ExternalReference> external;
  std::string made_of = {};  // "Made with Concord 0.1.0 from …", in its language; or empty
};

// ---- what other councils have on its clauses

struct Counterpart {
  std::string council;  // "Leeds-style"
  std::string number;   // "4.7"
  std::string href;     // of the two side by side, from the protocol's own page
  bool differs = false;
  std::string state;     // in the protocol's language: "reworded"
  bool decided = false;  // by a person
};

struct Counterparts {
  std::size_t councils = 0;  // others that state it
  std::size_t others = 0;    // other councils
  bool differs = false;
  std::string row;  // address of its row, of several the one of most councils; empty for none
  std::vector<Counterpart> list;             // of its peers
  std::vector<DecisionNote> decisions = {};  // about the clause and others
};

// By the clause's id; headings have none, and without a comparison no clause has any.
using CounterpartsByClause = std::map<std::string, Counterparts, std::less<>>;

}  // namespace concord::view
