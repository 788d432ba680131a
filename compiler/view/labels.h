// How a reader names a clause: by its number, or, unnumbered, by its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "passes/protocol.h"

namespace concord::view {

// clang-format off
// Each clause's label, by index, in the protocol's language (Welsh in Welsh, else English):
//
//   5.4(ii)                    its full number; "2.3.5 (second)" where an earlier one has it too
//   section 5                  a numbered section that stands in no other
//   “Expectations”             an unnumbered section
//   section 1, paragraph 2     an unnumbered clause, counted among its like under its parent;
//   2.3, item 4                the parent's own words are its paragraph 1
//   opening paragraph 1        before the first section
//   footnote 53
//   title
// clang-format on
std::vector<std::string> labels(const graph::ClauseGraph& graph);

// Those of some clauses: "5.3; 5.4".
std::string joined(const std::vector<std::string>& labels,
                   const std::vector<graph::ClauseId>& clauses, std::string_view between = "; ");

// True for the section that holds the protocol's title.
bool is_title(const graph::Clause& clause);

}  // namespace concord::view
