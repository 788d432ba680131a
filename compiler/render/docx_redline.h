// A redline as a Word file with tracked changes. Whoever accepts all has the later text, with its
// numbers, its notes and its tables' rows; whoever rejects all has the earlier one.
//
// Paragraphs that kept their order stay where they are, with the words that came and went in them;
// what moved stands at both places, linked as Word links moves: words that went on the way are
// struck at the old place, words that came are marked at the new one. The paragraph's own mark is
// tracked with it, and its number where Word would count another. A clause that was split or merged
// keeps its first paragraph; the rest came or went. What a change does, and why, is a comment
// beside it.
#pragma once

#include <string>

#include "render/render.h"
#include "view/tracked.h"

namespace concord::render {

struct WordRedlineOptions {
  bool moves_as_edits = false;  // deleted there and inserted here
};

// The whole file as bytes. Its dates are the version's, never today's.
std::string redline_docx(const view::Tracked& tracked, const Templates& templates,
                         const WordRedlineOptions& options);

}  // namespace concord::render
