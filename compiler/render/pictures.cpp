#include "render/pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>

#include "source/utf8.h"

namespace concord::render {
namespace {

using view::ComparisonPages;
using view::Council;

constexpr int character_width = 7;          // about, at the font size of the style
constexpr int character_width_narrow = 12;  // on a narrow screen, where letters are set larger
constexpr int label_gap = 16;               // between a line's label and its squares
constexpr int square_width = 104;
constexpr int square_height = 34;
constexpr int head_height = 36;
constexpr double deepest = 0.45;  // shade on which the page's ink is still easy to read

// In characters.
template <typename Labelled>
int longest(const std::vector<Labelled>& all, std::string Labelled::*label) {
  std::size_t most = 0;
  for (const Labelled& each : all)
    most = std::max(most, source::count_characters(std::invoke(label, each)));
  return static_cast<int>(most);
}

// `longest_label`, in characters, is that of a line.
Grid grid(const std::vector<Council>& councils, std::size_t lines, int longest_label) {
  Grid grid;
  grid.label_x = longest_label * character_width;
  const int squares_x = grid.label_x + label_gap;
  grid.width = squares_x + static_cast<int>(councils.size()) * square_width;
  grid.height = head_height + static_cast<int>(lines) * square_height;
  int x = squares_x + square_width / 2;
  for (const Council& council : councils) {
    grid.columns.push_back({.x = x, .y = head_height - 12, .label = council.name});
    x += square_width;
  }
  return grid;
}

GridLine& add_line(Grid& grid, const std::string& label) {
  const int top = head_height + static_cast<int>(grid.lines.size()) * square_height;
  return grid.lines.emplace_back(
      GridLine{.y = top + square_height / 2 + 6, .label = label, .squares = {}});
}

// `share`: 0 to 1.
void add_square(GridLine& line, const GridColumn& column, double share, std::string label) {
  const int top = line.y - square_height / 2 - 6;
  line.squares.push_back({.x = column.x - square_width / 2 + 1,
                          .top = top + 1,
                          .text_x = column.x,
                          .text_y = line.y,
                          .shade = 0.03 + (deepest - 0.03) * share,
                          .label = std::move(label)});
}

const compare::PairSummary* find_pair(const ComparisonPages& pages, const Council& one,
                                      const Council& other) {
  const auto found = std::ranges::find_if(pages.pairs, [&](const view::Pair& pair) {
    return (pair.a.id == one.id && pair.b.id == other.id) ||
           (pair.b.id == one.id && pair.a.id == other.id);
  });
  return found == pages.pairs.end() ? nullptr : &found->summary;
}

}  // namespace

Grid coverage_picture(const ComparisonPages& pages) {
  Grid picture =
      grid(pages.councils, pages.coverage.size(), longest(pages.coverage, &view::Coverage::title));
  for (const view::Coverage& topic : pages.coverage) {
    GridLine& line = add_line(picture, topic.title);
    const std::uint32_t most =
        std::ranges::max(topic.councils, {}, &view::Covered::clauses).clauses;
    for (std::size_t i = 0; i < topic.councils.size(); ++i) {
      const std::uint32_t clauses = topic.councils[i].clauses;
      add_square(line, picture.columns[i], most == 0 ? 0 : clauses / static_cast<double>(most),
                 std::to_string(clauses));
    }
  }
  return picture;
}

Grid similarity_picture(const ComparisonPages& pages) {
  Grid picture =
      grid(pages.councils, pages.councils.size(), longest(pages.councils, &Council::name));
  for (const Council& one : pages.councils) {
    GridLine& line = add_line(picture, one.name);
    for (std::size_t i = 0; i < pages.councils.size(); ++i) {
      const compare::PairSummary* summary = find_pair(pages, one, pages.councils[i]);
      if (summary == nullptr) continue;
      add_square(line, picture.columns[i], summary->similarity,
                 fmt::format("{:.0f}%", summary->similarity * 100));
    }
  }
  return picture;
}

namespace {

// Places on circles around a point, in equal steps from the top.
class Round {
 public:
  Round(double x, double y, std::size_t count) : x_(x), y_(y), count_(static_cast<double>(count)) {}

  double angle(std::size_t i) const {
    return 2 * std::numbers::pi * static_cast<double>(i) / count_ - std::numbers::pi / 2;
  }
  double x(std::size_t i, double radius) const { return x_ + radius * std::cos(angle(i)); }
  double y(std::size_t i, double radius) const { return y_ + radius * std::sin(angle(i)); }

 private:
  double x_;
  double y_;
  double count_;
};

TextAnchor anchor_at(double across) {
  if (across > 0.2) return TextAnchor::start;
  return across < -0.2 ? TextAnchor::end : TextAnchor::middle;
}

}  // namespace

Circle wording_picture(const ComparisonPages& pages) {
  constexpr double radius = 130;
  constexpr double to_label = radius + 24;
  constexpr double thickest = 26;
  const std::vector<Council>& councils = pages.councils;
  const double half_width = to_label + longest(councils, &Council::name) * character_width_narrow;
  const double half_height = to_label + 20;
  const Round round(half_width, half_height, councils.size());
  double most = 0;
  for (const view::Pair& pair : pages.pairs) most = std::max(most, pair.summary.shared_wording);
  Circle picture{.width = static_cast<int>(2 * half_width),
                 .height = static_cast<int>(2 * half_height),
                 .edges = {},
                 .nodes = {}};
  for (std::size_t i = 0; i < councils.size(); ++i) {
    picture.nodes.push_back({.x = round.x(i, radius),
                             .y = round.y(i, radius),
                             .label_x = round.x(i, to_label),
                             .label_y = round.y(i, to_label) + 6,
                             .anchor = anchor_at(std::cos(round.angle(i))),
                             .label = councils[i].name});
    for (std::size_t j = i + 1; j < councils.size(); ++j) {
      const compare::PairSummary* summary = find_pair(pages, councils[i], councils[j]);
      const double share = summary == nullptr ? 0 : summary->shared_wording;
      if (share <= 0) continue;
      picture.edges.push_back({.x1 = round.x(i, radius),
                               .y1 = round.y(i, radius),
                               .x2 = round.x(j, radius),
                               .y2 = round.y(j, radius),
                               .thickness = 1 + thickest * share / most,
                               .shade = 0.25 + 0.65 * share / most});
    }
  }
  return picture;
}

}  // namespace concord::render
