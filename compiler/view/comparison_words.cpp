#include "view/comparison_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "source/utf8.h"
#include "view/comparison_model.h"

namespace concord::view {
namespace {

constexpr double much_in_common = 0.5;
constexpr double some_in_common = 0.3;

}  // namespace

std::size_t length_of_opening(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  const std::size_t cut = text.rfind(' ', most);
  return cut != std::string_view::npos ? cut : source::to_boundary(text, most);
}

std::string opening(const std::string& text, std::size_t most) {
  const std::size_t length = length_of_opening(text, most);
  return length == text.size() ? text : text.substr(0, length) + " …";
}

std::string_view words_for(compare::Relation relation, const Words& words) {
  return words[fmt::format("relation_{}", compare::name_of(relation))];
}

std::string_view words_for(compare::DivergenceType type, const Words& words) {
  return words[fmt::format("divergence_{}", compare::name_of(type))];
}

std::string_view words_for_kind(std::string_view name, const Words& words) {
  using enum compare::DivergenceType;
  for (const compare::DivergenceType type :
       {negation, duty, actor, recipient, condition, exception, deadline, amount, class_})
    if (compare::name_of(type) == name) return words_for(type, words);
  return "";
}

Effect effect_of(compare::Divergence divergence) {
  return {
      divergence.type,      std::move(divergence.a_words),     std::move(divergence.b_words),
      divergence.certainty, std::move(divergence.a_statement), std::move(divergence.b_statement)};
}

std::string_view words_for(compare::Certainty certainty, const Words& words) {
  return words[certainty == compare::Certainty::certain ? "state_differs" : "state_may_differ"];
}

std::vector<StatementPiece> pieces_of(const compare::Quotation& statement) {
  std::vector<StatementPiece> pieces;
  const std::string_view text = statement.text;
  const auto add = [&](std::uint32_t begin, std::uint32_t end, bool decides) {
    if (begin < end) pieces.push_back({text.substr(begin, end - begin), decides});
  };
  std::uint32_t at = 0;
  for (const syntax::Range& each : statement.deciding) {
    if (each.begin < at) continue;
    add(at, each.begin, false);
    add(each.begin, each.end, true);
    at = each.end;
  }
  add(at, static_cast<std::uint32_t>(text.size()), false);
  return pieces;
}

std::string words_for(compare::State state, const StateKey& key) {
  const auto found = std::ranges::find(key, state, &StateMeaning::state);
  return found == key.end() ? std::string() : found->words;
}

Nearness nearness_of(double likeness) {
  if (likeness >= much_in_common) return Nearness::much;
  return likeness >= some_in_common ? Nearness::some : Nearness::little;
}

std::string_view name_of(Nearness nearness) {
  switch (nearness) {
    case Nearness::little:
      return "little";
    case Nearness::some:
      return "some";
    case Nearness::much:
      return "much";
  }
  return "";
}

std::string_view name_of(PieceKind kind) {
  switch (kind) {
    case PieceKind::equal:
      return "equal";
    case PieceKind::inserted:
      return "inserted";
    case PieceKind::deleted:
      return "deleted";
    case PieceKind::role:
      return "role";
  }
  return "";
}

std::string_view name_of(Which which) {
  return which == Which::a ? "a" : "b";
}

}  // namespace concord::view
