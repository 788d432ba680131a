// The geometry of the comparison's pictures, for SVG templates: lengths in SVG units, shades from 0
// to 1. Each picture has a table beside it that says the same.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace concord::render {

// All take the model of view/comparison_pages.h.

// Topics down, councils across: how much of each topic a council covers.
//   {"width", "height", "column": [{"x", "y", "label"}],
//    "line": [{"y", "label", "square": [{"x", "top", "text_x", "text_y", "shade", "label"}]}]}
nlohmann::json coverage_picture(const nlohmann::json& model);

// Councils down and across: the share of two texts that stands in linked clauses. As above.
nlohmann::json similarity_picture(const nlohmann::json& model);

// Councils on a circle: the thicker the line, the more wording two share.
//   {"size", "edge": [{"x1", "y1", "x2", "y2", "thickness", "shade", "percent", "names"}],
//    "node": [{"x", "y", "label_x", "label_y", "anchor", "label"}]}
nlohmann::json wording_picture(const nlohmann::json& model);

}  // namespace concord::render
