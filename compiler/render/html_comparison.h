// The pages of a comparison: the matrix, the texts of each topic, the councils two by two, what
// each lacks, where the effect differs, and the pictures.
#pragma once

#include <functional>
#include <vector>

#include "render/html_template.h"
#include "render/render.h"
#include "view/comparison_model.h"

namespace concord::render {

// What else the same build writes of the comparison.
struct ComparisonOffer {
  bool whole = true;   // the matrix of all councils, compare/index.html, and its neighbours
  bool pdf = true;     // compare/matrix.pdf
  bool tables = true;  // compare/matrix.csv, matrix.xlsx and data/comparison.json
};

// "compare/index.html" and its neighbours: what makes each page, in any order and several at once.
// The pages and the templates must outlive it.
std::vector<std::function<Files()>> comparison_html(const view::ComparisonPages& pages,
                                                    const ComparisonOffer& offer,
                                                    const HtmlTemplates& templates);

// "compare/leeds--york.html"; it looks for its style in ../assets.
Files pair_html(const view::Pair& pair, const ComparisonOffer& offer,
                const HtmlTemplates& templates);

}  // namespace concord::render
