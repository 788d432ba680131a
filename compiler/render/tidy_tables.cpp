#include "render/tidy_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "language/modals.h"
#include "language/words.h"
#include "render/data.h"

namespace concord::render {
namespace {

using compare::ClauseRef;
using graph::Clause;
using passes::Protocol;

// One column: what it is called, and its value in a record.
template <typename Record>
struct Column {
  Field field;
  std::string (*value)(const Record&);
};

struct Heading {
  std::string_view name;
  std::string_view description;
  std::vector<std::string_view> key;
  std::vector<ForeignKey> foreign_keys;
};

// Calls what it is given with each record, in order.
template <typename Record>
using EachRecord = std::function<void(const std::function<void(const Record&)>&)>;

// `columns` are kept for good.
template <typename Record>
TidyTable table(Heading heading, const std::vector<Column<Record>>& columns,
                EachRecord<Record> each_record) {
  TidyTable made{heading.name,
                 heading.description,
                 {},
                 std::move(heading.key),
                 std::move(heading.foreign_keys),
                 {}};
  for (const Column<Record>& column : columns) made.fields.push_back(column.field);
  made.each_row = [&columns, each_record = std::move(each_record)](const auto& use) {
    TidyRow row(columns.size());
    each_record([&](const Record& record) {
      for (std::size_t i = 0; i < columns.size(); ++i) row[i] = columns[i].value(record);
      use(row);
    });
  };
  return made;
}

template <typename Record>
EachRecord<Record> each_of(std::vector<Record> records) {
  return [records = std::move(records)](const auto& use) {
    for (const Record& record : records) use(record);
  };
}

constexpr FieldType integer = FieldType::integer;
constexpr FieldType number = FieldType::number;
constexpr FieldType boolean = FieldType::boolean;
constexpr FieldType string = FieldType::string;

std::string yes_or_no(bool value) {
  return value ? "true" : "false";
}

std::size_t count_words(std::string_view text) {
  return language::Words(text).size();
}

// --- councils

TidyTable councils(std::span<const Protocol> protocols) {
  using Record = const Protocol*;
  std::vector<Record> records;
  for (const Protocol& protocol : protocols) records.push_back(&protocol);
  static const std::vector<Column<Record>> columns = {
      {{"council", string, "identifier of the protocol"},
       [](const Record& of) { return of->metadata().id; }},
      {{"name", string, "short name of the council"},
       [](const Record& of) { return of->metadata().name; }},
      {{"full_name", string, "name of the council in full"},
       [](const Record& of) { return of->metadata().council; }},
      {{"title", string, "title of the protocol"},
       [](const Record& of) { return of->metadata().title; }},
      {{"status", string, "draft, adopted or superseded"},
       [](const Record& of) { return std::string(syntax::name_of(of->metadata().status)); }},
      {{"governance", string, "executive, committee or parish; empty if not given"},
       [](const Record& of) { return of->metadata().governance; }},
      {{"language", string, "language of the text (BCP 47)"},
       [](const Record& of) { return of->metadata().language; }},
      {{"adopted", string, "date of adoption (ISO 8601, as exact as the source)"},
       [](const Record& of) { return of->metadata().adopted.date.iso; }},
      {{"review_due", string, "date by which a review is due"},
       [](const Record& of) { return of->metadata().review.due.iso; }},
      {{"source", string, "address from which the text was retrieved"},
       [](const Record& of) { return of->metadata().source.url; }},
      {{"retrieved", string, "date on which it was retrieved"},
       [](const Record& of) { return of->metadata().source.retrieved.iso; }},
      {{"clauses", integer, "number of clauses, headings included"},
       [](const Record& of) { return std::to_string(of->clauses().size()); }},
      {{"sha256", string, "SHA-256 of the document that the text was made of; empty if not given"},
       [](const Record& of) { return of->metadata().source.sha256; }}};
  return table<Record>({"councils", "One row for each protocol.", {"council"}, {}}, columns,
                       each_of(std::move(records)));
}

// --- clauses

struct InText {
  const Protocol* protocol;
  const Clause* clause;
};

std::string id_of(const InText& of) {
  return of.protocol->global_id(of.clause->id);
}

EachRecord<InText> all_clauses(std::span<const Protocol> protocols) {
  return [protocols](const auto& use) {
    for (const Protocol& protocol : protocols)
      for (const Clause& clause : protocol.clauses()) use({&protocol, &clause});
  };
}

TidyTable clauses(std::span<const Protocol> protocols) {
  static const std::vector<Column<InText>> columns = {
      {{"clause", string, "identifier of the clause in the corpus"}, id_of},
      {{"council", string, "protocol that it belongs to"},
       [](const InText& of) { return of.protocol->metadata().id; }},
      {{"position", integer, "place in the document, from 0"},
       [](const InText& of) { return std::to_string(graph::index(of.clause->id)); }},
      {{"kind", string, "section, clause, item, paragraph, quote, table or footnote"},
       [](const InText& of) { return std::string(graph::name_of(of.clause->kind)); }},
      {{"number", string, "full number; empty if unnumbered"},
       [](const InText& of) { return of.clause->full_number; }},
      {{"parent", string, "clause that it stands in"},
       [](const InText& of) {
         return of.clause->parent ? of.protocol->global_id(*of.clause->parent) : std::string();
       }},
      {{"level", integer, "depth of nesting, from 0"},
       [](const InText& of) { return std::to_string(of.clause->level); }},
      {{"topic", string, "topic in the register; empty for none"},
       [](const InText& of) { return of.protocol->topic(of.clause->id); }},
      {{"words", integer, "number of words"},
       [](const InText& of) { return std::to_string(count_words(of.clause->words().text)); }},
      {{"text", string, "words of the clause, or of the heading of a section"},
       [](const InText& of) { return of.clause->words().text; }}};
  return table<InText>({"clauses",
                        "One row for each clause, in document order.",
                        {"clause"},
                        {{"council", "councils", "council"}, {"parent", "clauses", "clause"}}},
                       columns, all_clauses(protocols));
}

// --- references, definitions, roles

template <typename Found>
struct Of {
  const Protocol* protocol;
  const Found* found;
};

template <typename Found>
EachRecord<Of<Found>> all_of(std::span<const Protocol> protocols,
                             std::span<const Found> (Protocol::*list)() const) {
  return [protocols, list](const auto& use) {
    for (const Protocol& protocol : protocols)
      for (const Found& found : (protocol.*list)()) use({&protocol, &found});
  };
}

TidyTable references(std::span<const Protocol> protocols) {
  using Record = Of<passes::Reference>;
  static const std::vector<Column<Record>> columns = {
      {{"clause", string, "clause that refers"},
       [](const Record& of) { return of.protocol->global_id(of.found->from); }},
      {{"text", string, "words of the reference"}, [](const Record& of) { return of.found->text; }},
      {{"kind", string, "internal, external or instrument"},
       [](const Record& of) { return std::string(name_of(of.found->kind)); }},
      {{"to", string, "clause referred to; empty if none or not found"},
       [](const Record& of) {
         return of.found->to ? of.protocol->global_id(*of.found->to) : std::string();
       }},
      {{"target", string, "instrument in the register, or the words for another document"},
       [](const Record& of) { return of.found->target; }},
      {{"address", string, "web address, if there is one"},
       [](const Record& of) { return of.found->uri; }},
      {{"ambiguous", boolean, "whether it could lead to several clauses"},
       [](const Record& of) { return yes_or_no(of.found->ambiguous); }}};
  return table<Record>({"references",
                        "One row for each cross-reference and each citation of an instrument.",
                        {},
                        {{"clause", "clauses", "clause"}, {"to", "clauses", "clause"}}},
                       columns, all_of(protocols, &Protocol::references));
}

TidyTable definitions(std::span<const Protocol> protocols) {
  using Record = Of<passes::Definition>;
  static const std::vector<Column<Record>> columns = {
      {{"clause", string, "clause that defines the term"},
       [](const Record& of) { return of.protocol->global_id(of.found->clause); }},
      {{"term", string, "term as first written"}, [](const Record& of) { return of.found->term; }},
      {{"uses", integer, "number of places that use it, the definition not counted"},
       [](const Record& of) { return std::to_string(of.found->uses.size()); }}};
  return table<Record>(
      {"definitions", "One row for each defined term.", {}, {{"clause", "clauses", "clause"}}},
      columns, all_of(protocols, &Protocol::definitions));
}

TidyTable roles(std::span<const Protocol> protocols) {
  using Record = Of<passes::RoleUse>;
  static const std::vector<Column<Record>> columns = {
      {{"clause", string, "clause that names the role"},
       [](const Record& of) { return of.protocol->global_id(of.found->mention.clause); }},
      {{"role", string, "role in the register"}, [](const Record& of) { return of.found->role; }},
      {{"title", string, "title as printed"}, [](const Record& of) { return of.found->title; }},
      {{"begin", integer, "first byte in the clause's words, from 0"},
       [](const Record& of) { return std::to_string(of.found->mention.range.begin); }},
      {{"end", integer, "byte after the last"},
       [](const Record& of) { return std::to_string(of.found->mention.range.end); }}};
  return table<Record>(
      {"roles", "One row for each mention of a role.", {}, {{"clause", "clauses", "clause"}}},
      columns, all_of(protocols, &Protocol::roles));
}

// --- modals

struct ModalUse {
  InText in;
  language::Modal modal;
  syntax::Range range;
  std::string bearer;  // the role that stands right before it; empty for none
};

std::string_view name_of(syntax::Force force) {
  switch (force) {
    case syntax::Force::duty:
      return "duty";
    case syntax::Force::future:
      return "future";
    case syntax::Force::advice:
      return "advice";
    case syntax::Force::permission:
      return "permission";
    case syntax::Force::possibility:
      return "possibility";
    case syntax::Force::freedom:
      return "freedom";
  }
  return "";
}

// The modal verbs of one protocol.
class ModalFinder {
 public:
  ModalFinder(const Protocol& protocol, const language::Modals& known)
      : protocol_(protocol), known_(known) {
    for (const passes::RoleUse& use : protocol.roles())
      roles_.emplace(std::pair(use.mention.clause, use.mention.range.end), use.role);
  }

  void each(const std::function<void(const ModalUse&)>& use) const {
    for (const Clause& clause : protocol_.clauses())
      if (clause.kind != graph::Kind::section) each_in(clause, use);
  }

 private:
  void each_in(const Clause& clause, const std::function<void(const ModalUse&)>& use) const {
    const language::Words words(clause.words().text);
    const std::span<const language::Word> all(words.begin(), words.end());
    for (std::size_t at = 0; at < all.size();) {
      const auto modal = known_.at(all, at);
      if (!modal) {
        ++at;
        continue;
      }
      const std::size_t last = at + modal->word_count - 1;
      const syntax::Range range{all[at].range.begin, all[last].range.end};
      use({{&protocol_, &clause}, *modal, range, role_before(clause.id, range.begin)});
      at = last + 1;
    }
  }

  // "Officers must": a role further off may be an object, and is not told.
  std::string role_before(graph::ClauseId clause, std::uint32_t modal) const {
    if (modal == 0) return {};
    const auto role = roles_.find({clause, modal - 1});
    return role == roles_.end() ? std::string() : role->second;
  }

  const Protocol& protocol_;
  const language::Modals& known_;
  std::map<std::pair<graph::ClauseId, std::uint32_t>, std::string> roles_;  // by where they end
};

TidyTable modals(const TidySources& sources) {
  const EachRecord<ModalUse> uses = [protocols = sources.protocols,
                                     known = language::Modals(sources.lists)](const auto& use) {
    for (const Protocol& protocol : protocols) ModalFinder(protocol, known).each(use);
  };
  static const std::vector<Column<ModalUse>> columns = {
      {{"clause", string, "clause that has the modal verb"},
       [](const ModalUse& of) { return id_of(of.in); }},
      {{"verb", string, "modal verb, by the name that its spellings share"},
       [](const ModalUse& of) { return of.modal.verb->verb; }},
      {{"force", string, "duty, future, advice, permission, possibility or freedom (from a duty)"},
       [](const ModalUse& of) { return std::string(name_of(of.modal.verb->force)); }},
      {{"negated", boolean, "whether it is negated"},
       [](const ModalUse& of) { return yes_or_no(of.modal.negated); }},
      {{"bearer", string, "role right before it; empty if another word stands there"},
       [](const ModalUse& of) { return of.bearer; }},
      {{"text", string, "words as printed"},
       [](const ModalUse& of) {
         return std::string(
             of.in.clause->words().text.substr(of.range.begin, of.range.end - of.range.begin));
       }},
      {{"begin", integer, "first byte in the clause's words, from 0"},
       [](const ModalUse& of) { return std::to_string(of.range.begin); }},
      {{"end", integer, "byte after the last"},
       [](const ModalUse& of) { return std::to_string(of.range.end); }}};
  return table<ModalUse>(
      {"modals", "One row for each modal verb.", {}, {{"clause", "clauses", "clause"}}}, columns,
      uses);
}

// --- the comparison

class Compared {
 public:
  explicit Compared(const TidySources& sources)
      : protocols_(sources.protocols), comparison_(*sources.comparison), peers_(*sources.peers) {}

  TidyTable rows() const {
    using Record = RowRecord;
    const EachRecord<Record> records = [of = *this](const auto& use) {
      const auto rows = of.comparison_.rows();
      const auto differing = of.comparison_.differing_rows();
      for (std::size_t i = 0; i < rows.size(); ++i) use({rows[i], differing[i]});
    };
    static const std::vector<Column<Record>> columns = {
        {{"row", string, "identifier of the row: of its provision in the register, if it has one"},
         [](const Record& of) { return of.row.id; }},
        {{"provisional", boolean,
          "whether the register lacks it, so that the identifier may change"},
         [](const Record& of) { return yes_or_no(of.row.provisional); }},
        {{"title", string, "what it provides"}, [](const Record& of) { return of.row.title; }},
        {{"question", string, "what it answers; empty if the register lacks it"},
         [](const Record& of) { return of.row.question; }},
        {{"topic", string, "topic in the register; empty for none"},
         [](const Record& of) { return of.row.topic; }},
        {{"wordings", integer, "number of different wordings"},
         [](const Record& of) { return std::to_string(of.row.wordings); }},
        {{"councils", integer, "number of councils with a clause of their own in the row"},
         [](const Record& of) { return std::to_string(compare::councils_stating(of.row)); }},
        {{"differs", string, "how surely some of them differ in effect: certain, likely or empty"},
         [](const Record& of) {
           return of.differs ? std::string(compare::name_of(*of.differs)) : std::string();
         }}};
    return table<Record>(
        {"rows", "One row for each provision of the comparison matrix.", {"row"}, {}}, columns,
        records);
  }

  TidyTable cells() const {
    const EachRecord<CellClause> records = [of = *this](const auto& use) {
      for (const compare::Row& row : of.comparison_.rows())
        for (const compare::Cell& cell : compare::listed_cells(row, of.protocols_.size()))
          of.each_clause(row, cell, use);
    };
    static const std::vector<Column<CellClause>> columns = {
        {{"row", string, "row of the matrix"}, [](const CellClause& of) { return of.row; }},
        {{"council", string, "whose cell it is"}, [](const CellClause& of) { return of.council; }},
        {{"clause", string,
          "clause in the cell, or one whose reference leads elsewhere; empty where none was found"},
         [](const CellClause& of) { return of.clause; }},
        {{"state", string, "how it compares with the leading wording of the row"},
         [](const CellClause& of) { return of.state; }},
        {{"wording", string, "letter of its wording, A being the most common; empty for elsewhere"},
         [](const CellClause& of) { return of.wording; }},
        {{"lead_in", boolean, "whether it only leads into the clause after it"},
         [](const CellClause& of) { return of.lead_in; }},
        {{"basis", string,
          "what it stands here by: the leading wording, a link to that (link), links to others of "
          "the row alone (others), or the register's provision alone (provision)"},
         [](const CellClause& of) { return of.basis; }}};
    return table<CellClause>(
        {"cells",
         "One row for each clause in a cell of the matrix, and for each council of which nothing "
         "was found in a row. Of more than nine councils, the latter are left out.",
         {},
         {{"row", "rows", "row"},
          {"council", "councils", "council"},
          {"clause", "clauses", "clause"}}},
        columns, records);
  }

  TidyTable peers() const {
    const EachRecord<PeerRecord> records = [of = *this](const auto& use) {
      for (std::size_t i = 0; i < of.protocols_.size(); ++i)
        for (const std::uint32_t peer : of.peers_.of[i].councils)
          use({of.id_of(i), of.id_of(peer),
               std::string(compare::name_of(of.peers_.of[i].chosen_by))});
    };
    static const std::vector<Column<PeerRecord>> columns = {
        {{"council", string, "protocol"}, [](const PeerRecord& of) { return of.council; }},
        {{"peer", string, "protocol that it is compared with"},
         [](const PeerRecord& of) { return of.peer; }},
        {{"chosen_by", string,
          "everybody (up to nine councils), front-matter, command-line, or nearest (those with "
          "which it shares most provisions)"},
         [](const PeerRecord& of) { return of.chosen_by; }}};
    return table<PeerRecord>(
        {"peers",
         "One row for each council and each of its peers.",
         {"council", "peer"},
         {{"council", "councils", "council"}, {"peer", "councils", "council"}}},
        columns, records);
  }

  TidyTable pairs() const {
    const EachRecord<PairRecord> records = [of = *this](const auto& use) {
      for (const auto& [a, b] : of.peers_.pairs)
        use({of.id_of(a), of.id_of(b), of.comparison_.summary(a, b)});
    };
    using Record = PairRecord;
    static const std::vector<Column<Record>> columns = {
        {{"a", string, "the first council"}, [](const Record& of) { return of.a; }},
        {{"b", string, "the second"}, [](const Record& of) { return of.b; }},
        {{"similarity", number, "share of both texts' words in clauses that are linked"},
         [](const Record& of) { return fmt::format("{:.4f}", of.summary.similarity); }},
        {{"shared_wording", number, "share of their words in clauses of one wording"},
         [](const Record& of) { return fmt::format("{:.4f}", of.summary.shared_wording); }},
        {{"identical", integer, "links of that relation"},
         [](const Record& of) { return std::to_string(of.summary.identical); }},
        {{"vocabulary", integer, "links of that relation"},
         [](const Record& of) { return std::to_string(of.summary.vocabulary); }},
        {{"reworded", integer, "links of that relation"},
         [](const Record& of) { return std::to_string(of.summary.reworded); }},
        {{"part", integer, "links with the relation contains, contained or overlaps"},
         [](const Record& of) { return std::to_string(of.summary.part); }},
        {{"differs", integer, "links that certainly differ in effect"},
         [](const Record& of) { return std::to_string(of.summary.differs); }},
        {{"only_a", integer, "clauses of the first without a link to the second"},
         [](const Record& of) { return std::to_string(of.summary.only_a); }},
        {{"only_b", integer, "clauses of the second without a link to the first"},
         [](const Record& of) { return std::to_string(of.summary.only_b); }}};
    return table<Record>({"pairs",
                          "One row for each two councils whose links and differences were made: "
                          "each council and its peers.",
                          {"a", "b"},
                          {{"a", "councils", "council"}, {"b", "councils", "council"}}},
                         columns, records);
  }

  TidyTable links() const {
    const EachRecord<LinkRecord> records = [of = *this](const auto& use) {
      for (const auto& [a, b] : of.peers_.pairs)
        for (const compare::Link& link : of.comparison_.links(a, b)) use(of.link_record(link));
    };
    static const std::vector<Column<LinkRecord>> columns = {
        {{"a", string, "clause of the first council"}, [](const LinkRecord& of) { return of.a; }},
        {{"b", string, "clause of the second"}, [](const LinkRecord& of) { return of.b; }},
        {{"relation", string, "identical, vocabulary, reworded, contains, contained or overlaps"},
         [](const LinkRecord& of) { return std::string(compare::name_of(of.link.relation)); }},
        {{"score", number, "probability that both state one provision"},
         [](const LinkRecord& of) { return fmt::format("{:.4f}", of.link.score); }},
        {{"found_by", string, "step of the comparison that found it"},
         [](const LinkRecord& of) { return std::string(compare::name_of(of.link.found_by)); }},
        {{"provision", string,
          "provision of the register that both state by the words known of it; empty where their "
          "own "
          "words link them"},
         [](const LinkRecord& of) { return of.link.provision; }},
        {{"a_passage", string, "words of the first that carry the link"},
         [](const LinkRecord& of) { return of.a_passage; }},
        {{"b_passage", string, "words of the second"},
         [](const LinkRecord& of) { return of.b_passage; }},
        {{"coverage", number, "share of each of these passages found in the other, the lower one"},
         [](const LinkRecord& of) {
           return of.link.segments.empty()
                      ? std::string()
                      : fmt::format("{:.4f}", of.link.segments.front().coverage);
         }}};
    return table<LinkRecord>(
        {"links",
         "One row for each two clauses, of a council and a peer, that state the same "
         "provision.",
         {"a", "b"},
         {{"a", "clauses", "clause"}, {"b", "clauses", "clause"}}},
        columns, records);
  }

  TidyTable differences() const {
    const EachRecord<DifferenceRecord> records = [of = *this](const auto& use) {
      for (const auto& [a, b] : of.peers_.pairs)
        for (const compare::Divergence& difference :
             of.comparison_.divergences(a, b, compare::Certainty::possible))
          use({of.id(difference.a), of.id(difference.b), difference, of.row_of(difference)});
    };
    using Record = DifferenceRecord;
    static const std::vector<Column<Record>> columns = {
        {{"a", string, "clause of the first council"}, [](const Record& of) { return of.a; }},
        {{"b", string, "clause of the second"}, [](const Record& of) { return of.b; }},
        {{"type", string, "kind of difference"},
         [](const Record& of) { return std::string(compare::name_of(of.difference.type)); }},
        {{"certainty", string, "certain, likely or possible"},
         [](const Record& of) { return std::string(compare::name_of(of.difference.certainty)); }},
        {{"a_statement", string, "statement of the first"},
         [](const Record& of) { return of.difference.a_statement.text; }},
        {{"b_statement", string, "statement of the second"},
         [](const Record& of) { return of.difference.b_statement.text; }},
        {{"a_words", string, "deciding words of the first; empty if the second adds them"},
         [](const Record& of) { return of.difference.a_words; }},
        {{"b_words", string, "deciding words of the second"},
         [](const Record& of) { return of.difference.b_words; }},
        {{"confidence", number,
          "how sure it is, 0 to 1: a possible difference has a scale of its own, and may have more "
          "than a likely one"},
         [](const Record& of) { return fmt::format("{:.4f}", of.difference.confidence); }},
        {{"row", string, "row of the matrix that shows it; empty where none has both clauses"},
         [](const Record& of) { return of.row; }}};
    return table<Record>(
        {"differences",
         "One row for each possible difference in effect between linked clauses.",
         {"a", "b", "type"},
         {{"a", "clauses", "clause"}, {"b", "clauses", "clause"}, {"row", "rows", "row"}}},
        columns, records);
  }

 private:
  struct RowRecord {
    const compare::Row& row;
    std::optional<compare::Certainty> differs;
  };
  struct CellClause {
    std::string row, council, clause, state, wording, lead_in, basis;
  };
  struct LinkRecord {
    std::string a, b;
    const compare::Link& link;
    std::string a_passage, b_passage;  // the best
  };
  struct DifferenceRecord {
    std::string a, b;
    const compare::Divergence& difference;
    std::string row;
  };
  struct PeerRecord {
    std::string council, peer, chosen_by;
  };
  struct PairRecord {
    std::string a, b;
    compare::PairSummary summary;
  };

  void each_clause(const compare::Row& row, const compare::Cell& cell,
                   const std::function<void(const CellClause&)>& use) const {
    const std::string& council = protocols_[cell.protocol].metadata().id;
    for (const compare::Entry& entry : cell.entries) {
      use({row.id, council, id(entry.clause), std::string(compare::name_of(entry.state)),
           compare::wording_letter(entry.wording), yes_or_no(entry.lead_in),
           entry.lead_in ? "" : std::string(compare::name_of(entry.basis))});
    }
    const std::string refers(compare::name_of(cell.refers_state()));
    for (const ClauseRef& from : cell.refers)
      use({row.id, council, id(from), refers, "", "false", ""});
    const std::string state(compare::name_of(cell.state));
    if (cell.state >= compare::State::none) use({row.id, council, "", state, "", "false", ""});
  }

  LinkRecord link_record(const compare::Link& link) const {
    LinkRecord record{id(link.a), id(link.b), link, {}, {}};
    if (link.segments.empty()) return record;
    const auto words = [&](const ClauseRef& of, syntax::Range range) {
      return std::string(language::slice(protocols_[of.protocol][of.clause].words().text, range));
    };
    record.a_passage = words(link.a, link.segments.front().a);
    record.b_passage = words(link.b, link.segments.front().b);
    return record;
  }

  std::string row_of(const compare::Divergence& difference) const {
    const std::vector<std::uint32_t> rows = comparison_.rows_of(difference);
    return rows.empty() ? std::string() : comparison_.rows()[rows.front()].id;
  }

  const std::string& id_of(std::size_t council) const { return protocols_[council].metadata().id; }
  std::string id(const ClauseRef& of) const { return protocols_[of.protocol].global_id(of.clause); }

  std::span<const Protocol> protocols_;
  const compare::Comparison& comparison_;
  const compare::Peers& peers_;
};

}  // namespace

std::string_view name_of(FieldType type) {
  switch (type) {
    case FieldType::string:
      return "string";
    case FieldType::integer:
      return "integer";
    case FieldType::number:
      return "number";
    case FieldType::boolean:
      return "boolean";
  }
  return "";
}

std::vector<TidyTable> tidy_tables(const TidySources& sources) {
  const std::span<const Protocol> protocols = sources.protocols;
  std::vector<TidyTable> tables = {councils(protocols),    clauses(protocols),
                                   references(protocols),  modals(sources),
                                   definitions(protocols), roles(protocols)};
  if (sources.comparison != nullptr) {
    const Compared compared(sources);
    tables.push_back(compared.rows());
    tables.push_back(compared.cells());
    tables.push_back(compared.peers());
    tables.push_back(compared.pairs());
    tables.push_back(compared.links());
    tables.push_back(compared.differences());
  }
  return tables;
}

}  // namespace concord::render
