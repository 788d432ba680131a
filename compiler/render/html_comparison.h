// The pages of a comparison: the matrix, the texts of each topic, the councils two by two, what
// each lacks, where the effect differs, and the pictures.
#pragma once

#include <functional>
#include <vector>

#include "render/page.h"

namespace concord::render {

// What else the same build writes of the comparison.
struct ComparisonOffer {
  bool pdf = true;     // compare/matrix.pdf
  bool tables = true;  // compare/matrix.csv, matrix.xlsx and data/comparison.json
};

// "compare/index.html" and its neighbours, from the model of view/comparison_pages.h: what makes
// each page, in any order and several at once. The model must outlive it.
std::vector<std::function<Page()>> comparison_html(const nlohmann::json& model,
                                                   const ComparisonOffer& offer = {});

// The page of one PAIR of that model; it looks for its style in ../assets.
Page pair_html(const nlohmann::json& pair, const ComparisonOffer& offer = {});

}  // namespace concord::render
