// A source text as a run of segments, one a clause: its own lines, and what stands behind them that
// is no clause (drafting notes, definitions of footnotes). What parts two segments is blank.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/clause_graph.h"

namespace concord::draft {

struct Segment {
  graph::ClauseId clause{};
  std::uint32_t begin = 0;      // of its first line
  std::uint32_t words = 0;      // of its words, behind number and bullet
  std::uint32_t words_end = 0;  // behind them, before attributes
  std::uint32_t own_end = 0;    // of its last own line, without the break
  std::uint32_t end = 0;        // with what stands behind it
  bool apart = true;            // it shares no line with another clause
};

// In the order of the text, footnotes and what stands in them left out.
std::vector<Segment> segments_of(std::string_view text, const graph::ClauseGraph& graph);

// The same of one clause, a footnote's too; `end` is that of its own lines.
Segment segment_of(std::string_view text, const graph::Clause& clause);

// White space, the carriage return of a line break with one too.
bool is_white(char c);

// True of a footnote and all that stands in one.
bool is_in_footnote(const graph::ClauseGraph& graph, const graph::Clause& clause);

}  // namespace concord::draft
