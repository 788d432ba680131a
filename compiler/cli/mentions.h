// Where other files name clauses of a protocol that are called otherwise now: decisions and
// wordings in the registers, `from=` in the texts of other councils. They are another person's to
// change, so they are shown and left as they are.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "passes/protocol.h"

namespace concord::cli {

// By the identifier or full number that a clause had: its identifier now, empty where it is gone.
// Without those that are as they were.
using MovedNames = std::map<std::string, std::string, std::less<>>;

// `now` gives the clause of the later version that an earlier clause became; null for none.
MovedNames moved_names(const passes::Protocol& before,
                       const std::function<const graph::Clause*(graph::ClauseId)>& now);

// A line for each place in the folder's texts and its register/ that names one of them as
// "york#5.4": "register/links.yaml:3:8: york#5.4 is york#5.6 now". What names a version, as
// "york@2017-04-11#5.4" does, stays true.
std::vector<std::string> mentions(const std::filesystem::path& folder, const std::string& id,
                                  const MovedNames& moved);

}  // namespace concord::cli
