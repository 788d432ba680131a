// The texts that a protocol borrowed clauses from.
#pragma once

#include <filesystem>
#include <vector>

#include "view/loans.h"

namespace concord::cli {

// What the texts in `places` (protocols/ where none is named) say of each `from=` of the protocol.
// Reads nothing where it has none. A text that is not there, or cannot be read, lends nothing.
view::Loans find_loans(const passes::Protocol& borrower,
                       const std::vector<std::filesystem::path>& places);

}  // namespace concord::cli
