// The pages of a comparison: the matrix, the texts of each topic, the councils two by two, what
// each lacks, where the effect differs, and the pictures.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "render/render.h"

namespace concord::render {

// What else the same build writes of the comparison.
struct ComparisonOffer {
  bool pdf = true;     // compare/matrix.pdf
  bool tables = true;  // compare/matrix.csv, matrix.xlsx and data/comparison.json
};

// "compare/index.html" and its neighbours, from the model of view::comparison_pages. Throws
// std::runtime_error as render::html does.
Files comparison_html(const nlohmann::json& model, const Templates& templates,
                      const ComparisonOffer& offer = {});

// The page of one PAIR of that model; it looks for its style in ../assets.
std::string pair_html(const nlohmann::json& pair, const Templates& templates);

}  // namespace concord::render
