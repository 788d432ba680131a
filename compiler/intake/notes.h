// Footnotes that stand in the text: "Members¹" and "¹ Unless the context …" at the foot of a page.
#pragma once

#include "intake/draft.h"

namespace concord::intake {

// Takes them out of the pieces, with their printed numbers, and marks where they are referred to.
// Only where both the mark and the note are found is either taken for what it looks like.
void take_footnotes(Draft& draft);

}  // namespace concord::intake
