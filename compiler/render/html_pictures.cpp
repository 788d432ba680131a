#include "render/html_pictures.h"

#include <fmt/format.h>

namespace concord::render {

namespace {

std::string in_hundredths(double value) {
  return fmt::format("{:.2f}", value);
}

void fill_square(const Square& square, const Dictionary& into) {
  into.set("x"_name, square.x);
  into.set("top"_name, square.top);
  into.set("text_x"_name, square.text_x);
  into.set("text_y"_name, square.text_y);
  into.set("shade"_name, in_hundredths(square.shade));
  into.set("label"_name, square.label);
}

std::string_view svg_name(TextAnchor anchor) {
  switch (anchor) {
    case TextAnchor::start:
      return "start";
    case TextAnchor::middle:
      return "middle";
    case TextAnchor::end:
      return "end";
  }
  return "";
}

void fill_edge(const Edge& edge, const Dictionary& into) {
  into.set("x1"_name, in_hundredths(edge.x1));
  into.set("y1"_name, in_hundredths(edge.y1));
  into.set("x2"_name, in_hundredths(edge.x2));
  into.set("y2"_name, in_hundredths(edge.y2));
  into.set("thickness"_name, in_hundredths(edge.thickness));
  into.set("shade"_name, in_hundredths(edge.shade));
}

void fill_node(const Node& node, const Dictionary& into) {
  into.set("x"_name, in_hundredths(node.x));
  into.set("y"_name, in_hundredths(node.y));
  into.set("label_x"_name, in_hundredths(node.label_x));
  into.set("label_y"_name, in_hundredths(node.label_y));
  into.set("anchor"_name, svg_name(node.anchor));
  into.set("label"_name, node.label);
}

}  // namespace

void fill_grid(const Grid& grid, std::string_view says, const Dictionary& into) {
  const Dictionary picture = into.include("grid_picture"_name);
  picture.set("says"_name, says);
  picture.set("width"_name, grid.width);
  picture.set("height"_name, grid.height);
  picture.set("label_x"_name, grid.label_x);
  for (const GridColumn& from : grid.columns) {
    const Dictionary column = picture.section("column"_name);
    column.set("x"_name, from.x);
    column.set("y"_name, from.y);
    column.set("label"_name, from.label);
  }
  for (const GridLine& from : grid.lines) {
    const Dictionary line = picture.section("line"_name);
    line.set("y"_name, from.y);
    line.set("label"_name, from.label);
    for (const Square& square : from.squares) fill_square(square, line.section("square"_name));
  }
}

void fill_circle(const Circle& circle, const Dictionary& into) {
  into.set("width"_name, circle.width);
  into.set("height"_name, circle.height);
  for (const Edge& edge : circle.edges) fill_edge(edge, into.section("edge"_name));
  for (const Node& node : circle.nodes) fill_node(node, into.section("node"_name));
}

}  // namespace concord::render
