// Lines to paragraphs, and the numbers and bullets at their heads.
#pragma once

#include "intake/draft.h"

namespace concord::intake {

// Joins the lines of each paragraph, and finds what number or bullet it opens with. A line begins a
// paragraph where a blank line stands above it, where it opens with a bullet or with a number that
// may stand there, and where the line above had room for its first word.
void join_lines(Draft& draft);

// Joins what a page end or a footnote cut in two: the first part breaks off, or the second goes on
// with a small letter.
void join_paragraphs(Draft& draft);

// Splits a paragraph before a number that ran into it: "… of the Council. 2.3 Members must …".
void split_paragraphs(Draft& draft);

}  // namespace concord::intake
