// What a document says of itself: whose it is, what it is called, when it was adopted and reviewed.
#pragma once

#include "intake/draft.h"

namespace concord::intake {

// Fills what the text, its furniture and the file's own properties say; what they do not say stays
// empty. Lines that only name the council, the part of the constitution or the title are taken out
// of the pieces and listed; the title becomes the first of them.
syntax::Metadata find_metadata(Draft& draft);

}  // namespace concord::intake
