// What other councils say, as a paper among others: for a Word file, and for an adoption pack.
#pragma once

#include "view/paper.h"
#include "view/peers.h"

namespace concord::view {

// The words that differ from the chosen clause have the look `inserted`. Its id is "peers".
Paper peers_paper(const Peers& peers);

}  // namespace concord::view
