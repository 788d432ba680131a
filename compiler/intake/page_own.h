// Pages that Concord made, whose classes say what is what (own_file.h).
#pragma once

#include <vector>

#include "intake/page_tree.h"

namespace concord::intake {

bool is_own_page(const PageNode& root);

// The parts of such a page that hold the text: who made it, the clauses, the footnotes.
std::vector<const PageNode*> parts_of_own_page(const PageNode& root);

// What such a page puts beside the words of a clause.
bool is_beside_own_words(const PageNode& node);

}  // namespace concord::intake
