#include "view/compared.h"

#include <algorithm>

#include "view/addresses.h"
#include "view/comparison_words.h"
#include "view/labels.h"
#include "view/language.h"

namespace concord::view {

using compare::ClauseRef;
using compare::Edit;
using compare::EditKind;
using passes::Protocol;

namespace {

void add_piece(Pieces& pieces, PieceKind kind, std::string text) {
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().kind == kind) {
    pieces.back().text += text;
  } else {
    pieces.push_back({kind, std::move(text)});
  }
}

// The space behind marked words is not marked.
void add_piece(Pieces& pieces, PieceKind kind, const std::string& text, syntax::Range range) {
  const std::string words = text.substr(range.begin, range.end - range.begin);
  const std::size_t end = words.find_last_not_of(' ') + 1;
  if (kind == PieceKind::equal || end == 0) return add_piece(pieces, kind, words);
  add_piece(pieces, kind, words.substr(0, end));
  add_piece(pieces, PieceKind::equal, words.substr(end));
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

// Of the shorter text at least that much stands in the other, where marks help a reader.
constexpr double least_in_common = 0.5;

bool too_different(const Pieces& pieces) {
  std::size_t deleted = 0;
  std::size_t inserted = 0;
  std::size_t common = 0;
  for (const Piece& piece : pieces) {
    std::size_t& length = piece.kind == PieceKind::deleted    ? deleted
                          : piece.kind == PieceKind::inserted ? inserted
                                                              : common;
    length += piece.text.size();
  }
  const auto shorter = static_cast<double>(common + std::min(deleted, inserted));
  return static_cast<double>(common) < least_in_common * shorter;
}

}  // namespace

Compared::Compared(const compare::Comparison& comparison, std::span<const Protocol> protocols,
                   const syntax::Register& registers, std::span<const syntax::Decision> stale)
    : comparison_(comparison), protocols_(protocols), registers_(registers) {
  for (std::uint32_t i = 0; i < count(); ++i) {
    labels_.push_back(labels(protocols[i].graph()));
    auto& tokens = tokens_.emplace_back();
    for (const graph::Clause& each : protocols[i].clauses()) {
      tokens.push_back(comparison.lexicon().tokens(each.words().text, i));
    }
  }
  add_decisions(stale);
}

void Compared::add_decisions(std::span<const syntax::Decision> stale) {
  for (const compare::Decided& each : comparison_.decisions())
    decided_.push_back({each.a, each.b, each.decision, false});
  for (const syntax::Decision& each : stale) {
    const auto a = named(each.a);
    const auto b = named(each.b);
    if (a && b) decided_.push_back({*a, *b, each, true});
  }
}

std::optional<ClauseRef> Compared::named(std::string_view global_id) const {
  const std::size_t sign = global_id.find('#');
  if (sign == std::string_view::npos) return std::nullopt;
  for (std::uint32_t i = 0; i < count(); ++i) {
    if (metadata(i).id != global_id.substr(0, sign)) continue;
    const auto clause = protocols_[i].graph().find(global_id.substr(sign + 1));
    if (clause) return ClauseRef{i, *clause};
  }
  return std::nullopt;
}

DecisionNote Compared::note_of(const DecidedPair& pair, std::string_view language) const {
  const auto named = [&](ClauseRef ref) { return metadata(ref.protocol).name + " " + label(ref); };
  const syntax::Decision& decision = pair.decision;
  return {.a = named(pair.a),
          .b = named(pair.b),
          .verdict = decision.verdict,
          .kind = std::string(words_for_kind(decision.kind, Words(language))),
          .by = decision.by,
          .day = decision.date.present() ? in_words(decision.date, language) : "",
          .because = decision.because,
          .stale = pair.stale};
}

std::vector<DecisionNote> Compared::decided(ClauseRef ref, std::optional<std::uint32_t> council,
                                            std::string_view language) const {
  std::vector<DecisionNote> notes;
  for (const DecidedPair& pair : decided_) {
    if (pair.a != ref && pair.b != ref) continue;
    const ClauseRef other = pair.a == ref ? pair.b : pair.a;
    if (!council || other.protocol == *council) notes.push_back(note_of(pair, language));
  }
  return notes;
}

std::vector<DecisionNote> Compared::decided(ClauseRef a, ClauseRef b) const {
  std::vector<DecisionNote> notes;
  if (const compare::Decided* counts = comparison_.decision(a, b))
    notes.push_back(note_of({a, b, counts->decision, false}, "en-GB"));
  for (const DecidedPair& pair : decided_)
    if (pair.stale && std::minmax(pair.a, pair.b) == std::minmax(a, b))
      notes.push_back(note_of(pair, "en-GB"));
  return notes;
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
  return id.empty() ? std::string(Words()["other_provisions"]) : id;
}

std::string Compared::topic_page(const std::string& topic) {
  return topic.empty() ? "other" : topic;
}

std::string Compared::pair_page(std::uint32_t one, std::uint32_t other) const {
  return compared::pair(metadata(one).id, metadata(other).id);
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
  if (too_different(pieces)) return {};
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
