// References that a revision took over as they stood.
#pragma once

#include <cstddef>
#include <vector>

#include "draft/revision.h"

namespace concord::draft {

// A citation whose words nobody touched: "paragraph 5.3", "sections 4 to 6". Of a range there are
// several references, one for each member.
struct CarriedCitation {
  std::vector<std::size_t> before;  // in the earlier version's references(), never empty
  std::vector<std::size_t> after;   // in the later version's, never empty
};

// Of every clause with an origin: citations of the same words in it and in its origin, in their
// order. By the later version's references.
std::vector<CarriedCitation> carried_citations(const passes::Protocol& before,
                                               const passes::Protocol& after,
                                               const Revision& revision);

// Those of a clause's carried citations that lead elsewhere now. Of a range its ends, unless these
// were deleted.
struct RedirectedCitation {
  ClauseId clause{};  // of the later version
  Redirection redirection;
};
std::vector<RedirectedCitation> redirected_citations(const passes::Protocol& before,
                                                     const passes::Protocol& after,
                                                     const Revision& revision);

}  // namespace concord::draft
