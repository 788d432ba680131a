#include "view/compared.h"

#include <nlohmann/json.hpp>

#include "view/labels.h"

namespace concord::view {

using compare::ClauseRef;
using compare::Edit;
using compare::EditKind;
using nlohmann::json;
using passes::Protocol;

namespace {

void add_piece(json& pieces, std::string_view kind, const std::string& text, syntax::Range range) {
  if (range.begin == range.end) return;
  pieces.push_back({{"kind", kind}, {"text", text.substr(range.begin, range.end - range.begin)}});
}

}  // namespace

std::string_view words_for(compare::Relation relation) {
  using enum compare::Relation;
  switch (relation) {
    case identical:
      return "identical";
    case vocabulary:
      return "same but for role words";
    case reworded:
      return "reworded";
    case contains:
      return "part of this";
    case contained:
      return "has this and more";
    case overlaps:
      return "in part the same";
  }
  return "";
}

std::string_view welsh_words_for(compare::Relation relation) {
  using enum compare::Relation;
  switch (relation) {
    case identical:
      return "yr un fath";
    case vocabulary:
      return "yr un fath heblaw enwau swyddi";
    case reworded:
      return "wedi’i aralleirio";
    case contains:
      return "rhan o hyn";
    case contained:
      return "hyn a mwy";
    case overlaps:
      return "yr un fath yn rhannol";
  }
  return "";
}

std::string_view words_for(compare::DivergenceType type) {
  using enum compare::DivergenceType;
  switch (type) {
    case negation:
      return "one says the opposite";
    case modality:
      return "different force of duty";
    case actor:
      return "different person or body";
    case scope:
      return "different scope";
    case condition:
      return "different condition";
    case threshold:
      return "different limit";
  }
  return "";
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

json Compared::council(std::uint32_t which) const {
  const syntax::Metadata& about = protocols_[which].metadata();
  return {{"id", about.id}, {"name", about.name}, {"council", about.council}};
}

json Compared::place(ClauseRef ref) const {
  const syntax::Metadata& about = protocols_[ref.protocol].metadata();
  return {{"council", about.id},
          {"name", about.name},
          {"label", label(ref)},
          {"clause", clause(ref).key}};
}

std::string Compared::topic_title(const std::string& id) const {
  const syntax::Topic* topic = registers_.topic(id);
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

json Compared::changes(ClauseRef from, ClauseRef to) const {
  const std::string& old_text = clause(from).words().text;
  const std::string& new_text = clause(to).words().text;
  json pieces = json::array();
  for (const Edit& edit : edits(from, to)) {
    if (edit.kind == EditKind::deletion) add_piece(pieces, "deleted", old_text, edit.a);
    if (edit.kind == EditKind::insertion) add_piece(pieces, "inserted", new_text, edit.b);
    if (edit.kind == EditKind::role) add_piece(pieces, "role", new_text, edit.b);
    if (edit.kind == EditKind::equal) add_piece(pieces, "equal", new_text, edit.b);
  }
  return pieces;
}

std::pair<json, json> Compared::own_words(ClauseRef a, ClauseRef b) const {
  std::pair<json, json> pieces{json::array(), json::array()};
  for (const Edit& edit : edits(a, b)) {
    const char* kept = edit.kind == EditKind::equal  ? "equal"
                       : edit.kind == EditKind::role ? "role"
                                                     : nullptr;
    add_piece(pieces.first, kept ? kept : "deleted", clause(a).words().text, edit.a);
    add_piece(pieces.second, kept ? kept : "inserted", clause(b).words().text, edit.b);
  }
  return pieces;
}

json Compared::divergence(const compare::Divergence& d) {
  return {{"type", compare::name_of(d.type)},
          {"type_words", words_for(d.type)},
          {"a_words", d.a_words},
          {"b_words", d.b_words}};
}

}  // namespace concord::view
