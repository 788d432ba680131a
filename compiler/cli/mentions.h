// Where other files name clauses of a protocol that are called otherwise now: decisions and
// wordings in the registers, `from=` in the texts of other councils. A register goes with the text:
// its names are mended where it is sure which clause is meant. The texts are another person's to
// change, so they are shown and left as they are.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "passes/protocol.h"
#include "source/change.h"
#include "source/source_map.h"

namespace concord::cli {

// What a clause is called now.
struct NewName {
  std::string key;   // its identifier; empty where it is gone
  bool sure = true;  // false where it was split, or several clauses had the name
};

// By the identifier or full number that a clause had. Without those that are as they were.
using MovedNames = std::map<std::string, NewName, std::less<>>;

// `now` gives the clauses of the later version that an earlier clause became; empty for none.
MovedNames moved_names(
    const passes::Protocol& before,
    const std::function<std::vector<const graph::Clause*>(graph::ClauseId)>& now);

struct Mention {
  std::filesystem::path file;
  source::Position place;
  std::size_t begin = 0;  // of the clause's name in the file, in bytes
  std::string protocol;   // "york"
  std::string name;       // "5.4"
  NewName now;
  bool mendable = false;
};

// Each place in the folder's texts and its register/ that names one of them as "york#5.4". What
// names a version, as "york@2017-04-11#5.4" does, stays true.
std::vector<Mention> mentions(const std::filesystem::path& folder, const std::string& id,
                              const MovedNames& moved);

// The registers with the names mended that can be.
std::vector<source::FileChange> mended(const std::vector<Mention>& mentions);

enum class Mending : std::uint8_t { none, planned, done };

// "register/links.yaml:3:8: york#5.4 becomes york#5.6"; where it is not mended, "is york#5.6 now".
std::string line_of(const Mention& mention, Mending mending);

}  // namespace concord::cli
