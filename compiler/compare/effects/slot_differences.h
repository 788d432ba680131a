// Where two statements differ in a slot.
#pragma once

#include <vector>

#include "compare/effects/aligned_statements.h"
#include "compare/effects/finding.h"

namespace concord::compare {

// What the aligned statements seem to differ in, by slot.
std::vector<Finding> slot_differences(const StatedClause& a, const StatedClause& b,
                                      const std::vector<StatementPair>& pairs,
                                      const Lexicon& lexicon);

}  // namespace concord::compare
