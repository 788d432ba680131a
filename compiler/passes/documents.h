// Other documents that the prose names.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "passes/language.h"

namespace concord::passes {

// The names of documents in a text, in order: words with capitals around a noun such as "Code",
// "Protocol" or "Rules" ("Members' and Employees' Codes of Conduct", "Media Relations protocol");
// "Constitution" alone; and the council's own by what they are about ("the Council's standards
// protocol"). Not the bare noun ("this Protocol", "the Code", "the Council's policies").
std::vector<Range> document_names(std::string_view text, std::span<const Word> words,
                                  const syntax::WordLists& lists);

}  // namespace concord::passes
