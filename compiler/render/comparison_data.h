// data/comparison.json: what a comparison says, for programs and for researchers, as render/data.h
// says of the other data files.
#pragma once

#include <span>
#include <string>

#include "compare/comparison.h"
#include "compare/peers.h"
#include "source/publication.h"
#include "view/stamp.h"

namespace concord::render {

// `protocols` are those compared, in the same order. A cell without a clause of its own, of a
// council that deals with the provision elsewhere, lists the clauses whose references lead there,
// with the state "elsewhere" and no wording. "peers" says with whom each council was compared, and
// who chose so. Links and divergences are those of each council and its peers, by pair of councils,
// a before b, in the councils' order; "complete" says whether that is every pair. Scores are
// rounded to four decimals.
std::string comparison_data(const compare::Comparison& comparison, const compare::Peers& peers,
                            std::span<const passes::Protocol> protocols);
// The same with a stamp, given out as it is made.
void write_comparison_data(const compare::Comparison& comparison, const compare::Peers& peers,
                           std::span<const passes::Protocol> protocols, const view::Stamp& stamp,
                           const source::Write& write);

}  // namespace concord::render
