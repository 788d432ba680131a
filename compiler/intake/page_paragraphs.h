// The words of an element of a saved page as paragraphs: line breaks, blanks and signs as a browser
// shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "intake/page_tree.h"

namespace concord::intake {

// With one blank for each row of blanks, line ends and tabs, and without what is not seen.
std::string as_shown(std::string_view text);

// The words of the element with their blanks and line ends as the page has them.
std::string typed_words_of(const PageNode& node);

// No words; marks of footnotes do not count.
bool are_empty(const Runs& runs);

// A run "\n" is a line break. Several paragraphs where line breaks part numbered lines; none where
// there is nothing. Without blanks at their heads.
std::vector<Runs> paragraphs_of(Runs runs);

}  // namespace concord::intake
