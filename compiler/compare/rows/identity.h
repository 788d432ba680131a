// What a row is named by that the register has no id for.
#pragma once

#include <span>
#include <string>

#include "compare/match/match.h"

namespace concord::compare {

// Of the clauses (indices in the corpus, not empty), the one that states a provision first: of the
// protocol adopted first, then by the council's id, then by place. A protocol without a date of
// adoption comes last.
std::uint32_t founding_clause(std::span<const std::uint32_t> clauses,
                              std::span<const passes::Protocol> protocols, const Corpus& corpus);

// "criticise-officer-public-7f3c": the weightiest words of a statement, in their order, and a
// digest of all of them, so that statements that differ have ids that differ.
std::string id_of_words(std::string_view statement, const LinkedCorpus& linked);

}  // namespace concord::compare
