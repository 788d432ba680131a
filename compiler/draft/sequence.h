// The numbers that a text would have if each list counted on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/clause_graph.h"

namespace concord::draft {

// By clause: its label as it should be printed ("5.4.", "(c)"), empty for one without a number.
//
// Each series of numbers goes on in its own style and dress: the next comes after the one before
// it, "2.3A" stays behind 2.3, "4.5.1" begins with the number that it stands below. A number that
// is accepted (`sic="as adopted"`) stays, and the series counts on from it. A list begins with 1,
// or goes on where its first number went on from the list before; the first number of the text
// stays, for a text may be taken from a longer one. Where the numbers are in sequence every label
// is the printed one, to the byte.
std::vector<std::string> labels_in_sequence(const graph::ClauseGraph& graph);

// The runs of letters and digits of a printed number: "3.1(e)" -> 3 1 e.
std::vector<std::string> pieces_of(std::string_view printed);

// The printed number with its first or, from the `first` on, later pieces replaced: "3.1 (e)" from
// 1 with {"2"} is "3.2 (e)". What stands between the pieces stays.
std::string with_pieces(std::string_view printed, std::size_t first,
                        const std::vector<std::string>& pieces);

// How a citation prints a number that changed: "3.1 (e)" of a clause that was 3.1(e) or 3.1 and is
// 3.2 is "3.2 (e)"; "(b)" of 3.1(b) that is 3.1(c) is "(c)". Nothing where the citation is of
// another number.
std::optional<std::string> cited_anew(std::string_view printed, std::string_view was,
                                      std::string_view now);

}  // namespace concord::draft
