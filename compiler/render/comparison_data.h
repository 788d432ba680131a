// data/comparison.json: what a comparison says, for programs and for researchers, as render/data.h
// says of the other data files.
#pragma once

#include <span>
#include <string>

#include "compare/comparison.h"

namespace concord::render {

// `protocols` are those compared, in the same order. A cell without a clause of its own, of a
// council that deals with the provision elsewhere, lists the clauses whose references lead there,
// with the state "elsewhere" and no wording. Links and divergences stand by pair of councils, a
// before b, in the councils' order; scores are rounded to four decimals. With more than
// view::most_councils_in_pairs, "complete" is false, and links and divergences are left out.
std::string comparison_data(const compare::Comparison& comparison,
                            std::span<const passes::Protocol> protocols);

}  // namespace concord::render
