// What stands around a text: headers and footers of pages, page numbers, the table of contents.
#pragma once

#include "intake/draft.h"

namespace concord::intake {

// Takes it out of the pieces, and lists each. Words that stand on several pages are furniture only
// where they show it: they interrupt a sentence, a page begins there, or they stand beside others
// that do. Two clauses may well say the same.
void remove_furniture(Draft& draft);

}  // namespace concord::intake
