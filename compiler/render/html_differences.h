// Where councils differ in effect, as entries of a page: of all councils, of one and its peers, and
// below a provision's texts.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "render/html_template.h"
#include "view/comparison_model.h"

namespace concord::render {

// {{kind_words}}, how sure it is, and {{#position}}: who says what.
void fill_what_differs(const view::Difference& difference, const Dictionary& into);

struct CertaintyCounts {
  std::size_t certain = 0;
  std::size_t likely = 0;
};

CertaintyCounts counts_of(std::span<const view::Difference> differences);

// differences.tpl: the entries, and what they can be filtered by. `councils` may be chosen.
void fill_differences(std::span<const view::Difference> differences,
                      const std::vector<view::Council>& councils, const Dictionary& into);

}  // namespace concord::render
