#include "render/pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>
#include <string>

namespace concord::render {
namespace {

using nlohmann::json;

constexpr int label_width = 300;  // of the longest topic's title at the font size of the style
constexpr int square_width = 104;
constexpr int square_height = 34;
constexpr int head_height = 36;
constexpr double deepest = 0.45;  // shade on which the page's ink is still easy to read

std::string in_hundredths(double value) {
  return fmt::format("{:.2f}", value);
}

json grid(std::size_t columns, std::size_t lines) {
  return {{"width", label_width + static_cast<int>(columns) * square_width},
          {"height", head_height + static_cast<int>(lines) * square_height},
          {"label_x", label_width - 16},
          {"column", json::array()},
          {"line", json::array()}};
}

void add_columns(json& picture, const json& councils) {
  int x = label_width + square_width / 2;
  for (const json& council : councils) {
    picture["column"].push_back({{"x", x}, {"y", head_height - 12}, {"label", council["name"]}});
    x += square_width;
  }
}

json square(std::size_t column, int top, double shade, const std::string& label) {
  const int x = label_width + static_cast<int>(column) * square_width;
  return {{"x", x + 1},
          {"top", top + 1},
          {"text_x", x + square_width / 2},
          {"text_y", top + square_height / 2 + 6},
          {"shade", in_hundredths(0.03 + (deepest - 0.03) * shade)},
          {"label", label}};
}

json line(int top, const json& label) {
  return {{"y", top + square_height / 2 + 6}, {"label", label}, {"square", json::array()}};
}

const json* find_pair(const json& model, const json& one, const json& other) {
  for (const json& pair : model["pairs"]) {
    const bool straight = pair["a"]["id"] == one["id"] && pair["b"]["id"] == other["id"];
    const bool turned = pair["b"]["id"] == one["id"] && pair["a"]["id"] == other["id"];
    if (straight || turned) return &pair["summary"];
  }
  return nullptr;
}

}  // namespace

json coverage_picture(const json& model) {
  json picture = grid(model["councils"].size(), model["coverage"].size());
  add_columns(picture, model["councils"]);
  int top = head_height;
  for (const json& topic : model["coverage"]) {
    json row = line(top, topic["title"]);
    const double rows = topic["rows"].get<double>();
    for (std::size_t i = 0; i < topic["councils"].size(); ++i) {
      const int covered = topic["councils"][i]["covered"].get<int>();
      row["square"].push_back(square(i, top, covered / rows,
                                     fmt::format("{} of {}", covered, topic["rows"].get<int>())));
    }
    picture["line"].push_back(std::move(row));
    top += square_height;
  }
  return picture;
}

json similarity_picture(const json& model) {
  const json& councils = model["councils"];
  json picture = grid(councils.size(), councils.size());
  add_columns(picture, councils);
  int top = head_height;
  for (const json& one : councils) {
    json row = line(top, one["name"]);
    for (std::size_t i = 0; i < councils.size(); ++i) {
      const json* summary = find_pair(model, one, councils[i]);
      if (summary == nullptr) continue;
      const double share = (*summary)["similarity"].get<double>();
      row["square"].push_back(square(i, top, share, fmt::format("{:.0f} %", share * 100)));
    }
    picture["line"].push_back(std::move(row));
    top += square_height;
  }
  return picture;
}

json wording_picture(const json& model) {
  constexpr double size = 520;
  constexpr double radius = 160;
  constexpr double thickest = 26;
  const json& councils = model["councils"];
  const auto angle = [&](std::size_t i) {
    return 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(councils.size()) -
           std::numbers::pi / 2;
  };
  const auto x = [&](std::size_t i, double r) { return size / 2 + r * std::cos(angle(i)); };
  const auto y = [&](std::size_t i, double r) { return size / 2 + r * std::sin(angle(i)); };
  double most = 0;
  for (const json& pair : model["pairs"]) {
    most = std::max(most, pair["summary"]["shared_wording"].get<double>());
  }
  json picture = {
      {"size", static_cast<int>(size)}, {"edge", json::array()}, {"node", json::array()}};
  for (std::size_t i = 0; i < councils.size(); ++i) {
    const double across = std::cos(angle(i));
    picture["node"].push_back({{"x", in_hundredths(x(i, radius))},
                               {"y", in_hundredths(y(i, radius))},
                               {"label_x", in_hundredths(x(i, radius + 24))},
                               {"label_y", in_hundredths(y(i, radius + 24) + 6)},
                               {"anchor", across > 0.2    ? "start"
                                          : across < -0.2 ? "end"
                                                          : "middle"},
                               {"label", councils[i]["name"]}});
    for (std::size_t j = i + 1; j < councils.size(); ++j) {
      const json* summary = find_pair(model, councils[i], councils[j]);
      const double share = summary == nullptr ? 0 : (*summary)["shared_wording"].get<double>();
      if (share <= 0) continue;
      picture["edge"].push_back({{"x1", in_hundredths(x(i, radius))},
                                 {"y1", in_hundredths(y(i, radius))},
                                 {"x2", in_hundredths(x(j, radius))},
                                 {"y2", in_hundredths(y(j, radius))},
                                 {"thickness", in_hundredths(1 + thickest * share / most)},
                                 {"shade", in_hundredths(0.25 + 0.65 * share / most)}});
    }
  }
  return picture;
}

}  // namespace concord::render
