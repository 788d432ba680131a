#include "view/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "draft/permalinks.h"
#include "passes/review.h"
#include "source/utf8.h"
#include "view/labels.h"
#include "view/language.h"
#include "view/runs.h"

namespace concord::view {

namespace {

using graph::ClauseId;
using graph::Kind;
using passes::Protocol;
using passes::Reference;
using passes::ReferenceKind;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;

constexpr std::size_t preview_length = 300;  // characters

bool is_web_address(std::string_view target) {
  return target.starts_with("https://") || target.starts_with("http://") ||
         target.starts_with("mailto:");
}

// The first characters of the text, to the end of a word, with an ellipsis where words are left
// out.
std::string shorten(const std::string& text) {
  std::size_t bytes = 0;
  for (std::size_t characters = 0; bytes < text.size(); ++bytes) {
    if (source::continues_character(text[bytes])) continue;
    if (characters++ == preview_length) break;
  }
  if (bytes == text.size()) return text;
  const std::size_t space = text.rfind(' ', bytes);
  return text.substr(0, space == std::string::npos ? bytes : space) + "…";
}

class PageMaker {
 public:
  PageMaker(const Protocol& protocol, const std::string& as_of, const Among& among)
      : protocol_(protocol), as_of_(as_of), among_(among), labels_(labels(protocol.graph())) {
    for (const graph::FormerKey& each : among.former) former_[each.clause].push_back(each.key);
    const auto clauses = protocol_.clauses();
    references_.resize(clauses.size());
    terms_.resize(clauses.size());
    for (const graph::Clause& clause : clauses) {
      if (clause.kind == Kind::footnote) notes_.emplace(clause.number.label, clause.id);
    }
    for (const Reference& reference : protocol_.references()) {
      references_[graph::index(reference.from)].push_back(&reference);
    }
    for (const passes::Definition& definition : protocol_.definitions())
      link_first_uses(definition);
  }

  Page make() {
    Page page;
    const syntax::Metadata& metadata = protocol_.metadata();
    page.id = metadata.id;
    page.folder = among_.folder.empty() ? metadata.id : among_.folder;
    page.name = name();
    page.council = metadata.council;
    page.title = metadata.title;
    page.part = metadata.part;
    page.status = among_.superseded ? syntax::Status::superseded : metadata.status;
    page.others = among_.others;
    page.milestones = among_.milestones;
    page.superseded_on = among_.superseded_on;
    if (!metadata.language.empty()) page.language = metadata.language;
    page.governance = metadata.governance;
    page.purpose = metadata.purpose;
    page.adopted = adopted();
    page.review = review();
    page.contact = contact();
    page.versions = versions();
    page.signoff = signoff();
    if (!among_.has_earlier_origin) {
      page.source = source();
      page.repairs = repairs();
    }
    page.sics = sics();
    page.contents = contents(protocol_.graph().roots);
    page.definitions = definitions();
    page.roles = roles();
    page.external = external();
    add_clauses(page);
    return page;
  }

 private:
  // ---- metadata

  const std::string& name() const {
    const syntax::Metadata& metadata = protocol_.metadata();
    return metadata.name.empty() ? metadata.council : metadata.name;
  }

  std::optional<Date> dated(const syntax::Date& from) const {
    return date(from, protocol_.metadata().language);
  }

  std::optional<Adoption> adopted() const {
    const syntax::Adoption& from = protocol_.metadata().adopted;
    if (from == syntax::Adoption{}) return std::nullopt;
    return Adoption{.date = dated(from.date), .body = from.body, .minute = from.minute};
  }

  std::optional<Review> review() const {
    const syntax::Review& from = protocol_.metadata().review;
    if (from == syntax::Review{}) return std::nullopt;
    return Review{.date = dated(from.date),
                  .due = dated(from.due),
                  .overdue = passes::is_overdue(from, as_of_),
                  .owner = protocol_.review_owner(),
                  .note = from.note};
  }

  std::optional<Contact> contact() const {
    const syntax::Contact& from = protocol_.metadata().contact;
    if (from == syntax::Contact{}) return std::nullopt;
    return Contact{.email = from.email, .phone = from.phone};
  }

  std::vector<Version> versions() const {
    std::vector<Version> to;
    for (const syntax::Version& from : protocol_.metadata().versions) {
      to.push_back({.version = from.version,
                    .date = dated(from.date),
                    .authority = from.authority,
                    .minute = from.minute,
                    .note = from.note});
    }
    return to;
  }

  std::vector<Signature> signoff() const {
    std::vector<Signature> to;
    for (const syntax::Signature& from : protocol_.metadata().signoff) {
      to.push_back({.role = from.role, .name = from.name, .date = dated(from.date)});
    }
    return to;
  }

  std::optional<Source> source() const {
    const syntax::Origin& from = protocol_.metadata().source;
    if (from == syntax::Origin{}) return std::nullopt;
    return Source{.url = is_web_address(from.url) ? from.url : "",
                  .retrieved = dated(from.retrieved),
                  .sha256 = from.sha256};
  }

  std::vector<Repair> repairs() const {
    std::vector<Repair> to;
    for (const syntax::Repair& from : protocol_.metadata().repairs) {
      const graph::Clause* const at = repaired(from.at);
      to.push_back({.at = from.at,
                    .to_id = at ? at->key : "",
                    .from = from.from,
                    .to = from.to,
                    .note = from.note});
    }
    return to;
  }

  // A repair names its clause by number, identifier, or heading.
  const graph::Clause* repaired(const std::string& at) const {
    for (const graph::Clause& clause : protocol_.clauses()) {
      if (clause.full_number == at || clause.key == at) return &clause;
    }
    for (const graph::Clause& clause : protocol_.clauses()) {
      if (clause.kind == Kind::section && clause.heading.text.starts_with(at)) return &clause;
    }
    return nullptr;
  }

  // ---- lists about the clauses

  std::vector<Sic> sics() const {
    std::vector<Sic> to;
    for (const graph::Clause& clause : protocol_.clauses()) {
      if (const std::string* const reason = clause.attributes.find("sic")) {
        to.push_back({target(clause.id), *reason});
      }
    }
    return to;
  }

  std::vector<ContentsEntry> contents(const std::vector<ClauseId>& ids) const {
    std::vector<ContentsEntry> to;
    for (const ClauseId id : ids) {
      const graph::Clause& clause = protocol_[id];
      if (clause.kind != Kind::section || is_title(clause)) continue;
      to.push_back({.id = clause.key,
                    .number = clause.number.label,
                    .heading = clause.heading.text,
                    .children = contents(clause.children)});
    }
    return to;
  }

  std::vector<Definition> definitions() const {
    std::vector<Definition> to;
    for (const passes::Definition& from : protocol_.definitions()) {
      Definition& definition =
          to.emplace_back(Definition{.term = from.term, .clause = target(from.clause), .uses = {}});
      ClauseId last = from.clause;
      for (const passes::Mention& use : from.uses) {
        if (use.clause == last) continue;
        last = use.clause;
        definition.uses.push_back(target(last));
      }
    }
    return to;
  }

  std::vector<Role> roles() const {
    std::map<std::string_view, Role> by_id;
    for (const passes::RoleUse& use : protocol_.roles()) {
      const auto [entry, fresh] = by_id.try_emplace(use.role);
      Role& role = entry->second;
      if (fresh) role = {.id = use.role, .title = use.title, .uses = {}};
      role.uses.push_back({.clause = protocol_[use.mention.clause].key,
                           .begin = use.mention.range.begin,
                           .end = use.mention.range.end});
    }
    std::vector<Role> to;
    to.reserve(by_id.size());
    for (auto& [id, role] : by_id) to.push_back(std::move(role));
    return to;
  }

  std::vector<ExternalReference> external() const {
    std::vector<ExternalReference> to;
    for (const Reference& from : protocol_.references()) {
      if (from.kind != ReferenceKind::external) continue;
      to.push_back({target(from.from), from.target.empty() ? from.text : from.target});
    }
    return to;
  }

  // ---- clauses

  void add_clauses(Page& page) {
    for (const ClauseId id : protocol_.graph().roots) {
      const graph::Clause& clause = protocol_[id];
      if (clause.kind == Kind::footnote) {
        page.footnotes.push_back({make_clause(clause), {}});
      } else if (is_title(clause)) {
        page.heading = make_clause(clause);
      } else {
        page.clauses.push_back(make_clause(clause));
      }
    }
    for (Footnote& note : page.footnotes) note.marks = std::move(note_marks_[note.clause.id]);
  }

  // Its own words first, and then its children: notes list their marks in the order of the text.
  Clause make_clause(const graph::Clause& from) {
    Clause to;
    to.id = from.key;
    to.kind = from.kind;
    to.place = from.place;
    to.number = from.number.label;
    to.label = label(from.id);
    to.citation = fmt::format("{}, {}, {}", name(), protocol_.metadata().title, label(from.id));
    if (from.kind == Kind::section) to.heading_level = std::min(from.level + 2, 6);
    to.topic = protocol_.topic(from.id);
    to.sic = attribute(from, "sic");
    to.from = attribute(from, "from");
    if (const auto former = former_.find(from.id); former != former_.end())
      to.former = former->second;
    if (from.table) {
      to.table = table(from);
    } else {
      to.runs = runs_of(from, from.words(), 0);
    }
    to.text = from.words().text;
    for (const ClauseId id : protocol_.referred_by(from.id)) to.referred_by.push_back(target(id));
    to.children.reserve(from.children.size());
    for (const ClauseId id : from.children) to.children.push_back(make_clause(protocol_[id]));
    return to;
  }

  static std::string attribute(const graph::Clause& clause, std::string_view key) {
    const std::string* const value = clause.attributes.find(key);
    return value ? *value : "";
  }

  Table table(const graph::Clause& from) {
    auto range = from.cells.begin();
    const auto row = [&](const std::vector<syntax::Cell>& cells) {
      std::vector<Runs> to;
      to.reserve(cells.size());
      for (const syntax::Cell& cell : cells)
        to.push_back(runs_of(from, cell.prose, (range++)->begin));
      return to;
    };
    Table to;
    to.header = row(from.table->header);
    for (const auto& cells : from.table->rows) to.rows.push_back(row(cells));
    return to;
  }

  const std::string& label(ClauseId id) const { return labels_[graph::index(id)]; }

  Target target(ClauseId id) const { return {protocol_[id].key, label(id)}; }

  // A clause's words and those below it, until they are enough for a preview.
  std::string preview(ClauseId id) const {
    std::string text;
    gather(id, text);
    return shorten(text);
  }

  void gather(ClauseId id, std::string& text) const {
    const graph::Clause& clause = protocol_[id];
    if (!text.empty()) text += ' ';
    if (!text.empty() && clause.number.present()) text += clause.number.label + ' ';
    text += clause.words().text;
    for (const ClauseId child : clause.children) {
      if (text.size() > 4 * preview_length) return;
      gather(child, text);
    }
  }

  // ---- links over the words

  // The words of a clause, or of one cell of its table that begins at the offset in its text.
  Runs runs_of(const graph::Clause& clause, const Prose& prose, std::uint32_t offset) {
    std::vector<LinkedRange> links;
    std::vector<Insertion> insertions;
    for (const Mark& mark : prose.marks) {
      if (mark.kind == MarkKind::footnote) {
        insertions.push_back({mark.range.begin, note_mark(clause, mark.target)});
      } else if (mark.kind == MarkKind::link) {
        add_written_link(clause, mark, offset, links, insertions);
      }
    }
    for (const Reference* reference : references_[graph::index(clause.id)]) {
      const Rank rank =
          reference->kind == ReferenceKind::instrument ? Rank::instrument : Rank::reference;
      add_within({reference->range, rank, link_of(*reference)}, prose, offset, links);
    }
    for (const LinkedRange& term : terms_[graph::index(clause.id)]) {
      add_within(term, prose, offset, links);
    }
    Runs made = runs(prose, std::move(links), std::move(insertions));
    set_notes_apart(made);
    return made;
  }

  static void add_within(LinkedRange link, const Prose& prose, std::uint32_t offset,
                         std::vector<LinkedRange>& links) {
    if (link.range.begin < offset || link.range.end > offset + prose.text.size()) return;
    link.range = {link.range.begin - offset, link.range.end - offset};
    links.push_back(std::move(link));
  }

  void add_written_link(const graph::Clause& clause, const Mark& mark, std::uint32_t offset,
                        std::vector<LinkedRange>& links, std::vector<Insertion>& insertions) const {
    Link link = link_of(clause, mark, offset);
    if (mark.range.begin < mark.range.end) {
      links.push_back({mark.range, Rank::written, std::move(link)});
      return;
    }
    Run run{.text = link.label.empty() ? mark.target : link.label};
    run.link = std::move(link);
    insertions.push_back({mark.range.begin, std::move(run)});
  }

  Link link_of(const graph::Clause& clause, const Mark& mark, std::uint32_t offset) const {
    if (mark.target.starts_with('#')) {
      const auto to = protocol_.graph().find(std::string_view(mark.target).substr(1));
      return to ? inward_link(LinkKind::internal, *to) : outward_link(LinkKind::external, "");
    }
    if (is_web_address(mark.target)) return outward_link(LinkKind::web, mark.target);
    for (const Reference* reference : references_[graph::index(clause.id)]) {
      const bool same = reference->range.begin < mark.range.end + offset &&
                        mark.range.begin + offset < reference->range.end;
      if (same) return link_of(*reference);
    }
    return outward_link(LinkKind::external, "");
  }

  Link link_of(const Reference& reference) const {
    if (reference.kind == ReferenceKind::internal && reference.to) {
      return inward_link(LinkKind::internal, *reference.to);
    }
    if (reference.kind == ReferenceKind::instrument)
      return outward_link(LinkKind::instrument, reference.uri);
    return outward_link(reference.uri.empty() ? LinkKind::external : LinkKind::web, reference.uri);
  }

  Link inward_link(LinkKind kind, ClauseId to) const {
    const std::string& key = protocol_[to].key;
    return {.kind = kind, .href = "#" + key, .to = key, .label = label(to)};
  }

  static Link outward_link(LinkKind kind, const std::string& uri) {
    return {.kind = kind, .href = is_web_address(uri) ? uri : "", .to = {}, .label = {}};
  }

  // The first use in each section is linked, and none in a heading: a page on which every "Member"
  // is a link cannot be read. All uses stand in the list of definitions.
  void link_first_uses(const passes::Definition& definition) {
    std::optional<ClauseId> last;
    for (const passes::Mention& use : definition.uses) {
      const ClauseId section = top(use.clause);
      if (section == last || use.clause == definition.clause) continue;
      if (protocol_[use.clause].kind == Kind::section) continue;
      last = section;
      terms_[graph::index(use.clause)].push_back(
          {use.range, Rank::term, inward_link(LinkKind::term, definition.clause)});
    }
  }

  ClauseId top(ClauseId id) const {
    while (protocol_[id].parent) id = *protocol_[id].parent;
    return id;
  }

  // A footnote mark; the note's list of marks grows by it.
  Run note_mark(const graph::Clause& clause, const std::string& note_label) {
    const auto found = notes_.find(note_label);
    if (found == notes_.end()) return {.text = "[^" + note_label + "]"};
    const std::string& id = protocol_[found->second].key;
    std::vector<Target>& marks = note_marks_[id];
    std::string ref_id = "_fnref-" + (id.starts_with("fn") ? id.substr(2) : id);
    if (!marks.empty()) ref_id += fmt::format("-{}", marks.size() + 1);
    marks.push_back({ref_id, label(clause.id)});
    Run run;
    run.note = NoteMark{
        .id = id, .ref_id = std::move(ref_id), .label = note_label, .text = preview(found->second)};
    return run;
  }

  const Protocol& protocol_;
  const std::string& as_of_;
  const Among& among_;
  std::map<ClauseId, std::vector<std::string>> former_;
  std::vector<std::string> labels_;                        // by clause
  std::vector<std::vector<const Reference*>> references_;  // by clause
  std::vector<std::vector<LinkedRange>> terms_;            // by clause
  std::map<std::string, ClauseId> notes_;                  // by printed label
  std::map<std::string, std::vector<Target>> note_marks_;  // by the note's id, in order
};

}  // namespace

std::string_view name_of(LinkKind kind) {
  switch (kind) {
    case LinkKind::internal:
      return "internal";
    case LinkKind::instrument:
      return "instrument";
    case LinkKind::web:
      return "web";
    case LinkKind::term:
      return "term";
    case LinkKind::external:
      return "external";
  }
  return "";
}

std::optional<Date> date(const syntax::Date& date, std::string_view language) {
  if (!date.present()) return std::nullopt;
  return Date{.iso = date.iso, .words = in_words(date, language)};
}

Page protocol(const Protocol& protocol, const std::string& as_of) {
  Among alone;
  alone.former = draft::permalinks(protocol);
  return view::protocol(protocol, as_of, alone);
}

Page protocol(const Protocol& protocol, const std::string& as_of, const Among& among) {
  return PageMaker(protocol, as_of, among).make();
}

}  // namespace concord::view
