// Prepared Markdown -> blocks, through cmark-gfm.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/prepared.h"
#include "syntax/reporter.h"

namespace concord::syntax {

// The blocks in the order of the source, footnotes at the place of their definition, attributes not
// yet given to them. `source` is the whole source text, to see how a number is spelt there.
std::vector<Block> read_blocks(const Prepared& prepared, std::string_view source,
                               Reporter& reporter);

}  // namespace concord::syntax
