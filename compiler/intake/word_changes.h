// Tracked changes of a Word file. They are settled in the XML, before anything reads it, so that no
// reader has to know that a text can have two states.
#pragma once

#include <cstddef>

#include "intake/blocks.h"
#include "intake/xml_tree.h"

namespace concord::intake {

// How many changes are tracked below the node: words put in, taken out or moved, paragraph marks,
// rows, cells, and changes of properties and numbers.
std::size_t count_changes(const XmlNode& root);

// The text as it is with all changes accepted or rejected; `ask` leaves it alone. A paragraph whose
// mark goes runs on in the next one and takes its properties, as the mark is what has them; one
// without words goes altogether.
void settle_changes(XmlNode& root, Changes changes);

// Puts what a program that knows the usual extensions shows in the place of each choice that the
// file leaves to its reader (mc:AlternateContent), so that a text box is there once.
void choose_alternatives(XmlNode& root);

}  // namespace concord::intake
