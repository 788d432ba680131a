// What the words of a line say of its part in a text: whether it ends a sentence, leads in a list,
// could be a heading. Judged by punctuation and capitals, in any language that has these, and by
// few words of import.yaml.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/letter_case.h"
#include "syntax/import_lists.h"

namespace concord::intake {

// Without the white space (tabs and no-break spaces too) at either end.
std::string_view trimmed(std::string_view text);

// The word, or part of one, stands somewhere in the text, spelt alike.
bool contains(std::string_view text, std::string_view word);
bool contains_any(std::string_view text, const syntax::PhraseList& words);

// Between white space.
std::vector<std::string_view> tokens_of(std::string_view text);

// The last of them, without looking at the others; empty where there is none.
std::string_view last_token(std::string_view text);

// Without what no reader sees: soft hyphens, blanks of no width.
std::string without_unseen(std::string_view text);

using source::folded;

// A stop, question or exclamation mark, a closing quotation mark or bracket behind it or not.
bool ends_sentence(std::string_view text);
// A colon, a dash, or "by" and the like with a dash behind: a list or quotation follows.
bool leads_in(std::string_view text);
// Stop, colon, semicolon, comma, dash: a heading ends with none of them.
bool ends_with_punctuation(std::string_view text);
// The words cannot end here: they end with an article, a preposition, a conjunction, a comma.
bool breaks_off(std::string_view text, const syntax::ImportLists& lists);

bool opens_with_small_letter(std::string_view text);
bool opens_with_capital(std::string_view text);
bool opens_with_quotation(std::string_view text);
bool ends_with_quotation(std::string_view text);
// A quotation is opened in the text and not closed in it.
bool leaves_quotation_open(std::string_view text);
// Two or more letters and no small one.
bool in_capitals(std::string_view text);

// Few words, a capital first, no punctuation last but a question mark; and not "Adopted in 2024".
bool could_head(std::string_view text, const syntax::ImportLists& lists);

// The text with every run of digits as one "#": what is said on each page, but for its number.
std::string without_digits(std::string_view text);

}  // namespace concord::intake
