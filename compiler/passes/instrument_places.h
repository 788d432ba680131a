// The places of an instrument that are cited beside its name: before it ("section 114 of the …",
// "s5 …", "section 5 of, and Schedule 2 to, the …") or behind it ("…, s5A").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "passes/citation.h"
#include "passes/vocabulary.h"

namespace concord::passes {

// "section 4 of Schedule 12A to the": citations that end where an instrument begins.
struct Lead {
  // Each as a chain, the smallest place first; more than one in "section 5 of, and Schedule 2 to,".
  std::vector<std::vector<Citation>> chains;
  bool by_comma = false;  // "section 3, Localism Act 2011"
};

// The lead from byte `at` to byte `instrument`, where a name begins; nothing where other words
// stand between.
std::optional<Lead> lead_at(std::string_view text, std::uint32_t at, std::uint32_t instrument,
                            const Vocabulary& vocabulary, bool welsh);

// Those behind the name, up to byte `to`.
std::vector<Citation> citations_behind(std::string_view text, Range instrument, std::uint32_t to,
                                       const Vocabulary& vocabulary, bool welsh);

// "/section/114", "/section/9P/2/b": where legislation.gov.uk has the place, below the instrument's
// address. Letters keep their case, for they are told apart there. A subsection goes on from its
// section; empty where the noun is no place there.
std::string address_of(const Citation& citation, const CitedNumber& number);

}  // namespace concord::passes
