// The one place that knows cmark-gfm: prepared Markdown -> blocks.
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

// True for an address that a link may have: http, https, mailto, law (an instrument of the
// register), or a place in the document.
bool is_safe_address(std::string_view address);

}  // namespace concord::syntax
