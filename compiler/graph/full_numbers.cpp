#include "graph/full_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "graph/numbers.h"
#include "graph/open_clauses.h"
#include "syntax/number.h"

namespace concord::graph {

using syntax::Block;
using syntax::Number;
using syntax::NumberStyle;

namespace {

// "2.3", "B.1", "A1": says itself what it stands below.
bool is_absolute(const Number& number) {
  const std::string_view bare = number.bare();
  return bare.find('.') != std::string_view::npos || bare[0] > '9';
}

}  // namespace

void FullNumbers::automate_paragraph(Block& block, std::optional<ClauseId> parent) const {
  if (!parent) return;
  const Kind around = graph_[*parent].kind;
  if (around != Kind::item && around != Kind::footnote) automate(block);
}

void FullNumbers::automate(Block& block) const {
  if (graph_.metadata.numbering != syntax::Numbering::automatic || block.number.present()) return;
  const auto& classes = block.attributes.classes;
  if (std::ranges::find(classes, "unnumbered") != classes.end()) return;
  block.number.style = NumberStyle::automatic;
  block.number.label = "#.";
}

void FullNumbers::give(Number& number, Kind kind, std::optional<ClauseId> parent) const {
  if (number.style != NumberStyle::automatic) return;
  if (kind == Kind::item) {
    give_letter(number, parent);
  } else {
    give_decimal(number, parent);
  }
}

void FullNumbers::give_letter(Number& number, std::optional<ClauseId> parent) const {
  const Clause* above = numbered(parent);
  const bool roman = above != nullptr && above->number.style == NumberStyle::lower_alpha;
  number.style = roman ? NumberStyle::lower_roman : NumberStyle::lower_alpha;
  number.path = {next_after(parent, number.style)};
  number.label =
      fmt::format("({})", roman ? syntax::as_roman(number.path[0]) : as_letter(number.path[0]));
}

void FullNumbers::give_decimal(Number& number, std::optional<ClauseId> parent) const {
  const Clause* above = numbered(parent);
  const bool below = above != nullptr && is_decimal(above->number);
  number.style = NumberStyle::decimal;
  number.path = below ? above->number.path : std::vector<std::uint32_t>{};
  std::string_view stem = below ? above->number.bare() : std::string_view();
  while (number.path.size() > 1 && number.path.back() == 0) {  // "1.0" is 1
    number.path.pop_back();
    stem.remove_suffix(std::min<std::size_t>(2, stem.size()));
  }
  number.path.push_back(next_after(parent, number.style));
  number.label = below ? fmt::format("{}.{}", stem, number.path.back())
                       : fmt::format("{}.", number.path.back());
}

std::uint32_t FullNumbers::next_after(std::optional<ClauseId> parent, NumberStyle style) const {
  const auto last = last_values_.find({parent, style});
  return last == last_values_.end() ? 1 : last->second + 1;
}

const Clause* FullNumbers::numbered(std::optional<ClauseId> id) const {
  while (id && graph_[*id].full_number.empty()) id = graph_[*id].parent;
  return id ? &graph_[*id] : nullptr;
}

std::string FullNumbers::of(const Clause& clause) const {
  const Number& number = clause.number;
  if (!number.present() || clause.kind == Kind::footnote) return {};
  std::string bare(number.bare());
  if (is_decimal(number) && is_absolute(number)) return bare;
  const Clause* above = numbered(clause.parent);
  if (is_decimal(number) && clause.kind != Kind::item && !is_bracketed(number))
    return above != nullptr ? above->full_number + "." + bare : bare;
  const bool may_stand_alone =
      clause.kind == Kind::section || (clause.kind == Kind::clause && is_capital(number));
  if (above == nullptr && may_stand_alone) return bare;
  return (above != nullptr ? above->full_number : "") + "(" + bare + ")";
}

void FullNumbers::count(const Clause& clause) {
  if (clause.number.present() && !clause.number.path.empty())
    last_values_[{clause.parent, clause.number.style}] = clause.number.path.back();
}

}  // namespace concord::graph
