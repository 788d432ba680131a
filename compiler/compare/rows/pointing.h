// What a text says of itself: that the reader is to look elsewhere ("See paragraph 5"), what was
// done to it ("Adopted by the Council on 3 May 2024"), what is to come ("This protocol sets out
// …"). It binds nobody, and is no provision.
//
// Precision goes before recall: a sentence that may bind somebody does not point, whatever its
// first words. The words are lists of the registers (statements.yaml).
#pragma once

#include <cstdint>
#include <string_view>

#include "compare/match/lexicon.h"
#include "compare/match/match.h"

namespace concord::compare {

// True where each sentence of the text says no more than that; false for an empty text. `protocol`:
// whose words for roles hold, as in Lexicon::tokens().
bool only_points(std::string_view text, const Lexicon& lexicon, std::uint32_t protocol);

// The same of a clause, as an index; an item goes on with what its lead-in says, and points
// nowhere.
bool only_points(const LinkedCorpus& linked, std::uint32_t clause);

// True where the clause does nothing but point, and begins by recording what was done to the text.
bool only_records(const LinkedCorpus& linked, std::uint32_t clause);

}  // namespace concord::compare
