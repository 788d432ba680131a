// A protocol as a Word file (WordprocessingML, ECMA-376): what a committee takes, and officers
// edit.
//
// It holds what the PDF holds, in Word's own means: styles, its numbering (docx_numbering.h), REF
// fields, footnotes, a contents field with its entries filled in. The page numbers of the contents
// are left to Word, which alone knows where its pages end: "Update field" puts them in.
//
// For the way back, from an edited file to its source:
// - Each clause has a bookmark named by its identifier (syntax/bookmark.h), around the words of its
//   paragraph; that of a table stands in its first cell, that of a footnote in the note.
// - What is none of the council's words in the text itself has a character style of its own: "Sic"
//   for the marks "[sic]", and "TypedNumber" for a number that Word's numbering cannot give, with
//   the tab behind it. The words of the cover, the contents and what follows the text have no
//   clause's bookmark, but for the title ("title").
// - customXml/item1.xml has the protocol's id, and each bookmark with its clause's identifier.
#pragma once

#include <string>

#include "render/render.h"
#include "view/live.h"
#include "view/model.h"

namespace concord::render {

// "<id>/protocol.docx". The styles and the words around the text come from the templates. The notes
// are comments by Concord: read back, they are the notes that they were.
Files docx(const view::Page& protocol, const Templates& templates,
           const view::NotesByClause& notes = {});

// The whole file as bytes, the same for the same page on every day and in every time zone.
std::string word_file(const view::Page& protocol, const Templates& templates,
                      const view::NotesByClause& notes = {});

}  // namespace concord::render
