// Which of the register's provisions the provisions of a comparison are.
#pragma once

#include <vector>

#include "compare/rows/provisions.h"

namespace concord::compare {

// Gives each provision the register's that its wordings state, where they do so clearly. What
// several state together becomes one, but for what people keep apart: then the one of most wordings
// has the name.
std::vector<Provision> recognise(std::vector<Provision> provisions, const LinkedCorpus& linked);

}  // namespace concord::compare
