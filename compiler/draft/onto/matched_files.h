// What is known of an edited Word file before anything is taken from it, and what is taken.
//
// The source is a row of segments, one a clause (source_segments.h); the Word file that was made of
// it and the one that came back are rows of units (word_units.h), paired with one another. Whatever
// is taken from the pairs is collected as entries (which segments and new units follow one another)
// and as patches within segments, and composed at the end (composition.h): nothing is written
// before all is known.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draft/onto.h"
#include "draft/source_segments.h"
#include "draft/word_edits.h"
#include "draft/word_units.h"
#include "graph/clause_graph.h"

namespace concord::draft {

struct MatchedFiles {
  // All are borrowed.
  MatchedFiles(const Reader& reader, const passes::Protocol& of, const intake::Reading& made,
               const intake::Reading& came_back);

  const Unit& before(std::size_t b) const { return before_units.units[b]; }
  const Unit& after(std::size_t a) const { return after_units.units[a]; }
  // The segment of the clause that the unit was made of; none for what stands around the text.
  Index segment_of_unit(std::size_t b) const;

  const passes::Protocol& protocol;
  const graph::ClauseGraph& graph;
  std::string_view text;  // the source
  const intake::Reading& edited;
  Units before_units;
  Units after_units;
  UnitPairs pairs;
  std::vector<bool> moved;  // by unit after
  std::vector<Segment> segments;
  std::map<graph::ClauseId, std::size_t> by_clause;  // segments
  std::string line_break = "\n";
};

// A place in the new order of the text: a clause of the source, or a new one of the Word file; or
// what stood behind a clause that went.
struct Entry {
  Index before;   // unit of the file as it was made
  Index after;    // unit of the file that came back; none: only what stood behind the clause
  Index segment;  // of the source; none: it is new
};

struct CollectedEdits {
  // Says what could not be taken, and why.
  void leave(const intake::Place& place, std::string_view words, std::string reason);

  std::vector<Entry> entries;
  std::set<std::size_t> deleted;  // segments
  std::map<graph::ClauseId, Rewording> reworded;
  std::set<graph::ClauseId> anew;  // of those: written as a whole
  std::set<std::size_t> heads;     // units after whose number and bullet are written anew
  std::vector<Patch> patches;      // all but those of words and heads
  std::map<std::size_t, std::string> new_comments;  // by unit after
  std::string new_notes;
  TakenEdits result;
};

inline std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

}  // namespace concord::draft
