// Misreadings that can be told without doubt, put right from the lists of import.yaml.
#pragma once

#include "intake/draft.h"

namespace concord::intake {

// Only in a text that shows that a machine read it: two or more words that no author writes
// ("ltis", "l.e.", a bullet read as "e"). Letters are changed where the word is found nowhere else
// in the text and the word that they are often misread for is. What the council itself may have
// written stays.
void repair_words(Draft& draft);

// "decision- making": a line end that an earlier reading left in the words.
void repair_hyphens(Draft& draft);

// (i) (i) (i) (iv): numerals that a machine read short.
void repair_numerals(Draft& draft);

// "...21/3/24.....": a blank of a form with what was written into it; the dots go.
void repair_blanks(Draft& draft);

// "20 th May": an ordinal that was raised in print.
void repair_ordinals(Draft& draft);

}  // namespace concord::intake
