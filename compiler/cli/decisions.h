// How a decision is written into links.yaml.
#pragma once

#include <string>
#include <string_view>

#include "syntax/provisions.h"

namespace concord::cli {

// The text of the file with the decision at the end of its list, and without earlier ones on the
// same two clauses; what else stands there stays as it is. An empty text gets a heading comment.
// The text has to be read again before it replaces the file: a list that is not the file's last
// key, or of another layout than one entry a "-", is not understood here.
std::string with_decision(std::string_view text, const syntax::Decision& decision);

}  // namespace concord::cli
