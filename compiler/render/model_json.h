// The structs of view/ as JSON text: what Typst reads, and what commands print for programs. No
// other file writes them as JSON. An absent text is null.
#pragma once

#include <string>

#include "view/comparison_model.h"
#include "view/model.h"
#include "view/narrowing.h"
#include "view/paper.h"
#include "view/peers.h"
#include "view/redline.h"

namespace concord::render {

// For templates/pdf/protocol.typ, matrix.typ, redline.typ and paper.typ: what stands on paper and
// no more, so that a document is typeset again only where its paper changes; without control
// characters, which nothing prints (diagnostic SYN007 has told the author of them).
std::string json_for_paper(const view::Page& page);
std::string json_for_paper(const view::MatrixList& matrix, const view::Narrowing& narrowing);
std::string json_for_paper(const view::Redline& redline);
std::string json_for_paper(const view::Peers& peers);
std::string json_for_paper(const view::Paper& paper);

// All of it, indented, with a line break at the end.
std::string as_json(const view::Page& page);
std::string as_json(const view::MatrixList& matrix);
std::string as_json(const view::Pair& pair);
std::string as_json(const view::Peers& peers);

}  // namespace concord::render
