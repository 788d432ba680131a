#include "render/docx_redline_blocks.h"

#include <algorithm>
#include <iterator>

#include "draft/increasing.h"
#include "render/docx_numbering.h"

namespace concord::render {

using view::TrackedChange;

Version::Version(const view::Page& page) : blocks(docx_blocks(page.clauses)) {
  for (const view::Footnote& note : page.footnotes) {
    notes[note.clause.id] = &note.clause;
    if (note.marks.empty()) blocks.blocks.push_back({&note.clause, "Note", {}, {}, false});
  }
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) by_id[blocks.blocks[i].clause->id] = i;
}

Index Version::find(const std::string& id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? Index() : found->second;
}

NumberRef Version::number(std::size_t i) const {
  return (*this)[i].numbered ? refs[*(*this)[i].numbered] : NumberRef{};
}

std::string Version::typed(std::size_t i) const {
  const DocxBlock& block = (*this)[i];
  const bool counted = block.numbered && DocxNumbering::can_count(block.clause->number);
  return counted ? "" : block.clause->number;
}

Pairing::Pairing(const view::Tracked& tracked, const Version& before, const Version& after,
                 bool moves_as_edits)
    : before_(before), after_(after) {
  of_before_.resize(before.size());
  of_after_.resize(after.size());
  changes_before_.resize(before.size());
  changes_after_.resize(after.size());
  for (const TrackedChange& change : tracked.changes) take(change);
  settle(moves_as_edits);
}

std::vector<Step> Pairing::steps() const {
  std::vector<Step> all;
  std::size_t next = 0;
  std::vector<Step> coming;
  const auto go_to = [&](std::size_t end) {
    for (; next < end; ++next)
      all.push_back({next, of_before_[next], of_before_[next].has_value()});
    std::move(coming.begin(), coming.end(), std::back_inserter(all));
    coming.clear();
  };
  for (std::size_t i = 0; i < after_.size(); ++i) {
    if (!in_order_[i]) {
      coming.push_back({Index(), i, of_after_[i].has_value()});
      continue;
    }
    go_to(*of_after_[i]);
    all.push_back({*of_after_[i], i, false});
    next = *of_after_[i] + 1;
  }
  go_to(before_.size());
  return all;
}

void Pairing::take(const TrackedChange& change) {
  for (const std::string& id : change.before)
    if (const Index i = before_.find(id)) changes_before_[*i] = &change;
  for (const std::string& id : change.after)
    if (const Index i = after_.find(id)) changes_after_[*i] = &change;
  if (change.before.empty() || change.after.empty()) return;
  const Index b = before_.find(change.before.front());
  const Index a = after_.find(change.after.front());
  if (!b || !a || before_[*b].clause->table.has_value() != after_[*a].clause->table.has_value())
    return;
  if (before_.typed(*b) != after_.typed(*a)) return;
  of_before_[*b] = a;
  of_after_[*a] = b;
}

// What did not move, as far as it keeps its order, stays; a table that moved went and came.
void Pairing::settle(bool moves_as_edits) {
  std::vector<std::size_t> places;
  std::vector<std::size_t> values;
  for (std::size_t a = 0; a < after_.size(); ++a) {
    if (!of_after_[a] || changes_after_[a]->moved) continue;
    places.push_back(a);
    values.push_back(*of_after_[a]);
  }
  in_order_.resize(after_.size());
  for (const std::size_t i : draft::longest_increasing(values)) in_order_[places[i]] = true;
  for (std::size_t a = 0; a < after_.size(); ++a) {
    if (!of_after_[a] || in_order_[a]) continue;
    if (!moves_as_edits && !after_[a].clause->table) continue;
    of_before_[*of_after_[a]].reset();
    of_after_[a].reset();
  }
}

}  // namespace concord::render
