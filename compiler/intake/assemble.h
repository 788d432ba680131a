// Pieces that are known for what they are -> the blocks of a document.
#pragma once

#include <vector>

#include "intake/draft.h"

namespace concord::intake {

std::vector<syntax::Block> assemble(const Draft& draft);

}  // namespace concord::intake
