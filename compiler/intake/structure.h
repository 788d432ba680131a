// What each paragraph is: a heading, a clause, an item, part of a quotation, a row of a table.
#pragma once

#include "intake/draft.h"

namespace concord::intake {

// Gives numbers that a page tore off, alone on lines of their own, back to their words.
void place_torn_numbers(Draft& draft);

// Lines after a lead-in that are its items, though no bullet says so.
void find_bare_items(Draft& draft);

// Paragraphs in quotation marks after words that announce them.
void find_quotations(Draft& draft);

// Rows of words parted by tabs.
void find_tables(Draft& draft);

// Numbers of one part in a list within a numbered paragraph number its items, "1." below "2."
// alike, where the format says how deep each list stands.
void find_nested_items(Draft& draft);

// Headings by their numbers and by their looks, and how deep each is.
void find_headings(Draft& draft);

// Numbers in brackets right below headings, "(1)", "(2)", number clauses, as in rules and statutes;
// below other words they are items.
void find_bracketed_clauses(Draft& draft);

}  // namespace concord::intake
