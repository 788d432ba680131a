#include "render/model_json.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "view/comparison_words.h"

namespace concord::render {
namespace {

using nlohmann::json;

json text_or_null(const std::string& text) {
  return text.empty() ? json() : json(text);
}

// The list with each element as `make` has it.
template <typename Element, typename Make>
json list_of(const std::vector<Element>& list, const Make& make) {
  json to = json::array();
  for (const Element& each : list) to.push_back(make(each));
  return to;
}

template <typename Value, typename Make>
json or_null(const std::optional<Value>& value, const Make& make) {
  return value ? make(*value) : json();
}

// ---- a protocol

json of_date(const view::Date& date) {
  return {{"iso", date.iso}, {"words", date.words}};
}

json of_date(const std::optional<view::Date>& date) {
  return date ? of_date(*date) : json();
}

json of_target(const view::Target& target) {
  return {{"id", target.id}, {"label", target.label}};
}

json of_note_mark(const view::NoteMark& mark) {
  return {{"id", mark.id},
          {"ref_id", mark.ref_id},
          {"label", mark.label},
          {"text", mark.text},
          {"apart", mark.apart}};
}

json of_link(const view::Link& link) {
  return {{"kind", view::name_of(link.kind)},
          {"href", text_or_null(link.href)},
          {"to", text_or_null(link.to)},
          {"label", text_or_null(link.label)}};
}

json of_run(const view::Run& run) {
  return {{"text", run.text},
          {"strong", run.strong},
          {"emphasis", run.emphasis},
          {"strike", run.strike},
          {"code", run.code},
          {"break", run.line_break},
          {"note", or_null(run.note, of_note_mark)},
          {"link", or_null(run.link, of_link)}};
}

json of_runs(const view::Runs& runs) {
  return list_of(runs, of_run);
}

json of_cells(const std::vector<view::Runs>& cells) {
  return list_of(cells, of_runs);
}

json of_table(const view::Table& table) {
  return {{"header", of_cells(table.header)}, {"rows", list_of(table.rows, of_cells)}};
}

json of_entry(const view::ContentsEntry& entry) {
  return {{"id", entry.id},
          {"number", text_or_null(entry.number)},
          {"heading", entry.heading},
          {"children", list_of(entry.children, of_entry)}};
}

json of_adoption(const view::Adoption& adopted) {
  return {{"date", of_date(adopted.date)},
          {"body", text_or_null(adopted.body)},
          {"minute", text_or_null(adopted.minute)}};
}

json of_review(const view::Review& review) {
  return {{"date", of_date(review.date)},
          {"due", of_date(review.due)},
          {"overdue", review.overdue},
          {"owner", text_or_null(review.owner)},
          {"note", text_or_null(review.note)}};
}

json of_contact(const view::Contact& contact) {
  return {{"email", text_or_null(contact.email)}, {"phone", text_or_null(contact.phone)}};
}

json of_version(const view::Version& version) {
  return {{"version", text_or_null(version.version)},
          {"date", of_date(version.date)},
          {"authority", text_or_null(version.authority)},
          {"minute", text_or_null(version.minute)},
          {"note", text_or_null(version.note)}};
}

json of_signature(const view::Signature& signature) {
  return {{"role", signature.role}, {"name", signature.name}, {"date", of_date(signature.date)}};
}

json of_source(const view::Source& source) {
  return {{"url", text_or_null(source.url)},
          {"retrieved", of_date(source.retrieved)},
          {"sha256", text_or_null(source.sha256)}};
}

json of_repair(const view::Repair& repair) {
  return {{"at", repair.at},
          {"to_id", text_or_null(repair.to_id)},
          {"from", repair.from},
          {"to", repair.to},
          {"note", text_or_null(repair.note)}};
}

json of_sic(const view::Sic& sic) {
  return {{"id", sic.clause.id}, {"label", sic.clause.label}, {"reason", sic.reason}};
}

json of_definition(const view::Definition& definition) {
  return {{"term", definition.term},
          {"clause", definition.clause.id},
          {"label", definition.clause.label},
          {"uses", list_of(definition.uses, of_target)}};
}

json of_role_use(const view::RoleUse& use) {
  return {{"clause", use.clause}, {"begin", use.begin}, {"end", use.end}};
}

json of_role(const view::Role& role) {
  return {{"id", role.id}, {"title", role.title}, {"uses", list_of(role.uses, of_role_use)}};
}

json of_external(const view::ExternalReference& reference) {
  return {{"from", reference.from.id}, {"label", reference.from.label}, {"text", reference.text}};
}

// A page in its two forms: all of it, and what stands on paper.
class PageJson {
 public:
  explicit PageJson(bool paper) : paper_(paper) {}

  json page(const view::Page& from) const {
    json to = {{"id", from.id},
               {"name", from.name},
               {"council", from.council},
               {"title", from.title},
               {"part", text_or_null(from.part)},
               {"status", syntax::name_of(from.status)},
               {"language", from.language},
               {"adopted", or_null(from.adopted, of_adoption)},
               {"review", or_null(from.review, of_review)},
               {"contact", or_null(from.contact, of_contact)},
               {"versions", list_of(from.versions, of_version)},
               {"signoff", list_of(from.signoff, of_signature)},
               {"source", or_null(from.source, of_source)},
               {"repairs", list_of(from.repairs, of_repair)},
               {"sics", list_of(from.sics, of_sic)},
               {"contents", list_of(from.contents, of_entry)},
               {"heading", from.heading ? clause(*from.heading) : json()},
               {"clauses", clauses(from.clauses)},
               {"footnotes", json::array()}};
    for (const view::Footnote& note : from.footnotes) to["footnotes"].push_back(footnote(note));
    if (!paper_) add_what_no_paper_has(from, to);
    return to;
  }

 private:
  static void add_what_no_paper_has(const view::Page& from, json& to) {
    to["governance"] = text_or_null(from.governance);
    to["purpose"] = text_or_null(from.purpose);
    to["definitions"] = list_of(from.definitions, of_definition);
    to["roles"] = list_of(from.roles, of_role);
    to["external"] = list_of(from.external, of_external);
  }

  json clauses(const std::vector<view::Clause>& from) const {
    return list_of(from, [this](const view::Clause& each) { return clause(each); });
  }

  json clause(const view::Clause& from) const {
    json to = {{"id", from.id},
               {"kind", graph::name_of(from.kind)},
               {"place", graph::name_of(from.place)},
               {"number", text_or_null(from.number)},
               {"label", from.label},
               {"heading_level", from.heading_level ? json(*from.heading_level) : json()},
               {"sic", text_or_null(from.sic)},
               {"from", text_or_null(from.from)},
               {"former", from.former},
               {"runs", of_runs(from.runs)},
               {"text", from.text},
               {"table", or_null(from.table, of_table)},
               {"children", clauses(from.children)}};
    if (paper_) return to;
    to["citation"] = from.citation;
    to["topic"] = text_or_null(from.topic);
    to["referred_by"] = list_of(from.referred_by, of_target);
    return to;
  }

  json footnote(const view::Footnote& from) const {
    json to = clause(from.clause);
    to["references"] = list_of(from.marks, of_target);
    return to;
  }

  bool paper_;
};

// ---- the matrix as a list

json of_list_row(const view::ListRow& row, const view::StateKey& key) {
  return {{"row", row.row},
          {"provisional", row.provisional},
          {"topic", row.topic},
          {"provision", row.provision},
          {"council", row.council},
          {"state", compare::name_of(row.state)},
          {"state_words", view::words_for(row.state, key)},
          {"wording", row.wording},
          {"have", row.have},
          {"differs", row.differs ? json(compare::name_of(*row.differs)) : json()},
          {"clauses", row.clauses},
          {"text", row.text}};
}

json of_meaning(const view::StateMeaning& meaning) {
  return {{"state", compare::name_of(meaning.state)},
          {"words", meaning.words},
          {"meaning", meaning.meaning}};
}

json of_matrix(const view::MatrixList& matrix) {
  return {{"as_of", text_or_null(matrix.as_of)},
          {"states", list_of(matrix.states, of_meaning)},
          {"rows", list_of(matrix.rows, [&](const view::ListRow& row) {
             return of_list_row(row, matrix.states);
           })}};
}

// ---- two councils side by side

json of_council(const view::Council& council) {
  return {{"id", council.id}, {"name", council.name}, {"council", council.council}};
}

json of_summary(const compare::PairSummary& summary) {
  return {{"identical", summary.identical},
          {"vocabulary", summary.vocabulary},
          {"reworded", summary.reworded},
          {"part", summary.part},
          {"differs", summary.differs},
          {"only_a", summary.only_a},
          {"only_b", summary.only_b},
          {"similarity", summary.similarity},
          {"shared_wording", summary.shared_wording}};
}

json of_piece(const view::Piece& piece) {
  return {{"kind", view::name_of(piece.kind)}, {"text", piece.text}};
}

json of_effect(const view::Effect& effect, const view::Words& words = view::Words()) {
  return {{"type", compare::name_of(effect.type)},
          {"type_words", view::words_for(effect.type, words)},
          {"a_words", effect.a_words},
          {"b_words", effect.b_words},
          {"certainty", compare::name_of(effect.certainty)},
          {"certainty_words", view::words_for(effect.certainty, words)},
          {"a_statement", effect.a_statement.text},
          {"b_statement", effect.b_statement.text}};
}

json of_side(const view::Side& side) {
  const auto relation = side.relation;
  return {
      {"council", side.place.council},
      {"name", side.place.name},
      {"label", side.place.label},
      {"clause", side.place.clause},
      {"pieces", list_of(side.pieces, of_piece)},
      {"relation", relation ? json(compare::name_of(*relation)) : json()},
      {"relation_words", relation ? view::words_for(*relation) : ""},
      {"moved", side.moved},
      {"first", side.first},
      {"divergences", list_of(side.effects, [](const view::Effect& e) { return of_effect(e); })}};
}

json of_block(const view::Block& block) {
  return {{"heading", block.heading ? json(*block.heading) : json()},
          {"only", block.only ? json(view::name_of(*block.only)) : json()},
          {"left", or_null(block.left, of_side)},
          {"right", list_of(block.right, of_side)}};
}

json of_pair(const view::Pair& pair) {
  return {{"a", of_council(pair.a)},
          {"b", of_council(pair.b)},
          {"summary", of_summary(pair.summary)},
          {"blocks", list_of(pair.blocks, of_block)}};
}

// ---- what other councils say

json of_place(const view::Place& place) {
  return {{"council", place.council},
          {"name", place.name},
          {"label", place.label},
          {"clause", place.clause}};
}

json of_peer_clause(const view::PeerClause& clause, const view::Words& words) {
  json to = of_place(clause.place);
  to["lead_in"] = text_or_null(clause.lead_in);
  to["pieces"] = list_of(clause.pieces, of_piece);
  to["relation"] = clause.relation ? json(compare::name_of(*clause.relation)) : json();
  to["relation_words"] = view::words_for_peer(clause, words);
  to["divergences"] =
      list_of(clause.effects, [&](const view::Effect& each) { return of_effect(each, words); });
  to["decided"] = text_or_null(clause.decided);
  return to;
}

json of_peer(const view::Peer& peer, const view::Words& words) {
  return {{"council", of_council(peer.council)},
          {"clauses", list_of(peer.clauses, [&](const view::PeerClause& each) {
             return of_peer_clause(each, words);
           })}};
}

json of_peer_provision(const view::PeerProvision& provision) {
  return {{"title", provision.title}, {"question", text_or_null(provision.question)}};
}

json of_choice(const view::PeerChoice& choice, const view::Words& words) {
  json to = of_place(choice.place);
  to["lead_in"] = text_or_null(choice.lead_in);
  to["text"] = choice.text;
  to["provisions"] = list_of(choice.provisions, of_peer_provision);
  to["peers"] = list_of(choice.peers, [&](const view::Peer& each) { return of_peer(each, words); });
  to["elsewhere"] = list_of(choice.elsewhere, of_place);
  to["no_counterpart_found"] = list_of(choice.without, of_council);
  to["none_in_excerpt"] = list_of(choice.excerpts, of_council);
  return to;
}

json of_peers(const view::Peers& peers) {
  const view::Words words(peers.language);
  return {
      {"council", text_or_null(peers.council.council)},
      {"described", view::described(peers)},
      {"choices", list_of(peers.choices,
                          [&](const view::PeerChoice& each) { return of_choice(each, words); })},
      {"caveats", view::caveats(peers)},
      {"as_of", text_or_null(peers.stamp.as_of)},
      {"made", text_or_null(view::words_for(peers.stamp, peers.language))}};
}

// ---- text

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
}

void remove_controls(json& value) {
  if (value.is_string()) {
    std::erase_if(value.get_ref<std::string&>(), is_control);
  } else if (value.is_structured()) {
    for (json& part : value) remove_controls(part);
  }
}

std::string for_paper(json value) {
  remove_controls(value);
  return value.dump();
}

std::string for_programs(const json& value) {
  return value.dump(2) + "\n";
}

// ---- a redline

json of_pieces(const std::vector<draft::Piece>& pieces) {
  return list_of(pieces, [](const draft::Piece& piece) {
    return json{{"kind", draft::name_of(piece.kind)},
                {"layer", draft::name_of(piece.layer)},
                {"text", piece.text}};
  });
}

json of_row(const draft::RowChange& row) {
  return {{"fate", draft::name_of(row.fate)}, {"cells", list_of(row.cells, of_pieces)}};
}

json of_table_change(const draft::TableChange& table) {
  return {{"header", of_row(table.header)}, {"rows", list_of(table.rows, of_row)}};
}

json of_redline_effect(const view::RedlineEffect& effect) {
  return {{"says", effect.says},
          {"before", text_or_null(effect.before)},
          {"after", text_or_null(effect.after)}};
}

json of_redline_clause(const view::RedlineClause& clause) {
  return {{"change", clause.change},
          {"label", clause.label},
          {"number_before", text_or_null(clause.number_before)},
          {"number_after", text_or_null(clause.number_after)},
          {"kind", draft::name_of(clause.kind)},
          {"fate", clause.fate},
          {"marks", clause.marks},
          {"effects", list_of(clause.effects, of_redline_effect)},
          {"heading_level", clause.heading_level},
          {"depth", clause.depth},
          {"footnote", clause.footnote},
          {"pieces", of_pieces(clause.pieces)},
          {"table", or_null(clause.table, of_table_change)}};
}

json of_redline_part(const view::RedlinePart& part, const std::string& language) {
  return {
      {"clause", or_null(part.clause, of_redline_clause)},
      {"gap", or_null(part.gap,
                      [](const view::RedlineGap& gap) {
                        return json{{"label", gap.label}, {"now", gap.now}};
                      })},
      {"folded", part.folded.empty() ? json() : json(view::label_of_fold(part.folded, language))}};
}

json of_redline_version(const view::RedlineVersion& version) {
  return {{"status", version.status}, {"date", of_date(version.date)}, {"name", version.name}};
}

json of_redline(const view::Redline& redline) {
  return {{"council", redline.council},
          {"title", redline.title},
          {"language", redline.language},
          {"before", of_redline_version(redline.before)},
          {"after", of_redline_version(redline.after)},
          {"headline", redline.headline},
          {"remarks", redline.remarks},
          {"parts", list_of(redline.parts, [&](const view::RedlinePart& part) {
             return of_redline_part(part, redline.language);
           })}};
}

// ---- a paper of an adoption pack

json of_phrase(const view::Phrase& phrase) {
  return {{"text", phrase.text}, {"look", view::name_of(phrase.look)}};
}

json of_phrases(const view::Phrases& phrases) {
  return list_of(phrases, of_phrase);
}

json of_paper_cell(const view::PaperCell& cell) {
  return list_of(cell, of_phrases);
}

json of_paper_column(const view::PaperColumn& column) {
  return {{"heading", column.heading}, {"letters", column.letters}};
}

json of_paper_table(const view::PaperTable& table) {
  return {{"columns", list_of(table.columns, of_paper_column)},
          {"rows", list_of(table.rows, [](const std::vector<view::PaperCell>& row) {
             return list_of(row, of_paper_cell);
           })}};
}

json of_paper_block(const view::PaperBlock& block) {
  const bool is_table = block.kind == view::PaperBlock::Kind::table;
  return {{"kind", view::name_of(block.kind)},
          {"level", block.level},
          {"words", of_phrases(block.words)},
          {"items", list_of(block.items, of_phrases)},
          {"table", is_table ? of_paper_table(block.table) : json()}};
}

json of_paper(const view::Paper& paper) {
  return {{"council", paper.council},
          {"title", paper.title},
          {"subtitle", paper.subtitle},
          {"language", paper.language},
          {"day", text_or_null(paper.day)},
          {"wide", paper.wide},
          {"blocks", list_of(paper.blocks, of_paper_block)}};
}

}  // namespace

std::string json_for_paper(const view::Page& page) {
  return for_paper(PageJson(true).page(page));
}

std::string json_for_paper(const view::MatrixList& matrix, const view::Narrowing& narrowing) {
  json paper = of_matrix(matrix);
  paper["compared"] = narrowing.compared;
  paper["shows"] = text_or_null(narrowing.shows);
  return for_paper(std::move(paper));
}

std::string json_for_paper(const view::Redline& redline) {
  return for_paper(of_redline(redline));
}

std::string json_for_paper(const view::Peers& peers) {
  json paper = of_peers(peers);
  paper["language"] = peers.language;
  return for_paper(std::move(paper));
}

std::string json_for_paper(const view::Paper& paper) {
  return for_paper(of_paper(paper));
}

std::string as_json(const view::Page& page) {
  return for_programs(PageJson(false).page(page));
}

std::string as_json(const view::MatrixList& matrix) {
  return for_programs(of_matrix(matrix));
}

std::string as_json(const view::Pair& pair) {
  return for_programs(of_pair(pair));
}

std::string as_json(const view::Peers& peers) {
  return for_programs(of_peers(peers));
}

}  // namespace concord::render
