#include "view/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "source/utf8.h"
#include "view/labels.h"
#include "view/language.h"
#include "view/object.h"
#include "view/runs.h"

namespace concord::view {

namespace {

using graph::Clause;
using graph::ClauseId;
using graph::Kind;
using nlohmann::json;
using passes::Definition;
using passes::Protocol;
using passes::Reference;
using passes::ReferenceKind;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;
using namespace std::string_view_literals;  // a name as a view is looked up as it stands

constexpr std::size_t preview_length = 300;  // characters

json text_or_null(const std::string& text) {
  return text.empty() ? json() : json(text);
}

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

class Model {
 public:
  Model(const Protocol& protocol, std::string as_of)
      : protocol_(protocol), as_of_(std::move(as_of)), labels_(labels(protocol.graph())) {
    const auto clauses = protocol_.clauses();
    references_.resize(clauses.size());
    terms_.resize(clauses.size());
    for (const Clause& clause : clauses) {
      if (clause.kind == Kind::footnote) notes_.emplace(clause.number.label, clause.id);
    }
    for (const Reference& reference : protocol_.references()) {
      references_[graph::index(reference.from)].push_back(&reference);
    }
    for (const Definition& definition : protocol_.definitions()) link_first_uses(definition);
  }

  json make() {
    const syntax::Metadata& metadata = protocol_.metadata();
    json model = {{"id", metadata.id},
                  {"name", name()},
                  {"council", metadata.council},
                  {"title", metadata.title},
                  {"part", text_or_null(metadata.part)},
                  {"status", syntax::name_of(metadata.status)},
                  {"language", metadata.language.empty() ? "en-GB" : metadata.language},
                  {"governance", text_or_null(metadata.governance)},
                  {"purpose", text_or_null(metadata.purpose)},
                  {"as_of", dated({as_of_})},
                  {"adopted", adopted()},
                  {"review", review()},
                  {"contact", contact()},
                  {"versions", versions()},
                  {"signoff", signoff()},
                  {"source", source()},
                  {"repairs", repairs()},
                  {"sics", sics()},
                  {"contents", contents(protocol_.graph().roots)},
                  {"definitions", definitions()},
                  {"roles", roles()},
                  {"external", external()}};
    add_clauses(model);
    return model;
  }

 private:
  // ---- metadata ----

  const std::string& name() const {
    const syntax::Metadata& metadata = protocol_.metadata();
    return metadata.name.empty() ? metadata.council : metadata.name;
  }

  json dated(const syntax::Date& from) const { return date(from, protocol_.metadata().language); }

  json adopted() const {
    const syntax::Adoption& from = protocol_.metadata().adopted;
    if (from == syntax::Adoption{}) return nullptr;
    return {{"date", dated(from.date)},
            {"body", text_or_null(from.body)},
            {"minute", text_or_null(from.minute)}};
  }

  json review() const {
    const syntax::Review& from = protocol_.metadata().review;
    if (from == syntax::Review{}) return nullptr;
    const bool overdue = from.due.present() && !as_of_.empty() && from.due.last_day() < as_of_;
    return {{"date", dated(from.date)},
            {"due", dated(from.due)},
            {"overdue", overdue},
            {"owner", text_or_null(from.owner)},
            {"note", text_or_null(from.note)}};
  }

  json contact() const {
    const syntax::Contact& from = protocol_.metadata().contact;
    if (from == syntax::Contact{}) return nullptr;
    return {{"email", text_or_null(from.email)}, {"phone", text_or_null(from.phone)}};
  }

  json versions() const {
    json to = json::array();
    for (const syntax::Version& from : protocol_.metadata().versions) {
      to.push_back({{"version", text_or_null(from.version)},
                    {"date", dated(from.date)},
                    {"authority", text_or_null(from.authority)},
                    {"minute", text_or_null(from.minute)},
                    {"note", text_or_null(from.note)}});
    }
    return to;
  }

  json signoff() const {
    json to = json::array();
    for (const syntax::Signature& from : protocol_.metadata().signoff) {
      to.push_back({{"role", from.role}, {"name", from.name}, {"date", dated(from.date)}});
    }
    return to;
  }

  json source() const {
    const syntax::Origin& from = protocol_.metadata().source;
    if (from == syntax::Origin{}) return nullptr;
    return {{"url", is_web_address(from.url) ? json(from.url) : json()},
            {"retrieved", dated(from.retrieved)},
            {"sha256", text_or_null(from.sha256)}};
  }

  json repairs() const {
    json to = json::array();
    for (const syntax::Repair& from : protocol_.metadata().repairs) {
      const Clause* const at = repaired(from.at);
      to.push_back({{"at", from.at},
                    {"to_id", at ? json(at->key) : json()},
                    {"from", from.from},
                    {"to", from.to},
                    {"note", text_or_null(from.note)}});
    }
    return to;
  }

  // A repair names its clause by number, identifier, or heading.
  const Clause* repaired(const std::string& at) const {
    for (const Clause& clause : protocol_.clauses()) {
      if (clause.full_number == at || clause.key == at) return &clause;
    }
    for (const Clause& clause : protocol_.clauses()) {
      if (clause.kind == Kind::section && clause.heading.text.starts_with(at)) return &clause;
    }
    return nullptr;
  }

  // ---- lists about the clauses ----

  json sics() const {
    json to = json::array();
    for (const Clause& clause : protocol_.clauses()) {
      if (const std::string* const reason = clause.attributes.find("sic")) {
        to.push_back({{"id", clause.key}, {"label", label(clause.id)}, {"reason", *reason}});
      }
    }
    return to;
  }

  json contents(const std::vector<ClauseId>& ids) const {
    json to = json::array();
    for (const ClauseId id : ids) {
      const Clause& clause = protocol_[id];
      if (clause.kind != Kind::section || is_title(clause)) continue;
      to.push_back(object({{"id", clause.key},
                           {"number", text_or_null(clause.number.label)},
                           {"heading", clause.heading.text},
                           {"children", contents(clause.children)}}));
    }
    return to;
  }

  json definitions() const {
    json to = json::array();
    for (const Definition& from : protocol_.definitions()) {
      json uses = json::array();
      ClauseId last = from.clause;
      for (const passes::Mention& use : from.uses) {
        if (use.clause == last) continue;
        last = use.clause;
        uses.push_back(place(last));
      }
      to.push_back({{"term", from.term},
                    {"clause", protocol_[from.clause].key},
                    {"label", label(from.clause)},
                    {"uses", std::move(uses)}});
    }
    return to;
  }

  json roles() const {
    std::map<std::string_view, json> by_id;
    for (const passes::RoleUse& use : protocol_.roles()) {
      json& role = by_id[use.role];
      if (role.is_null()) {
        role = object({{"id", use.role}, {"title", use.title}, {"uses", json::array()}});
      }
      role.find("uses"sv)->push_back(object({{"begin", use.mention.range.begin},
                                             {"clause", protocol_[use.mention.clause].key},
                                             {"end", use.mention.range.end}}));
    }
    json to = json::array();
    for (auto& [id, role] : by_id) to.push_back(std::move(role));
    return to;
  }

  json external() const {
    json to = json::array();
    for (const Reference& from : protocol_.references()) {
      if (from.kind != ReferenceKind::external) continue;
      to.push_back({{"from", protocol_[from.from].key},
                    {"label", label(from.from)},
                    {"text", from.target.empty() ? from.text : from.target}});
    }
    return to;
  }

  // ---- clauses ----

  void add_clauses(json& model) {
    model["heading"] = nullptr;
    json& clauses = model["clauses"] = json::array();
    json& footnotes = model["footnotes"] = json::array();
    for (const ClauseId id : protocol_.graph().roots) {
      const Clause& clause = protocol_[id];
      if (clause.kind == Kind::footnote) {
        footnotes.push_back(make_clause(clause));
      } else if (is_title(clause)) {
        model["heading"] = make_clause(clause);
      } else {
        clauses.push_back(make_clause(clause));
      }
    }
    for (json& note : footnotes) {
      const auto marks = note_marks_.find(note["id"].get_ref<const std::string&>());
      note["references"] = marks == note_marks_.end() ? json::array() : std::move(marks->second);
    }
  }

  // Its own words first, and then its children: notes list their marks in the order of the text.
  json make_clause(const Clause& from) {
    json runs = from.table ? json::array() : runs_of(from, from.words(), 0);
    json rows = table(from);
    return object(
        {{"children", children(from)},
         {"citation", citation(from.id)},
         {"counterparts", nullptr},
         {"from", attribute(from, "from")},
         {"full_number", text_or_null(from.full_number)},
         {"heading_level", from.kind == Kind::section ? json(std::min(from.level + 2, 6)) : json()},
         {"id", from.key},
         {"kind", name_of(from.kind)},
         {"label", label(from.id)},
         {"level", from.level},
         {"number", text_or_null(from.number.label)},
         {"place", name_of(from.place)},
         {"referred_by", referrers(from.id)},
         {"runs", std::move(runs)},
         {"sic", attribute(from, "sic")},
         {"table", std::move(rows)},
         {"text", from.words().text},
         {"topic", text_or_null(protocol_.topic(from.id))}});
  }

  json children(const Clause& clause) {
    json to = json::array();
    for (const ClauseId id : clause.children) to.push_back(make_clause(protocol_[id]));
    return to;
  }

  json referrers(ClauseId clause) const {
    json to = json::array();
    for (const ClauseId id : protocol_.referred_by(clause)) to.push_back(place(id));
    return to;
  }

  static json attribute(const Clause& clause, std::string_view key) {
    const std::string* const value = clause.attributes.find(key);
    return value ? json(*value) : json();
  }

  json table(const Clause& from) {
    if (!from.table) return nullptr;
    std::size_t offset = 0;
    const auto row = [&](const std::vector<syntax::Cell>& cells) {
      json to = json::array();
      for (const syntax::Cell& cell : cells) {
        offset = std::min(from.text.text.find(cell.prose.text, offset), from.text.text.size());
        to.push_back(runs_of(from, cell.prose, static_cast<std::uint32_t>(offset)));
        offset += cell.prose.text.size();
      }
      return to;
    };
    json header = row(from.table->header);
    json rows = json::array();
    for (const auto& cells : from.table->rows) rows.push_back(row(cells));
    return {{"header", std::move(header)}, {"rows", std::move(rows)}};
  }

  const std::string& label(ClauseId id) const { return labels_[graph::index(id)]; }

  json place(ClauseId id) const {
    return object({{"id", protocol_[id].key}, {"label", label(id)}});
  }

  std::string citation(ClauseId id) const {
    return fmt::format("{}, {}, {}", name(), protocol_.metadata().title, label(id));
  }

  // A clause's words and those below it, until they are enough for a preview.
  std::string preview(ClauseId id) const {
    std::string text;
    gather(id, text);
    return shorten(text);
  }

  void gather(ClauseId id, std::string& text) const {
    const Clause& clause = protocol_[id];
    if (!text.empty()) text += ' ';
    if (!text.empty() && clause.number.present()) text += clause.number.label + ' ';
    text += clause.words().text;
    for (const ClauseId child : clause.children) {
      if (text.size() > 4 * preview_length) return;
      gather(child, text);
    }
  }

  // ---- links over the words ----

  // The words of a clause, or of one cell of its table that begins at the offset in its text.
  json runs_of(const Clause& clause, const Prose& prose, std::uint32_t offset) {
    std::vector<Link> links;
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
    for (const Link& term : terms_[graph::index(clause.id)]) {
      add_within(term, prose, offset, links);
    }
    return runs(prose, std::move(links), std::move(insertions));
  }

  static void add_within(Link link, const Prose& prose, std::uint32_t offset,
                         std::vector<Link>& links) {
    if (link.range.begin < offset || link.range.end > offset + prose.text.size()) return;
    link.range = {link.range.begin - offset, link.range.end - offset};
    links.push_back(std::move(link));
  }

  void add_written_link(const Clause& clause, const Mark& mark, std::uint32_t offset,
                        std::vector<Link>& links, std::vector<Insertion>& insertions) const {
    json link = link_of(clause, mark, offset);
    if (mark.range.begin < mark.range.end) {
      links.push_back({mark.range, Rank::written, std::move(link)});
      return;
    }
    json run =
        plain_run(link["label"].is_string() ? link["label"].get<std::string>() : mark.target);
    run["link"] = std::move(link);
    insertions.push_back({mark.range.begin, std::move(run)});
  }

  json link_of(const Clause& clause, const Mark& mark, std::uint32_t offset) const {
    if (mark.target.starts_with('#')) {
      const auto to = protocol_.graph().find(std::string_view(mark.target).substr(1));
      return to ? internal_link("internal", *to) : outward_link("external", "");
    }
    if (is_web_address(mark.target)) return outward_link("web", mark.target);
    for (const Reference* reference : references_[graph::index(clause.id)]) {
      const bool same = reference->range.begin < mark.range.end + offset &&
                        mark.range.begin + offset < reference->range.end;
      if (same) return link_of(*reference);
    }
    return outward_link("external", "");
  }

  json link_of(const Reference& reference) const {
    if (reference.kind == ReferenceKind::internal && reference.to) {
      return internal_link("internal", *reference.to);
    }
    const bool instrument = reference.kind == ReferenceKind::instrument;
    return outward_link(instrument              ? "instrument"
                        : reference.uri.empty() ? "external"
                                                : "web",
                        reference.uri);
  }

  json internal_link(std::string_view kind, ClauseId to) const {
    const std::string& key = protocol_[to].key;
    return object({{"href", "#" + key},
                   {"kind", kind},
                   {"label", label(to)},
                   {"preview", preview(to)},
                   {"to", key}});
  }

  static json outward_link(std::string_view kind, const std::string& uri) {
    return object({{"href", is_web_address(uri) ? json(uri) : json()},
                   {"kind", kind},
                   {"label", nullptr},
                   {"preview", nullptr},
                   {"to", nullptr}});
  }

  // The first use in each section is linked, and none in a heading: a page on which every "Member"
  // is a link cannot be read. All uses stand in the list of definitions.
  void link_first_uses(const Definition& definition) {
    std::optional<ClauseId> last;
    for (const passes::Mention& use : definition.uses) {
      const ClauseId section = top(use.clause);
      if (section == last || use.clause == definition.clause) continue;
      if (protocol_[use.clause].kind == Kind::section) continue;
      last = section;
      terms_[graph::index(use.clause)].push_back(
          {use.range, Rank::term, internal_link("term", definition.clause)});
    }
  }

  ClauseId top(ClauseId id) const {
    while (protocol_[id].parent) id = *protocol_[id].parent;
    return id;
  }

  // A footnote mark; the note's list of marks grows by it.
  json note_mark(const Clause& clause, const std::string& note_label) {
    const auto found = notes_.find(note_label);
    if (found == notes_.end()) return plain_run("[^" + note_label + "]");
    const std::string& id = protocol_[found->second].key;
    json& marks = note_marks_[id];
    std::string ref_id = "_fnref-" + (id.starts_with("fn") ? id.substr(2) : id);
    if (!marks.empty()) ref_id += fmt::format("-{}", marks.size() + 1);
    marks.push_back({{"id", ref_id}, {"clause", clause.key}, {"label", label(clause.id)}});
    json run = plain_run("");
    run["note"] = {{"id", id},
                   {"ref_id", std::move(ref_id)},
                   {"label", note_label},
                   {"text", preview(found->second)}};
    return run;
  }

  const Protocol& protocol_;
  std::string as_of_;
  std::vector<std::string> labels_;                        // by clause
  std::vector<std::vector<const Reference*>> references_;  // by clause
  std::vector<std::vector<Link>> terms_;                   // by clause
  std::map<std::string, ClauseId> notes_;                  // by printed label
  std::map<std::string, json> note_marks_;                 // by the note's id, in order
};

}  // namespace

json date(const syntax::Date& date, std::string_view language) {
  if (!date.present()) return nullptr;
  return {{"iso", date.iso}, {"words", in_words(date, language)}};
}

json protocol(const Protocol& protocol, const std::string& as_of) {
  return Model(protocol, as_of).make();
}

}  // namespace concord::view
