// A tagged PDF: its structure tree says what is a paragraph, a heading, an item, a table, a note.
#pragma once

#include <optional>
#include <vector>

#include "intake/blocks.h"
#include "intake/pdf_structure.h"
#include "intake/pdf_words.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// The reading by the tree; the words of the pages say where each part stands, how large its letters
// are, and what the tree leaves out, which is furniture. Nothing where the tree cannot be trusted:
// it covers less than half of the words, has words that the pages have not, leaves out words in the
// midst of the pages, or has a paragraph for each printed line.
std::optional<Reading> read_tagged(const std::vector<PdfPage>& pages, const PdfElement& root,
                                   const ImportLists& lists);

}  // namespace concord::intake
