// Where councils differ in effect, as entries of a page: of all councils, of one and its peers, and
// below a provision's texts.
#pragma once

#include <vector>

#include "render/html_template.h"
#include "view/comparison_model.h"

namespace concord::render {

// {{kind_words}}, {{#grade}}: how surely who differs, and {{#position}}: who says what.
void fill_what_differs(const view::Difference& difference, const Dictionary& into);

// differences.tpl: the entries, and what they can be filtered by. `councils` may be chosen.
void fill_differences(const view::Differences& differences,
                      const std::vector<view::Council>& councils, const Dictionary& into);

}  // namespace concord::render
