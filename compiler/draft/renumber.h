// Numbers in sequence, and all that follows from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draft/rewriting.h"

namespace concord::draft {

// What the version before says of the text that is renumbered.
struct Before {
  // By reference of the text: the clause it should lead to, where words that were not touched led
  // to another one before, and the number that the words printed for it then.
  struct Meant {
    std::optional<ClauseId> clause;  // none where it was deleted
    std::string number;
  };
  std::vector<std::optional<Meant>> references;
  // By entry of `repairs:`: what it means, where it was taken over from that text as it stood.
  std::vector<std::optional<Meant>> repairs;
  // By clause: the identifiers that it had, several where clauses were merged, none for a new one.
  std::vector<std::vector<std::string>> keys;
  // By clause: those of versions before that one, which its `formerly=` took over.
  std::vector<std::vector<std::string>> older_keys;
};

// Puts the numbers in sequence (sequence.h), and with them the numbers that references print, the
// identifiers that links lead to, `at:` in the `repairs:` of the front matter, and `formerly=` on
// each clause whose identifier moves and that has none yet. Automatic numbers stay automatic.
// Without `before` the references mean what they lead to now, and the identifiers are those of the
// text itself.
//
// The text that comes out is read again: each reference leads to the clause that it led to before,
// by its own words; where one would not, or where it is not certain which clause it means, that is
// an obstacle.
Rewriting renumber(const Reader& reader, const passes::Protocol& protocol,
                   const std::optional<Before>& before = std::nullopt);

// Makes automatic numbers literal; nothing else changes, and the text means what it meant.
Rewriting freeze(const Reader& reader, const passes::Protocol& protocol);

}  // namespace concord::draft
