// How two versions of a text stand in one Word file: which block became which, and in what order.
//
// Blocks are paired as the lineage of their clauses says. Those that kept their order (the longest
// increasing run of pairs) stay where they are; all others moved, and stand at both places. What
// goes stands before what comes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "render/docx_blocks.h"
#include "view/tracked.h"

namespace concord::render {

using Index = std::optional<std::size_t>;

// One of the two versions, as blocks one after another. Notes that nothing refers to stand last.
struct Version {
  explicit Version(const view::Page& page);

  const DocxBlock& operator[](std::size_t i) const { return blocks.blocks[i]; }
  std::size_t size() const { return blocks.blocks.size(); }

  // A block of the clause with that identifier.
  Index find(const std::string& id) const;
  NumberRef number(std::size_t i) const;
  // The label that stands in the text, since no numbering gives it.
  std::string typed(std::size_t i) const;

  DocxBlocks blocks;
  std::map<std::string, std::size_t> by_id;
  std::map<std::string, const view::Clause*> notes;
  std::vector<NumberRef> refs;
};

// What stands in the file, one after another: a block of either version, or one of both.
struct Step {
  Index before;
  Index after;
  bool moved = false;
};

class Pairing {
 public:
  // Both versions must outlive it. Where moves are no edits, what moved went and came.
  Pairing(const view::Tracked& tracked, const Version& before, const Version& after,
          bool moves_as_edits);

  Index of_before(std::size_t i) const { return of_before_[i]; }
  Index of_after(std::size_t i) const { return of_after_[i]; }
  const view::TrackedChange* change_before(std::size_t i) const { return changes_before_[i]; }
  const view::TrackedChange* change_after(std::size_t i) const { return changes_after_[i]; }

  std::vector<Step> steps() const;

 private:
  void take(const view::TrackedChange& change);
  void settle(bool moves_as_edits);

  const Version& before_;
  const Version& after_;
  std::vector<Index> of_before_;
  std::vector<Index> of_after_;
  std::vector<bool> in_order_;  // by block of the later version
  std::vector<const view::TrackedChange*> changes_before_;
  std::vector<const view::TrackedChange*> changes_after_;
};

}  // namespace concord::render
