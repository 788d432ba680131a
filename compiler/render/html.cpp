#include "render/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "compare/peers.h"
#include "graph/keys.h"
#include "render/html_decision.h"
#include "render/html_frame.h"
#include "render/html_runs.h"
#include "view/addresses.h"
#include "view/words.h"

namespace concord::render {

namespace {

using graph::Kind;
using syntax::Status;

void fill_date(const Name& name, const std::optional<view::Date>& date, const Dictionary& into) {
  if (!date) return;
  const Dictionary section = into.section(name);
  section.set("iso"_name, date->iso);
  section.set("words"_name, date->words);
}

void fill_status(Status status, const Dictionary& into) {
  into.show("draft"_name, status == Status::draft);
  into.show("superseded"_name, status == Status::superseded);
  into.show("in_force"_name, status == Status::adopted);
}

void fill_adopted(const view::Adoption& adopted, const Dictionary& into) {
  fill_date("date"_name, adopted.date, into);
  into.set_optional("body"_name, adopted.body);
  into.set_optional("minute"_name, adopted.minute);
}

void fill_review(const view::Review& review, const Dictionary& into) {
  fill_date("date"_name, review.date, into);
  fill_date("due"_name, review.due, into);
  into.show("overdue"_name, review.overdue);
  into.set_optional("owner"_name, review.owner);
  into.set_optional("note"_name, review.note);
}

// The sections of the templates that offer a format.
std::vector<std::pair<view::Format, Name>> sections_of_formats() {
  std::vector<std::pair<view::Format, Name>> sections;
  for (const view::FormatInfo& each : view::formats)
    if (*each.section != 0) sections.emplace_back(each.format, Name(each.section));
  return sections;
}

void fill_downloads(const view::Page& page, const Offer& offer, const Dictionary& into) {
  static const auto sections = sections_of_formats();
  bool any = false;
  for (const auto& [format, section] : sections) {
    const bool has = offer.has(page.folder, format);
    into.show(section, has);
    any = any || has;
  }
  into.show("downloads"_name, any);
}

// What the cover of a text and its entry in the library both say.
void fill_introduction(const view::Page& page, const Offer& offer, const Dictionary& into) {
  into.set("council"_name, page.council);
  into.set("title"_name, page.title);
  into.set_optional("part"_name, page.part);
  fill_status(page.status, into);
  if (page.adopted) fill_adopted(*page.adopted, into.section("adopted"_name));
  if (page.review) fill_review(*page.review, into.section("review"_name));
  fill_downloads(page, offer, into);
}

// ---- cover.tpl

void fill_version(const view::Version& version, const Dictionary& into) {
  fill_date("date"_name, version.date, into);
  into.set("version"_name, version.version);
  into.set("note"_name, version.note);
  into.set("authority"_name, version.authority);
  into.set_optional("minute"_name, version.minute);
}

// The way to the other versions, and to what changed from one to the next.
void fill_others(const view::Page& page, const Dictionary& into) {
  if (page.others.empty()) return;
  const Dictionary others = into.section("others"_name);
  others.set("timeline"_name, view::timeline_address(page.id));
  for (const view::OtherVersion& each : page.others) {
    const Dictionary other = others.section("other"_name);
    other.set("folder"_name, each.folder);
    const bool draft = each.status == Status::draft;
    const bool in_force = each.name == "in-force";
    other.show("other_draft"_name, draft);
    other.show("other_in_force"_name, in_force);
    other.show("other_earlier"_name, !draft && !in_force);
    fill_date("other_date"_name, each.date, other);
    other.set_optional("other_version"_name, each.date ? "" : each.version);
  }
}

void fill_cover(const view::Page& page, const Offer& offer, const Dictionary& into) {
  fill_introduction(page, offer, into);
  into.set("title_id"_name, page.heading ? std::string_view(page.heading->id) : "page-title");
  if (page.contact) {
    const Dictionary contact = into.section("contact"_name);
    contact.set_optional("email"_name, page.contact->email);
    contact.set_optional("phone"_name, page.contact->phone);
  }
  fill_others(page, into);
  into.show("has_versions"_name, !page.versions.empty());
  for (const view::Version& version : page.versions)
    fill_version(version, into.section("version"_name));
}

// ---- entry.tpl

void fill_entry(const view::ContentsEntry& entry, const Dictionary& into) {
  into.set("id"_name, entry.id);
  into.set_optional("number"_name, entry.number);
  into.set("heading"_name, entry.heading);
  into.show("nested"_name, !entry.children.empty());
  for (const view::ContentsEntry& child : entry.children)
    fill_entry(child, into.include("entry"_name));
}

void fill_target(const view::Target& target, const Dictionary& into) {
  into.set("id"_name, target.id);
  into.set("label"_name, target.label);
}

// ---- clause.tpl

// What the page names for itself begins with an underscore, as no clause's identifier does.
std::string repair_anchor(std::size_t index) {
  return fmt::format("_repair-{}", index + 1);
}

std::string definition_anchor(std::size_t index) {
  return fmt::format("_term-{}", index + 1);
}

std::string_view element_of(Kind kind) {
  if (kind == Kind::section) return "section";
  return kind == Kind::item || kind == Kind::footnote ? "li" : "div";
}

void fill_table(const view::Table& table, const Dictionary& into) {
  for (const view::Runs& cell : table.header) {
    const Dictionary column = into.section("column"_name);
    column.show("filled"_name, !cell.empty());
    column.show("unfilled"_name, cell.empty());
    fill_runs(cell, column);
  }
  for (const std::vector<view::Runs>& cells : table.rows) {
    const Dictionary row = into.section("rows"_name);
    for (const view::Runs& cell : cells) fill_runs(cell, row.section("cells"_name));
  }
}

void fill_counterparts(const view::Counterparts& counterparts, const Dictionary& into) {
  into.show("found"_name, counterparts.councils > 0);
  into.show("alone"_name, counterparts.councils == 0);
  into.show("listed"_name, !counterparts.list.empty());
  into.set("count"_name, counterparts.councils);
  into.set("of"_name, counterparts.others);
  into.show("differs"_name, counterparts.differs);
  into.set_optional("row"_name, counterparts.row);
  fill_decisions(counterparts.decisions, into);
  for (const view::Counterpart& counterpart : counterparts.list) {
    const Dictionary each = into.section("counterpart"_name);
    each.set("href"_name, counterpart.href);
    each.set("council"_name, counterpart.council);
    each.set("number"_name, counterpart.number);
    each.set("state"_name, counterpart.state);
    each.show("decided"_name, counterpart.decided);
  }
}

// The clauses of a text, each with what is said of it elsewhere on the page.
class Clauses {
 public:
  Clauses(const view::Page& page, const BesideClauses& beside) : beside_(beside) {
    for (std::size_t i = 0; i < page.repairs.size(); ++i) {
      const std::string& id = page.repairs[i].to_id;
      if (!id.empty()) repaired_.emplace(id, i);
    }
    for (std::size_t i = 0; i < page.definitions.size(); ++i)
      defines_[page.definitions[i].clause.id].push_back({i, &page.definitions[i]});
  }

  void fill(const std::vector<view::Clause>& siblings, const Dictionary& into) const {
    for (std::size_t i = 0; i < siblings.size(); ++i) {
      const Dictionary clause = into.include("clause"_name);
      fill(siblings[i], clause);
      fill_brackets(siblings, i, clause);
    }
  }

  void fill(const view::Clause& clause, const Dictionary& into) const {
    into.set("element"_name, element_of(clause.kind));
    into.set("kind"_name, graph::name_of(clause.kind));
    into.set("place"_name, graph::name_of(clause.place));
    into.set("id"_name, clause.id);
    into.set("citation"_name, clause.citation);
    for (const std::string& id : clause.former)
      into.section("former"_name).set("former_id"_name, id);
    into.set("label"_name, clause.label);
    if (clause.table) {
      fill_table(*clause.table, into.section("table"_name));
    } else {
      fill_words(clause, into);
    }
    fill_beside(clause, into);
    fill(clause.children, into);
  }

 private:
  // Of an element that is around a stretch of neighbours of one kind: where it begins and ends.
  static void fill_brackets(const std::vector<view::Clause>& siblings, std::size_t i,
                            const Dictionary& into) {
    const Kind kind = siblings[i].kind;
    if (kind != Kind::item && kind != Kind::quote) return;
    const bool opens = i == 0 || siblings[i - 1].kind != kind;
    const bool closes = i + 1 == siblings.size() || siblings[i + 1].kind != kind;
    const bool list = kind == Kind::item;
    into.show(list ? "opens_list"_name : "opens_quotation"_name, opens);
    into.show(list ? "closes_list"_name : "closes_quotation"_name, closes);
  }

  void fill_words(const view::Clause& clause, const Dictionary& into) const {
    into.show("worded"_name);
    const auto level = clause.heading_level;
    into.set("words"_name, level ? fmt::format("h{}", *level) : "p");
    into.set_optional("number"_name, clause.number);
    fill_runs(clause.runs, into);
    into.show("sic"_name, !clause.sic.empty());
    const auto repair = repaired_.find(clause.id);
    if (repair != repaired_.end()) into.set_optional("repair"_name, repair_anchor(repair->second));
  }

  // What stands in the margin of a clause, if anything does.
  void fill_beside(const view::Clause& clause, const Dictionary& into) const {
    const auto defines = defines_.find(clause.id);
    const auto counterparts = beside_.counterparts.find(clause.id);
    const auto notes = beside_.notes.find(clause.id);
    if (clause.referred_by.empty() && defines == defines_.end() &&
        counterparts == beside_.counterparts.end() && notes == beside_.notes.end() &&
        clause.from.empty()) {
      return;
    }
    const Dictionary beside = into.include("beside"_name);
    beside.show("referred"_name, !clause.referred_by.empty());
    for (const view::Target& from : clause.referred_by)
      fill_target(from, beside.section("referrer"_name));
    if (defines != defines_.end()) fill_defines(defines->second, beside);
    if (!clause.from.empty()) fill_lender(clause, beside.section("taken"_name));
    if (notes != beside_.notes.end())
      for (const std::string& each : notes->second)
        beside.section("drafting"_name).set("note"_name, each);
    if (counterparts != beside_.counterparts.end())
      fill_counterparts(counterparts->second, beside.section("counterparts"_name));
  }

  void fill_lender(const view::Clause& clause, const Dictionary& into) const {
    const auto found = beside_.lenders.find(clause.id);
    const bool known = found != beside_.lenders.end();
    into.set("lender"_name, known ? found->second.words : clause.from);
    into.set_optional("href"_name, known ? found->second.href : "");
    into.show("unlinked"_name, !known || found->second.href.empty());
  }

  struct Numbered {
    std::size_t index;  // in the page's list
    const view::Definition* definition;
  };

  static void fill_defines(const std::vector<Numbered>& definitions, const Dictionary& into) {
    for (const Numbered& each : definitions) {
      const Dictionary defines = into.section("defines"_name);
      defines.set("anchor"_name, definition_anchor(each.index));
      defines.set("term"_name, each.definition->term);
    }
  }

  const BesideClauses& beside_;
  std::map<std::string_view, std::size_t> repaired_;           // clause id -> its first repair
  std::map<std::string_view, std::vector<Numbered>> defines_;  // clause id -> what it defines
};

// ---- about.tpl

void fill_source(const view::Source& source, const Dictionary& into) {
  into.set_optional("url"_name, source.url);
  into.show("no_url"_name, source.url.empty());
  fill_date("retrieved"_name, source.retrieved, into);
  into.set_optional("sha256"_name, source.sha256);
}

void fill_sic(const view::Sic& sic, const Dictionary& into) {
  fill_target(sic.clause, into);
  into.set("reason"_name, sic.reason);
}

void fill_repair(const view::Repair& repair, std::size_t index, const Dictionary& into) {
  into.set("anchor"_name, repair_anchor(index));
  into.set("at"_name, repair.at);
  into.set_optional("to_id"_name, repair.to_id);
  into.show("unplaced"_name, repair.to_id.empty());
  into.set("from"_name, repair.from);
  into.set("to"_name, repair.to);
  into.set_optional("note"_name, repair.note);
}

void fill_definition(const view::Definition& definition, std::size_t index,
                     const Dictionary& into) {
  into.set("anchor"_name, definition_anchor(index));
  into.set("term"_name, definition.term);
  into.set("clause"_name, definition.clause.id);
  into.set("label"_name, definition.clause.label);
  into.show("used"_name, !definition.uses.empty());
  for (const view::Target& use : definition.uses) fill_target(use, into.section("use"_name));
}

void fill_external(const view::ExternalReference& reference, const Dictionary& into) {
  into.set("from"_name, reference.from.id);
  into.set("label"_name, reference.from.label);
  into.set("text"_name, reference.text);
}

void fill_about(const view::Page& page, const Dictionary& into) {
  into.set("council"_name, page.council);
  if (page.heading && page.heading->text != page.title)
    fill_runs(page.heading->runs, into.section("printed_title"_name));
  if (page.source) fill_source(*page.source, into.section("source"_name));
  into.show("has_mistakes"_name, !page.sics.empty());
  for (const view::Sic& sic : page.sics) fill_sic(sic, into.section("mistake"_name));
  into.show("has_repairs"_name, !page.repairs.empty());
  for (std::size_t i = 0; i < page.repairs.size(); ++i)
    fill_repair(page.repairs[i], i, into.section("repair"_name));
  into.show("has_definitions"_name, !page.definitions.empty());
  for (std::size_t i = 0; i < page.definitions.size(); ++i)
    fill_definition(page.definitions[i], i, into.section("definition"_name));
  into.show("has_outward"_name, !page.external.empty());
  for (const view::ExternalReference& reference : page.external)
    fill_external(reference, into.section("outward"_name));
}

// ---- protocol.tpl

void fill_signature(const view::Signature& signature, const Dictionary& into) {
  into.set("role"_name, signature.role);
  into.set("name"_name, signature.name);
  fill_date("date"_name, signature.date, into);
}

void fill_footnote(const view::Footnote& note, const Clauses& clauses, const Dictionary& into) {
  clauses.fill(note.clause, into);
  into.show("referenced"_name, !note.marks.empty());
  for (const view::Target& mark : note.marks) fill_target(mark, into.section("reference"_name));
}

void count_numbers(const std::vector<view::Clause>& siblings, std::size_t& numbered,
                   std::size_t& all) {
  for (const view::Clause& each : siblings) {
    if (each.kind == Kind::item) continue;
    ++all;
    if (!each.number.empty()) ++numbered;
    count_numbers(each.children, numbered, all);
  }
}

// A text in which hardly a clause has a number is set without the column for them.
bool has_hanging_numbers(const view::Page& page) {
  std::size_t numbered = 0;
  std::size_t all = 0;
  count_numbers(page.clauses, numbered, all);
  return numbered * 4 > all;
}

void fill_protocol(const view::Page& page, const BesideClauses& beside, const Offer& offer,
                   const Dictionary& into) {
  into.set("council"_name, page.council);
  into.show("plain"_name, !has_hanging_numbers(page));
  fill_status(page.status, into);
  fill_cover(page, offer, into.include("cover"_name));
  for (const view::ContentsEntry& entry : page.contents)
    fill_entry(entry, into.include("entry"_name));
  const Clauses clauses(page, beside);
  clauses.fill(page.clauses, into);
  if (!page.signoff.empty()) {
    into.show("has_signoff"_name);
    const Dictionary signed_off = into.section("signed"_name);
    for (const view::Signature& signature : page.signoff)
      fill_signature(signature, signed_off.section("signature"_name));
  }
  if (!page.footnotes.empty()) {
    into.show("has_footnotes"_name);
    const Dictionary footnotes = into.section("footnotes"_name);
    for (const view::Footnote& note : page.footnotes)
      fill_footnote(note, clauses, footnotes.include("clause"_name));
  }
  fill_about(page, into.include("about"_name));
}

// ---- timeline.tpl

void fill_timeline_entry(const view::TimelineEntry& entry, const Dictionary& into) {
  into.show("in_force"_name, entry.in_force);
  into.show("draft"_name, entry.status == Status::draft);
  fill_date("date"_name, entry.date, into);
  into.set_optional("version"_name, entry.version);
  into.set_optional("body"_name, entry.body);
  into.set_optional("minute"_name, entry.minute);
  into.set_optional("note"_name, entry.note);
  into.set_optional("page"_name, entry.page);
  into.set_optional("redline"_name, entry.redline);
  into.set_optional("headline"_name, entry.headline);
  into.set_optional("before"_name, entry.before);
  into.show("undated"_name, entry.before.empty());
}

void fill_timeline(const view::Timeline& timeline, const Dictionary& into) {
  into.set("council"_name, timeline.council);
  into.set("title"_name, timeline.title);
  for (const view::TimelineEntry& entry : timeline.entries)
    fill_timeline_entry(entry, into.section("entry"_name));
}

// ---- library.tpl

// More than so many protocols stand under initials, and can be searched.
constexpr std::size_t most_in_one_group = 12;

// `language`: of the library around it.
void fill_protocol_entry(const view::Page& page, const Offer& offer, bool grouped,
                         std::string_view language, const Dictionary& into) {
  into.set("id"_name, page.id);
  into.set("heading"_name, grouped ? "h3" : "h2");
  const bool overdue = page.review && page.review->overdue;
  into.set("status"_name,
           fmt::format("{}{}", syntax::name_of(page.status), overdue ? " overdue" : ""));
  into.show("compared"_name, offer.comparison);
  fill_introduction(page, offer, into);
  for (const view::OtherVersion& each : page.others)
    if (each.status == Status::draft)
      into.section("draft_beside"_name).set("folder"_name, each.folder);
  if (!page.others.empty())
    into.section("several"_name).set("timeline"_name, view::timeline_address(page.id));
  if (!page.language.starts_with("en") && page.language != language)
    into.set_optional("foreign"_name, page.language);
}

using Group = std::vector<const view::Page*>;

// Under the first letter of "York", "Ŵyl" under W; or "0" where the name begins with none.
std::string initial_of(const view::Page& page) {
  const std::string name = graph::slug(page.name);
  const bool letter = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
  return letter ? std::string(1, static_cast<char>(name.front() - 'a' + 'A')) : "0";
}

// By initial and name; one group without an initial where they are few.
std::map<std::string, Group> groups_of(std::span<const view::Page> protocols) {
  std::map<std::string, Group> groups;
  const bool few = protocols.size() <= most_in_one_group;
  for (const view::Page& each : protocols) groups[few ? "" : initial_of(each)].push_back(&each);
  if (few) return groups;
  for (auto& [initial, group] : groups)
    std::ranges::stable_sort(group, {},
                             [](const view::Page* page) { return graph::slug(page->name); });
  return groups;
}

// That of all protocols where they have one; English of Britain for English, and for several.
std::string language_of(std::span<const view::Page> protocols) {
  constexpr std::string_view english = "en-GB";
  if (protocols.empty() || protocols.front().language.starts_with("en"))
    return std::string(english);
  const std::string& language = protocols.front().language;
  const bool same = std::ranges::all_of(
      protocols, [&](const view::Page& each) { return each.language == language; });
  return same ? language : std::string(english);
}

void fill_library(std::span<const view::Page> protocols, const Offer& offer,
                  std::string_view language, const Dictionary& into) {
  into.set("count"_name, protocols.size());
  into.show("compared"_name, offer.comparison);
  into.show("data"_name, offer.data);
  const auto groups = groups_of(protocols);
  const bool grouped = !groups.contains("");
  const std::optional<Dictionary> search =
      grouped ? std::optional(into.section("searchable"_name)) : std::nullopt;
  for (const auto& [initial, pages] : groups) {
    const Dictionary group = into.section("group"_name);
    group.set_optional("letter"_name, initial);
    group.set("count"_name, pages.size());
    if (search) {
      const Dictionary link = search->section("initial"_name);
      link.set("letter"_name, initial);
      link.set("count"_name, pages.size());
    }
    for (const view::Page* each : pages)
      fill_protocol_entry(*each, offer, grouped, language, group.include("protocol_entry"_name));
  }
}

}  // namespace

Files library_page(std::span<const view::Page> protocols, const Offer& offer,
                   const HtmlTemplates& templates) {
  const std::string language = language_of(protocols);
  const view::Words words(language);
  const Frame frame = {.title = std::string(words["protocols"]),
                       .described = std::string(words["library_described"]),
                       .language = language,
                       .home = true,
                       .filters = protocols.size() > most_in_one_group,
                       .compared = offer.comparison};
  return page(std::string(view::library_address), Layout::library, frame, templates,
              [&](const Dictionary& into) { fill_library(protocols, offer, language, into); });
}

Files timeline_page(const view::Timeline& timeline, const Offer& offer,
                    const HtmlTemplates& templates) {
  const std::string title = fmt::format("{} – {}", timeline.title, timeline.council);
  const Frame frame = {.title = title,
                       .described = title,
                       .language = timeline.language,
                       .compared = offer.comparison};
  return page(view::timeline_address(timeline.id), Layout::timeline, frame, templates,
              [&](const Dictionary& into) { fill_timeline(timeline, into); });
}

Files protocol_page(const view::Page& protocol, const BesideClauses& beside, const Offer& offer,
                    const HtmlTemplates& templates) {
  const std::string title = fmt::format("{} – {}", protocol.title, protocol.council);
  const Frame frame = {.title = title,
                       .described = protocol.purpose.empty() ? title : protocol.purpose,
                       .language = protocol.language,
                       .compared = offer.comparison,
                       .text = protocol.folder};
  return page(view::page_address(protocol.folder), Layout::protocol, frame, templates,
              [&](const Dictionary& into) { fill_protocol(protocol, beside, offer, into); });
}

std::string protocol_file(const view::Page& protocol, const HtmlTemplates& templates,
                          const Templates& assets) {
  const std::string title = fmt::format("{} – {}", protocol.title, protocol.council);
  const Frame frame = {.title = title,
                       .described = protocol.purpose.empty() ? title : protocol.purpose,
                       .language = protocol.language,
                       .assets = &assets};
  const Offer nothing = {.formats = {}, .data = false};
  Files files = page("page", Layout::protocol, frame, templates,
                     [&](const Dictionary& into) { fill_protocol(protocol, {}, nothing, into); });
  return std::move(files.begin()->second);
}

Files assets(const Templates& templates) {
  Files files;
  for (const auto& [path, bytes] : templates.files) {
    if (path.starts_with("assets/")) files[path] = bytes;
  }
  return files;
}

}  // namespace concord::render
