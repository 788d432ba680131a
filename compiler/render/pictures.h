// The geometry of the comparison's pictures, for SVG templates: lengths in SVG units, shades from 0
// to 1. Each picture has a table beside it that says the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "view/comparison_model.h"

namespace concord::render {

// ---- a grid of squares

struct Square {
  int x = 0;
  int top = 0;
  int text_x = 0;
  int text_y = 0;
  double shade = 0;
  std::string label;
};

struct GridLine {
  int y = 0;
  std::string label;
  std::vector<Square> squares;
};

struct GridColumn {
  int x = 0;
  int y = 0;
  std::string label;
};

struct Grid {
  int width = 0;
  int height = 0;
  int label_x = 0;  // where the labels of lines end
  std::vector<GridColumn> columns;
  std::vector<GridLine> lines;
};

// Topics down, councils across: how many clauses a council has on each.
Grid coverage_picture(const view::ComparisonPages& pages);

// Councils down and across: the share of two texts that stands in linked clauses.
Grid similarity_picture(const view::ComparisonPages& pages);

// ---- councils on a circle

enum class TextAnchor : std::uint8_t { start, middle, end };

struct Node {
  double x = 0;
  double y = 0;
  double label_x = 0;
  double label_y = 0;
  TextAnchor anchor = TextAnchor::middle;
  std::string label;
};

struct Edge {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double thickness = 0;
  double shade = 0;
};

struct Circle {
  int width = 0;
  int height = 0;
  std::vector<Edge> edges;
  std::vector<Node> nodes;
};

// The thicker the line, the more wording two share.
Circle wording_picture(const view::ComparisonPages& pages);

}  // namespace concord::render
