// What the search of the overview reads, beside the page: of many councils the words of all
// provisions are more than a page should hold, and are wanted only by who searches.
#pragma once

#include "render/render.h"
#include "view/council_model.h"

namespace concord::render {

// "compare/provisions.js": every shared provision, those of most councils first, then every
// council, each with the words by which it is found.
Files search_index(const view::Overview& overview);

}  // namespace concord::render
