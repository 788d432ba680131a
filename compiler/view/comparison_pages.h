// What the pages of a comparison show: the matrix, the texts of each provision, the pairs of
// councils side by side, what a council lacks, where the effect differs, and the pictures.
//
// clang-format off
// The model:
//
//   {"councils": [COUNCIL],
//    "topics": [{"id": "party-groups", "title": "Party groups",  "rows": [ROW]}],    topics that have rows, in order
//    "pairs": [{"a": COUNCIL, "b": COUNCIL, "summary": SUMMARY, "blocks": [BLOCK]}],
//    "gaps": [{"council": COUNCIL, "lacks": [{"row": "r042", "topic": "…", "title": "…", "have": 3, "others": [PLACE]}]}],
//    "divergences": [{"a": PLACE, "b": PLACE, "pair": "leeds--york", "topic": "…", "type": "modality", "type_words": "…",
//                     "a_words": "must", "b_words": "should"}],
//    "coverage": [{"id": "…", "title": "…", "rows": 12, "councils": [{"name": "York", "covered": 7}]}]}   topics of two councils or more
//
//   COUNCIL = {"id": "york", "name": "York", "council": "City of York Council"}
//   PLACE   = {"council": "york", "name": "York", "label": "5.1", "clause": "5.1"}      clause: the fragment identifier
//   ROW     = {"id": "r042", "title": "…", "topic": "…", "have": 4, "wordings": 3, "differs": true, "cells": [CELL]}   a cell a council, in order
//   CELL    = {"council": "york", "name": "York", "state": "differs", "state_words": "differs in effect",
//              "entries": [PLACE + {"text": "…", "opening": "first words …", "state": …, "state_words": …, "wording": "B",
//                          "against": [{"council": "leeds", "name": "Leeds-style", "diff": [PIECE]}]}],   this text as changed from theirs
//              "elsewhere": [PLACE]}
//   PIECE   = {"kind": "equal|inserted|deleted|role", "text": "…"}
//   SUMMARY = {"identical": 3, "vocabulary": 1, "reworded": 9, "part": 12, "differs": 7, "only_a": 20, "only_b": 31,
//              "similarity": 0.41, "shared_wording": 0.12}
//   BLOCK   = {"heading": "5. Officer advice"|null, "only": "a"|"b"|null, "left": SIDE|null, "right": [SIDE]}
//   SIDE    = PLACE + {"pieces": [PIECE], "relation": "reworded"|null, "relation_words": "…", "moved": false, "first": true,
//             "divergences": [{"type": "…", "type_words": "…", "a_words": "…", "b_words": "…"}]}
// clang-format on
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "view/compared.h"

namespace concord::view {

// More columns than this no page can show and no reader can read; the data files have them all.
inline constexpr std::size_t most_councils_on_pages = 12;

// Makes room in `model` for all of it and returns what fills it in, part by part: each part has a
// place of its own, so that several may be filled in at once. `texts` and `model` must outlive
// them.
std::vector<std::function<void()>> comparison_parts(const Compared& texts, nlohmann::json& model);

// One PAIR of the model.
nlohmann::json compared_pair(const Compared& texts, std::uint32_t a, std::uint32_t b);

// Says in the model of protocol number `which` what other councils have on each of its clauses, and
// which page shows it:
//
//   COUNTERPARTS = {"count": 3, "of": 4, "differs": true, "row":
//   "../compare/on-party-groups.html#r042",
//                   "counterpart": [{"council": "Leeds-style", "number": "4.7", "href": "…",
//                                    "state": "reworded"}]}
void add_counterparts(nlohmann::json& model, const Compared& texts, std::uint32_t which);

}  // namespace concord::view
