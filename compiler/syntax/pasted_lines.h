// Texts pasted from documents that know no Markdown: items on lines under their lead-in, clauses
// without blank lines between them, bullets of a word processor, headings with nothing before them.
//
// Markdown joins such lines into one paragraph, and the words of several clauses with them. Where
// the numbers tell what was meant, the line is made a block of its own; each kind of change is
// reported, with the fix that makes every other viewer read it so too. Where they do not tell, the
// lines stay as they are and the author is asked.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/edits.h"
#include "syntax/lines.h"
#include "syntax/reporter.h"

namespace concord::syntax {

// A bullet that word processors write and Markdown does not know, at the head of the text: its
// length in bytes with the white space behind it, or 0.
std::size_t foreign_bullet(std::string_view text);

// `in_table`: the lines that mend_tables has seen to. Adds to `edits`, in no order.
void mend_lines(std::string_view body, const std::vector<Line>& lines,
                const std::vector<bool>& in_table, const Places& places, Reporter& reporter,
                std::vector<Edit>& edits);

}  // namespace concord::syntax
