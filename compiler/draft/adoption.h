// After the meeting: a draft becomes the text in force, and the one before it is superseded.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "draft/rewriting.h"
#include "syntax/metadata.h"

namespace concord::draft {

struct Resolution {
  syntax::Adoption adopted;  // date, body and minute
  std::string label;         // of the version; empty: as the draft has it, or none
};

struct AdoptedText {
  std::string text;
  std::size_t numbers = 0;           // automatic ones that became literal
  std::vector<std::string> notes;    // drafting notes that were taken out
  std::vector<std::string> reasons;  // and reasons: "5.4: as the auditor asked"
  bool origin = false;               // `source:` and `repairs:` of the text before, taken out too
  std::vector<Obstacle> obstacles;   // why it cannot be done; then the text is of no meaning
};

// The draft as it was resolved: status, adoption and history of versions say so; numbers are
// literal; drafting notes and reasons, which were for the way to the council, are gone. All else
// stays to the byte. `earlier` is the text before: where the last entry of the draft's history is
// not among its versions, that is the new version's; else one is added.
AdoptedText adopt(const Reader& reader, const passes::Protocol& draft,
                  const syntax::Metadata& earlier, const Resolution& resolution);

// The source with `status: superseded`.
std::string superseded(std::string_view source);

}  // namespace concord::draft
