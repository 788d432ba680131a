// Finds what a user names on the command line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "compare/comparison.h"

namespace concord::cli {

// The place in corpus.protocols of the protocol with that id or display name, in any case. Throws
// UsageError, with what was perhaps meant, where there is none.
std::uint32_t find_protocol(const Corpus& corpus, const std::string& asked);

// The clause named "york#5.4.ii", also by its printed number: "york#5.4(ii)". Throws UsageError.
compare::ClauseRef find_clause(const Corpus& corpus, const std::string& asked);

// The corpus compared. Throws UsageError where there is only one protocol.
compare::Comparison compare_all(const Corpus& corpus, unsigned jobs);

}  // namespace concord::cli
