// No link that the rows do not show.
#pragma once

#include <vector>

#include "compare/rows/provisions.h"

namespace concord::compare {

// Adds wordings to provisions until the two of every link are in one together, and until no
// protocol that has nothing in a provision has a link into it. What people keep apart stays apart.
void hold_links(const LinkedCorpus& linked, std::vector<Provision>& provisions);

}  // namespace concord::compare
