// The names of language/ that the passes read prose by, in their own scope.
#pragma once

#include "language/phrases.h"
#include "language/roles.h"
#include "language/sentences.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::passes {

using namespace language;
using source::lower;

}  // namespace concord::passes
