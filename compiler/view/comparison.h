// What a comparison says, for spreadsheets (the matrix as a list) and for the graph files
// (counterpart edges).
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "graph/network.h"

namespace concord::view {

// Pairs grow with the square of the councils: with more than this, what is said pair by pair would
// fill the disk, and a list would be nearly all absent councils. Rows hold the same judgements.
inline constexpr std::size_t most_councils_in_pairs = 100;

// Each pair of so many councils, the earlier one first, in order; none for more than
// most_councils_in_pairs.
using Pair = std::pair<std::uint32_t, std::uint32_t>;
std::vector<Pair> pairs_of(std::size_t councils);

// What a reader calls the state: "same wording", "same but for role words", "reworded", "part of",
// "differs in effect", "dealt with elsewhere", "absent".
std::string_view words_for(compare::State state);

// The matrix as a list, one row a provision and council, in the matrix's order, absent councils too
// (but for more than most_councils_in_pairs):
//
// clang-format off
//   {"as_of": "2026-11-21"|null,
//    "states": [{"state": "differs", "words": "differs in effect", "meaning": "…"}],   all, as a key
//    "rows": [{"row": "r042", "topic": "Party groups", "provision": "…", "council": "York",
//              "state": "differs", "state_words": "differs in effect", "wording": "B", "have": 4,
//              "clauses": "5.1; 5.2", "text": "…\n…"}]}
// clang-format on
//
// "have" counts the councils that have the provision. "wording", "clauses" and "text" are "" where
// there are none; a cell of several clauses has their texts one a line, and each wording once.
nlohmann::json matrix_list(const compare::Comparison& comparison,
                           std::span<const passes::Protocol> protocols,
                           const syntax::Register& registers, const std::string& as_of);

// Adds an edge between the clauses of each link, from the council that was given first; none for
// more than most_councils_in_pairs.
void add_counterparts(const compare::Comparison& comparison,
                      std::span<const passes::Protocol> protocols, graph::Network& network);

}  // namespace concord::view
