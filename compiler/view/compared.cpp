#include "view/compared.h"

#include <algorithm>

#include "view/labels.h"

namespace concord::view {

using compare::ClauseRef;
using compare::Edit;
using compare::EditKind;
using passes::Protocol;

namespace {

void add_piece(Pieces& pieces, PieceKind kind, const std::string& text, syntax::Range range) {
  if (range.begin == range.end) return;
  pieces.push_back({kind, text.substr(range.begin, range.end - range.begin)});
}

PieceKind kind_of(EditKind kind) {
  switch (kind) {
    case EditKind::equal:
      return PieceKind::equal;
    case EditKind::role:
      return PieceKind::role;
    case EditKind::insertion:
      return PieceKind::inserted;
    case EditKind::deletion:
      return PieceKind::deleted;
  }
  return PieceKind::equal;
}

}  // namespace

std::size_t councils_stating(const compare::Row& row) {
  return static_cast<std::size_t>(std::ranges::count_if(
      row.cells, [](const compare::Cell& cell) { return !cell.entries.empty(); }));
}

Compared::Compared(const compare::Comparison& comparison, std::span<const Protocol> protocols,
                   const syntax::Register& registers)
    : comparison_(comparison), protocols_(protocols), registers_(registers) {
  for (std::uint32_t i = 0; i < count(); ++i) {
    labels_.push_back(labels(protocols[i].graph()));
    auto& tokens = tokens_.emplace_back();
    for (const graph::Clause& each : protocols[i].clauses()) {
      tokens.push_back(comparison.lexicon().tokens(each.words().text, i));
    }
  }
}

std::string Compared::lead_in(ClauseRef ref) const {
  const graph::Clause& item = clause(ref);
  if (item.place != graph::Place::list || !item.parent) return "";
  return clause({ref.protocol, *item.parent}).words().text;
}

Council Compared::council(std::uint32_t which) const {
  const syntax::Metadata& about = protocols_[which].metadata();
  return {.id = about.id, .name = about.name, .council = about.council};
}

Place Compared::place(ClauseRef ref) const {
  const syntax::Metadata& about = protocols_[ref.protocol].metadata();
  return {.council = about.id, .name = about.name, .label = label(ref), .clause = clause(ref).key};
}

std::string Compared::topic_title(const syntax::Register& registers, const std::string& id) {
  const syntax::Topic* topic = registers.topic(id);
  if (topic != nullptr) return topic->title;
  return id.empty() ? "Other provisions" : id;
}

std::string Compared::topic_page(const std::string& topic) {
  return topic.empty() ? "other" : topic;
}

std::string Compared::pair_page(std::uint32_t one, std::uint32_t other) const {
  const std::string& a = metadata(one).id;
  const std::string& b = metadata(other).id;
  return a < b ? a + "--" + b : b + "--" + a;
}

compare::TokenText Compared::words(ClauseRef ref) const {
  return {clause(ref).words().text, tokens_[ref.protocol][graph::index(ref.clause)]};
}

std::vector<Edit> Compared::edits(ClauseRef from, ClauseRef to) const {
  return compare::word_diff(words(from), words(to));
}

Pieces Compared::changes(ClauseRef from, ClauseRef to) const {
  const std::string& old_text = clause(from).words().text;
  const std::string& new_text = clause(to).words().text;
  Pieces pieces;
  for (const Edit& edit : edits(from, to)) {
    const bool gone = edit.kind == EditKind::deletion;
    add_piece(pieces, kind_of(edit.kind), gone ? old_text : new_text, gone ? edit.a : edit.b);
  }
  return pieces;
}

std::pair<Pieces, Pieces> Compared::own_words(ClauseRef a, ClauseRef b) const {
  std::pair<Pieces, Pieces> pieces;
  for (const Edit& edit : edits(a, b)) {
    const PieceKind kind = kind_of(edit.kind);
    const bool shared = kind == PieceKind::equal || kind == PieceKind::role;
    add_piece(pieces.first, shared ? kind : PieceKind::deleted, clause(a).words().text, edit.a);
    add_piece(pieces.second, shared ? kind : PieceKind::inserted, clause(b).words().text, edit.b);
  }
  return pieces;
}

}  // namespace concord::view
