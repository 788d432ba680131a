// The names of language/ that the passes read prose by, in their own scope.
#pragma once

#include "language/phrases.h"
#include "language/words.h"

namespace concord::passes {

using namespace language;

}  // namespace concord::passes
