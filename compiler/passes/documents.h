// Other documents that the prose names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "passes/words.h"

namespace concord::passes {

// The names of documents in a text: words with capitals around a noun such as "Code", "Protocol" or
// "Rules" ("Members' and Employees' Codes of Conduct", "Media Relations protocol"), and
// "Constitution" alone. Not the bare noun ("this Protocol", "the Code").
std::vector<Range> document_names(std::string_view text, const std::vector<Word>& words);

}  // namespace concord::passes
